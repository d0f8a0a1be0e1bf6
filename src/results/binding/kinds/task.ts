/**
 * A piece of repair work: under way, or waiting. Work without its tools takes longer, so what it misses is asked for, too.
 */

import type { Reading } from '../../reading.js';
import { isRunningAt, type TaskLife, taskLives, waitsAt } from '../../task-lives.js';
import { isDown } from '../../thresholds.js';
import { waitText } from '../../words.js';
import { workDetails } from '../../work-text.js';
import { ask, type Constraint, type Moment, type Question, type Say } from '../constraint.js';
import { finite } from '../span.js';

/** Stages that only wait: their name is what they wait for. */
const WAITING_ONLY = /:(notice|entry|power|network|boot|warm-up|drain)#/;

export const task: Constraint = {
  answer(at, { entity }) {
    const { reading, time } = at;
    const { view } = reading;
    const life = taskLives(reading).get(entity);
    if (life === undefined) return null;
    const { path, id } = view.entity(entity);
    if (isRunningAt(life, time)) {
      const missing = life.factor > 1 ? missingTools(at, life) : [];
      return {
        since: life.beganAt,
        until: finite(life.endedAt),
        path,
        event: life.began,
        text: (say) => runningText(reading, say, life, missing),
        next: missing.map((tool) => ask('down', tool)),
      };
    }
    const waits = waitsAt(life, time);
    const who = isWaitOf(view.entity(life.subject).kind, id) ? life.subject : entity;
    return {
      since: life.openedAt,
      until: finite(Math.min(life.beganAt, life.endedAt)),
      path,
      event: life.opened,
      text: (say) => waitingText(say, who, life, waits),
      next: waits.map(({ kind, on }): Question => (isService(kind) ? ask('down', on) : ask(kind, on, entity))),
    };
  },
};

/** A stage of a deployment that only waits is told as the deployment's wait. */
const isWaitOf = (subject: string, id: string): boolean => subject === 'deployment' && WAITING_ONLY.test(id);
const isService = (kind: string): boolean => kind === 'tool' || kind === 'service';

function runningText(reading: Reading, say: Say, life: TaskLife, missing: readonly number[]): string {
  const during = say.span(life.beganAt, finite(life.endedAt));
  const details = workDetails(reading, say, life);
  const tools =
    missing.length > 0
      ? say.in(` without ${say.list(missing.map(say.name))}`, ` (없는 도구: ${say.list(missing.map(say.name))})`)
      : '';
  return say.in(
    `${say.name(life.entity)} is under way ${during}${details}${tools}`,
    `${say.name(life.entity)} 진행 중, ${during}${details}${tools}`,
  );
}

function waitingText(say: Say, who: number, life: TaskLife, waits: ReturnType<typeof waitsAt>): string {
  const things = waits.map(({ kind, on }) => waitText(kind, say.name(on), say.language));
  const what = things.length === 0 ? '' : say.in(` for ${say.list(things)}`, `: ${say.list(things)}`);
  return say.in(
    `${say.name(who)} has waited${say.since(life.openedAt)}${what}`,
    `${say.name(who)} 대기${say.since(life.openedAt)}${what}`,
  );
}

/** Tools that did not serve when it began. */
function missingTools({ reading }: Moment, { subject, beganAt }: TaskLife): readonly number[] {
  const { view, scenario } = reading;
  const about = view.entity(subject);
  const id = about.kind === 'deployment' ? view.entity(about.of[0]).id : about.id;
  const tools =
    about.kind === 'site' || about.kind === 'zone'
      ? scenario.recovery.boot.tools
      : (scenario.services.find((each) => each.id === id)?.needs ?? [])
          .filter(({ kind }) => kind === 'operate')
          .map(({ service }) => service);
  return tools
    .map((tool) => view.find('service', tool))
    .filter((tool) => tool >= 0 && isDown(view.at(tool, 'share', beganAt)));
}
