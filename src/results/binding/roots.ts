/** The faults (or, where there is none, the event) that an event is put down to, as questions. */
import { blameRoots } from '../blame-roots.js';
import type { Reading } from '../reading.js';
import { ask, type Question } from './constraint.js';

export function faultsBehind(reading: Reading, event: number): readonly Question[] {
  if (event < 0) return [];
  return blameRoots(reading, event)
    .map((root) => reading.record.events.entity[root])
    .filter((entity) => reading.view.entity(entity).kind === 'fault')
    .map((entity) => ask('fault', entity));
}
