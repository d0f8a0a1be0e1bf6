/**
 * A run as tables for a spreadsheet: its services, and its events as sentences.
 *
 * With a byte order mark, or Korean spreadsheets take it for another encoding; keys are those of the JSON documents.
 */
import type { Language } from '../../results/amounts.js';
import { instantOf } from '../../results/instant.js';
import { lineOf } from '../../results/line-of.js';
import { textIn } from '../../results/names.js';
import type { Reading } from '../../results/reading.js';
import type { RunDocument } from '../../results/run-document.js';
import { sentencesOf } from '../../results/sentences.js';
import { csv } from './csv.js';

const MARK = '\uFEFF';

const SERVICE_KEYS = [
  'availability',
  'downtimeSeconds',
  'notUpSeconds',
  'firstFailedAt',
  'firstDownAt',
  'firstFunctionAt',
  'firstFunctionAfterSeconds',
  'restoredAt',
  'restoredAfterSeconds',
  'fullFunctionAt',
  'fullFunctionAfterSeconds',
  'relapses',
  'userHoursLost',
  'requestsFailed',
  'writesLost',
] as const;

/** A row a service, then a row a journey. */
export function servicesCsv(document: RunDocument, language: Language): string {
  const rows = (kind: string, results: RunDocument['services']) =>
    results.map((each) => [
      kind,
      each.id,
      textIn(each.name, language, each.id),
      ...SERVICE_KEYS.map((key) => each[key]),
    ]);
  return (
    MARK +
    csv([
      ['kind', 'id', 'name', ...SERVICE_KEYS],
      ...rows('service', document.services),
      ...rows('journey', document.journeys),
    ])
  );
}

/** A row an event, in their order; `causes` are numbers of earlier rows, from 1. */
export function eventsCsv({ view, record, scenario, origin }: Reading, language: Language): string {
  const say = sentencesOf(scenario, view, language);
  const rows = Array.from({ length: record.events.count }, (_, i) => {
    const { time, rule, entity, causes } = view.event(i);
    const { kind, id, path } = view.entity(entity);
    return [
      i + 1,
      instantOf(record, time),
      (time - origin) / 1e6,
      rule,
      kind,
      id,
      say(view.event(i)),
      path === '' ? null : lineOf(scenario, path),
      causes.map((cause) => cause + 1).join(' '),
    ];
  });
  return MARK + csv([['number', 'at', 'afterSeconds', 'rule', 'kind', 'subject', 'text', 'line', 'causes'], ...rows]);
}
