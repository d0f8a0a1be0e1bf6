/** How many services, and what people had to do. */
import { intervalsWhere, maximum } from '../../record/steps.js';
import { mapped, sumOf } from '../../record/steps-algebra.js';
import type { Reading, Subject } from '../reading.js';
import { stuckServices } from '../stability.js';
import { isDown } from '../thresholds.js';
import type { Measure } from './measure.js';

/** Rules that are an act of a person by themselves. */
const BY_HAND = ['failover.by-hand', 'circle.broken', 'intervention.made'] as const;

/** Tasks that a team began, and what was done by hand. */
export function manualSteps(reading: Reading): number {
  const { view, record } = reading;
  const begunByTeams = view.eventsBy(['task.began']).filter((event) => isByTeam(reading, record.events.entity[event]));
  return begunByTeams.length + view.eventsBy(BY_HAND).length;
}

/** A task's last `of` is its team, or -1. */
function isByTeam(reading: Reading, task: number): boolean {
  const team = reading.view.entity(task).of.at(-1) ?? -1;
  return team >= 0 && reading.view.entity(team).kind === 'team';
}

function services(reading: Reading): readonly Subject[] {
  return reading.subjects.filter((subject) => subject.kind === 'service');
}

export const servicesMeasures: readonly Measure[] = [
  {
    name: 'servicesEverDown',
    nullMeans: 'unknown',
    label: { en: 'services ever down', ko: '중단된 적이 있는 서비스' },
    unit: 'count',
    of: 'run',
    better: 'lower',
    meaning: 'Services that were ever under 50 % success.',
    compute: (reading) =>
      services(reading).filter(({ share }) => intervalsWhere(share, 0, reading.end, isDown).length > 0).length,
  },
  {
    name: 'servicesDownAtOnce',
    nullMeans: 'unknown',
    label: { en: 'services down at once', ko: '동시 중단 서비스' },
    unit: 'count',
    of: 'run',
    better: 'lower',
    meaning: 'Most services under 50 % success at one time.',
    compute: (reading) =>
      maximum(
        sumOf(services(reading).map(({ share }) => mapped(share, (value) => (isDown(value) ? 1 : 0)))),
        0,
        reading.end,
      ),
  },
  {
    name: 'manualSteps',
    nullMeans: 'unknown',
    label: { en: 'manual steps', ko: '수동 작업' },
    unit: 'count',
    of: 'run',
    better: 'lower',
    meaning: 'Tasks that people began, and what was done by hand.',
    compute: manualSteps,
  },
  {
    name: 'metastable',
    nullMeans: 'unknown',
    label: { en: 'metastable', ko: '준안정 장애' },
    unit: 'count',
    of: 'run',
    better: 'lower',
    meaning: '1 when services stay bad with all faults gone and all repairs done, else 0.',
    compute: (reading) => (stuckServices(reading).length > 0 ? 1 : 0),
  },
];
