/**
 * The record as newline-delimited JSON: first what the run was, then all events and changes in order of time.
 *
 * An event bears its number, the numbers of the events that caused it, the rule, its numbers and its sentence. Times are
 * seconds since the start, and ISO 8601.
 */
import type { RunRecord } from '../../record/record.js';
import { viewRecord } from '../../record/view.js';
import { instantOf } from '../../results/instant.js';
import { sentencesOf } from '../../results/sentences.js';
import type { Scenario } from '../../scenario/model.js';
import { worded } from './record-csv.js';

export function recordNdjson(scenario: Scenario, record: RunRecord, language: 'en' | 'ko'): string {
  const view = viewRecord(record);
  const sentence = sentencesOf(scenario, view, language);
  const head = {
    format: 'firebreak.record/1',
    scenario: scenario.id,
    sha256: scenario.sha256,
    layout: record.layout,
    seed: record.seed,
    engine: record.engine,
    start: instantOf(record, 0),
    originSeconds: record.originMicroseconds === null ? null : record.originMicroseconds / 1e6,
    seconds: record.durationMicroseconds / 1e6,
  };
  const lines: { readonly time: number; readonly order: number; readonly line: object }[] = [];
  for (let index = 0; index < record.events.count; index++) {
    const event = view.event(index);
    const { kind, id } = view.entity(event.entity);
    const { time, rule, causes, numbers } = event;
    const line = {
      seconds: time / 1e6,
      at: instantOf(record, time),
      event: index,
      rule,
      kind,
      id,
      causes,
      numbers,
      text: sentence(event),
    };
    lines.push({ time, order: 0, line });
  }
  for (const { entity, quantity, times, values } of record.tracks) {
    const { kind, id } = view.entity(entity);
    times.forEach((time, i) => {
      const word = worded(quantity, values[i]);
      const value = word === String(values[i]) ? values[i] : word;
      lines.push({
        time,
        order: 1,
        line: { seconds: time / 1e6, at: instantOf(record, time), kind, id, quantity, value },
      });
    });
  }
  // Sorting is stable: events keep their order, and so do changes.
  lines.sort((a, b) => a.time - b.time || a.order - b.order);
  return `${[head, ...lines.map(({ line }) => line)].map((line) => JSON.stringify(line)).join('\n')}\n`;
}
