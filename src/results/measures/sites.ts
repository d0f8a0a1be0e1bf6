/** What the machines of a site bore. */
import { STATES } from '../../record/record.js';
import { maximum, type StepFunction, secondsWhere } from '../../record/steps.js';
import { mapped, sumOf } from '../../record/steps-algebra.js';
import { loadOf } from '../load-of.js';
import type { Reading } from '../reading.js';
import type { Measure } from './measure.js';

const OVERLOADED = STATES.indexOf('overloaded');

/** Entities of the deployments in a site, or of a service, or all of them. */
function deployments(reading: Reading, belongsTo: number | null): number[] {
  return reading.view
    .ofKind('deployment')
    .filter((entity) => belongsTo === null || reading.view.entity(entity).of.includes(belongsTo));
}

function overloadedSeconds(reading: Reading, entities: readonly number[]): number {
  const flags: StepFunction[] = [];
  for (const entity of entities) {
    const state = reading.view.track(entity, 'state');
    if (state) flags.push(mapped(state, (code) => (code === OVERLOADED ? 1 : 0)));
  }
  return secondsWhere(sumOf(flags), 0, reading.end, (count) => count > 0);
}

function ofSite<Result>(reading: Reading, id: string, compute: (entities: readonly number[]) => Result): Result | null {
  const site = reading.view.find('site', id);
  return site < 0 ? null : compute(deployments(reading, site));
}

export const siteMeasures: readonly Measure[] = [
  {
    name: 'peakLoad',
    nullMeans: 'unknown',
    label: { en: 'greatest load', ko: '최대 부하' },
    unit: 'ratio',
    of: 'site',
    better: 'lower',
    meaning: 'Most that any deployment in the site was asked for, over what it could do then.',
    compute: (reading, id) => ofSite(reading, id, (entities) => maximum(loadOf(reading, entities), 0, reading.end)),
  },
  {
    name: 'overloadedSeconds',
    nullMeans: 'unknown',
    label: { en: 'overloaded for', ko: '과부하 시간' },
    unit: 'seconds',
    of: 'site',
    better: 'lower',
    meaning: 'Time with any deployment in the site overloaded.',
    compute: (reading, id) => ofSite(reading, id, (entities) => overloadedSeconds(reading, entities)),
  },
  {
    name: 'overloadedSeconds',
    nullMeans: 'unknown',
    label: { en: 'overloaded for', ko: '과부하 시간' },
    unit: 'seconds',
    of: 'run',
    better: 'lower',
    meaning: 'Time with any deployment overloaded.',
    compute: (reading) => overloadedSeconds(reading, deployments(reading, null)),
  },
  {
    name: 'overloadedSeconds',
    nullMeans: 'unknown',
    label: { en: 'overloaded for', ko: '과부하 시간' },
    unit: 'seconds',
    of: 'service',
    better: 'lower',
    meaning: 'Time with any deployment of the service overloaded.',
    compute: (reading, id) => {
      const service = reading.view.find('service', id);
      return service < 0 ? null : overloadedSeconds(reading, deployments(reading, service));
    },
  },
];
