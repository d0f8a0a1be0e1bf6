/**
 * A service or journey that is not up: what of its own does not serve, and what it needs that does not.
 *
 * Its own machines come first, then the failover that would replace them, then its needs. Left out: needs that fail less
 * than one request in a hundred.
 */

import { STATES } from '../../../record/record.js';
import type { Dependency } from '../../../scenario/model.js';
import { isOpenAt, livesOf, type TaskLife } from '../../task-lives.js';
import { isDown, isUp } from '../../thresholds.js';
import { DEPENDENCY_WORDS, STATE_WORDS } from '../../words.js';
import { ask, type Constraint, type Moment, type Question, type Say } from '../constraint.js';
import { firstAfter, lastBy, spanAt } from '../span.js';

/** What is done after a deployment serves again; it holds up full function, not the service. */
const AFTERWARDS = /:(check|verify|drain|failback|repair)#/;

interface Need {
  readonly spec: Dependency;
  readonly entity: number;
}

export const down: Constraint = {
  answer(at, { entity }) {
    const { reading, time } = at;
    const { view, end } = reading;
    const subject = reading.subjects.find((each) => each.entity === entity);
    if (subject === undefined) return null;
    const span = spanAt(subject.share, time, end, (share) => !isUp(share));
    if (span === null) return null;
    const own = subject.kind === 'service' ? ownConstraints(at, entity, span.until ?? end) : [];
    const share = view.at(entity, 'share', time);
    // Without an optional need it degrades; down it is by what is its own, when there is such.
    const blamesOptional = !isDown(share) || own.length === 0;
    const needs = failingNeeds(at, subject.id, subject.kind).filter(
      ({ spec }) => spec.kind !== 'optional' || blamesOptional,
    );
    const found = [...own, ...needs.map((need) => ask('down', need.entity))];
    const state = view.at(entity, 'state', time);
    return {
      ...span,
      path: subject.path,
      event: lastBy(reading, entity, ['state.changed', 'cause.changed'], time),
      text: (say) => {
        const word = STATE_WORDS[STATES[state] ?? 'down'][say.language];
        const why = needs.length === 0 ? '' : needsText(say, needs);
        return say.in(
          `${say.name(entity)} is ${word} (not up ${say.span(span.since, span.until)}), ${say.share(share)} succeed${why}`,
          `${say.name(entity)} ${word} (${say.span(span.since, span.until)} 비정상), 성공률 ${say.share(share)}${why}`,
        );
      },
      next: found.length > 0 ? found : [ask('since', entity)],
    };
  },
};

/** Needs of one kind together: `A and B (required)`. */
function needsText(say: Say, needs: readonly Need[]): string {
  const kinds = [...new Set(needs.map(({ spec }) => spec.kind))];
  const parts = kinds.map((kind) => {
    const names = needs.filter(({ spec }) => spec.kind === kind).map(({ entity }) => say.name(entity));
    return `${say.list(names)} (${DEPENDENCY_WORDS[kind][say.language]})`;
  });
  return say.in(`; it needs ${say.list(parts)}`, `; 필요한 서비스: ${say.list(parts)}`);
}

function failingNeeds({ reading, time }: Moment, id: string, kind: 'service' | 'journey'): readonly Need[] {
  const { view, scenario } = reading;
  const owner = (kind === 'service' ? scenario.services : scenario.journeys).find((each) => each.id === id);
  return (owner?.needs ?? [])
    .map((spec) => ({ spec, entity: view.find('service', spec.service) }))
    .filter(({ spec, entity }) => {
      const share = view.at(entity, 'share', time);
      return spec.kind === 'required' || spec.kind === 'async'
        ? !isUp(share)
        : spec.kind === 'optional' && isDown(share);
    });
}

function ownConstraints(at: Moment, service: number, until: number): readonly Question[] {
  const { reading, time } = at;
  const { view } = reading;
  const deployments = view.ofKind('deployment').filter((each) => view.entity(each).of[0] === service);
  const found: Question[] = livesOf(reading, service)
    .filter((life) => isOpenAt(life, time))
    .map((life) => ask('task', life.entity));
  for (const deployment of deployments) found.push(...ofDeployment(at, deployment));
  for (const deployment of deployments) {
    const decided = firstAfter(reading, deployment, ['failover.decided'], time);
    if (decided >= 0 && reading.record.events.time[decided] <= until) found.push(ask('decision', deployment));
  }
  return found;
}

function ofDeployment({ reading, time }: Moment, deployment: number): readonly Question[] {
  const { view } = reading;
  const servers = view.at(deployment, 'servers', time);
  const isRouted = view.at(deployment, 'routed', time) === 1;
  const isServing = servers > 0 && isRouted;
  const tasks = livesOf(reading, deployment)
    .filter((life) => isOpenAt(life, time) && !(isServing && isAfterwards(reading.view.entity(life.entity).id)))
    .map((life: TaskLife) => ask('task', life.entity));
  if (tasks.length > 0) return tasks;
  if (!isRouted) return [];
  const found: Question[] = [];
  const lost = lastBy(reading, deployment, ['servers.lost', 'servers.crashed', 'servers.destroyed'], time);
  const gained = lastBy(reading, deployment, ['servers.recovered'], time);
  if (lost > gained || servers === 0) found.push(ask('short', deployment));
  if (servers === 0) return found;
  if (view.at(deployment, 'believed', time) === 0) found.push(ask('belief', deployment));
  const began = lastBy(reading, deployment, ['overload.began'], time);
  if (began > lastBy(reading, deployment, ['overload.ended'], time)) found.push(ask('overload', deployment));
  return found;
}

const isAfterwards = (id: string): boolean => AFTERWARDS.test(id);
