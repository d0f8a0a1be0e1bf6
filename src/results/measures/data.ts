/** What became of the writes: lost, to be merged, and how far back a service had to go. */
import type { Reading, Subject } from '../reading.js';
import type { Measure } from './measure.js';
import { serviceMeasure } from './service-measure.js';

/** Of a service or journey without data: none. Null when the run says nothing about data that the scenario states. */
export function writesLost(reading: Reading, subject: Subject): number | null {
  return keepsData(reading, subject) ? (lineOf(reading, subject.entity)?.lost ?? null) : 0;
}

/** Writes of two sides that met again, and those that are apart at the end of the run. */
export function writesToMerge(reading: Reading, subject: Subject): number | null {
  if (!keepsData(reading, subject)) return 0;
  const line = lineOf(reading, subject.entity);
  if (line === undefined) return null;
  const { view } = reading;
  const met = eventsAbout(reading, subject, 'split.ended').reduce((sum, { numbers }) => sum + numbers.count, 0);
  const waiting = view.at(subject.entity, 'unmerged', reading.end);
  return met + Math.max(0, line.unmerged - (Number.isNaN(waiting) ? 0 : waiting));
}

/** Seconds of writes that were given up at the worst time; 0 when none were, null without data. */
export function recoveryPointSeconds(reading: Reading, subject: Subject): number | null {
  if (!keepsData(reading, subject) || lineOf(reading, subject.entity) === undefined) return null;
  const points = eventsAbout(reading, subject, 'writes.lost').map(({ numbers }) => numbers.pointSeconds);
  return Math.max(0, ...points);
}

/** The sum over all services; null when that of one is unknown. */
function inAll(of: (reading: Reading, subject: Subject) => number | null): (reading: Reading) => number | null {
  return (reading) =>
    reading.subjects.reduce<number | null>((sum, subject) => {
      const value = of(reading, subject);
      return sum === null || value === null ? null : sum + value;
    }, 0);
}

/** Of all services; null when that of one is unknown. */
export const writesLostInAll = inAll(writesLost);

/** The greatest of all services with data; null when there is none, or it is unknown. */
export function worstRecoveryPoint(reading: Reading): number | null {
  const points = reading.subjects.map((subject) => recoveryPointSeconds(reading, subject));
  const known = points.filter((point) => point !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

function keepsData({ scenario }: Reading, { kind, id }: Subject): boolean {
  return kind === 'service' && scenario.services.some((service) => service.id === id && service.data !== null);
}

function lineOf({ record }: Reading, entity: number) {
  return record.ledgers.data.find((line) => line.entity === entity);
}

function eventsAbout({ view }: Reading, { entity }: Subject, rule: 'split.ended' | 'writes.lost') {
  return view
    .eventsBy([rule])
    .map((index) => view.event(index))
    .filter((event) => event.entity === entity);
}

/** The event with the greatest number of that name, of a service or of all. */
function worstEvent(rule: 'split.ended' | 'writes.lost', number: string): (reading: Reading, id: string) => number {
  return (reading, id) => {
    const subject = reading.subject(id);
    const { view } = reading;
    let worst = -1;
    let most = 0;
    for (const index of view.eventsBy([rule])) {
      const { entity, numbers } = view.event(index);
      if ((subject !== null && entity !== subject.entity) || numbers[number] <= most) continue;
      [worst, most] = [index, numbers[number]];
    }
    return worst;
  };
}

const HEADS = {
  writesLost: {
    name: 'writesLost',
    nullMeans: 'unknown',
    label: { en: 'writes lost', ko: '유실된 쓰기' },
    unit: 'count',
    better: 'lower',
    meaning: 'Writes that were accepted in the run, and that nobody has any more.',
    because: worstEvent('writes.lost', 'count'),
  },
  writesToMerge: {
    name: 'writesToMerge',
    nullMeans: 'unknown',
    label: { en: 'writes to merge', ko: '병합할 쓰기' },
    unit: 'count',
    better: 'lower',
    meaning: 'Writes that one side took without the other and that had to be merged, or still have to be.',
    because: worstEvent('split.ended', 'count'),
  },
  recoveryPointSeconds: {
    name: 'recoveryPointSeconds',
    nullMeans: 'unknown',
    label: { en: 'recovery point', ko: '복구 시점' },
    unit: 'seconds',
    better: 'lower',
    meaning:
      'How far back a service had to go: from the last write to the newest that survived; from the start of the run when none did.',
    because: worstEvent('writes.lost', 'pointSeconds'),
  },
} as const;

export const dataMeasures: readonly Measure[] = [
  serviceMeasure(HEADS.writesLost, writesLost),
  serviceMeasure(HEADS.writesToMerge, writesToMerge),
  serviceMeasure(HEADS.recoveryPointSeconds, recoveryPointSeconds),
  { ...HEADS.writesLost, of: 'run', compute: writesLostInAll },
  { ...HEADS.writesToMerge, of: 'run', compute: inAll(writesToMerge) },
  { ...HEADS.recoveryPointSeconds, of: 'run', compute: worstRecoveryPoint },
];
