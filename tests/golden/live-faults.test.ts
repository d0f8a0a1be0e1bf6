/** What is done while a run is watched: the past stays, and the run is that of the same faults in the file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addFaults, loadScenario, type RunRecord, run } from '../../src/index.js';

const read = (file: string): string =>
  readFileSync(join(import.meta.dirname, '../../scenarios', `${file}.yaml`), 'utf8');

/** Events and samples of a record before an instant, by name: what was, whatever came after. */
function past(record: RunRecord, before: number): unknown {
  const { events, entities, tracks } = record;
  const name = (entity: number): string => `${entities[entity].kind} ${entities[entity].id}`;
  let count = 0;
  while (count < events.count && events.time[count] < before) count++;
  return {
    events: Array.from({ length: count }, (_, i) => [events.time[i], events.rule[i], name(events.entity[i])]),
    tracks: tracks
      .map(({ entity, quantity, times, values }) => {
        const kept = times.findIndex((time) => time >= before);
        const end = kept < 0 ? times.length : kept;
        return [`${name(entity)} ${quantity}`, [...times.subarray(0, end)], [...values.subarray(0, end)]] as const;
      })
      .filter(([, times]) => times.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

it.each([
  ['two-sites', 'south', 2 * 3600],
  ['kakao-2022', 'anyang', 30 * 3600],
])('of %s, power cut in %s after %i seconds changes nothing that was before', (file, site, atSeconds) => {
  const text = read(file);
  const fault = { id: 'live-1', kind: 'power-loss', atSeconds, untilSeconds: null, parameters: { site } };
  const before = run(loadScenario(text)).record;
  const after = run(loadScenario(addFaults(text, null, [fault]))).record;
  expect(past(after, atSeconds * 1e6)).toEqual(past(before, atSeconds * 1e6));
  expect(past(after, atSeconds * 1e6 + 60e6)).not.toEqual(past(before, atSeconds * 1e6 + 60e6));
});
