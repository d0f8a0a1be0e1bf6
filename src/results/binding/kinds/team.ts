/** People who are busy: who has them, who comes before, and whether it is night or some are absent. */
import { nightEnd } from '../../../scenario/night-pause.js';
import { isOpenAt, isRunningAt, type TaskLife, taskLives } from '../../task-lives.js';
import { ask, type Constraint, type Moment, type Question, type Say } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { lastBy } from '../span.js';
import { waitOf } from '../wait-of.js';

const NAMED = 3;

export const team: Constraint = {
  answer(at, question) {
    const { reading, time } = at;
    const { view, scenario } = reading;
    const { entity, task } = question;
    const wait = waitOf(reading, question, time);
    const about = view.entity(entity);
    const spec = scenario.recovery.teams.find(({ id }) => id === about.id);
    if (wait === null || spec === undefined) return null;
    const position = view.at(task, 'position', time);
    const before = queueBefore(at, question, position);
    const holders = [...taskLives(reading).values()].filter(
      (life) => life.team === entity && life.people > 0 && isRunningAt(life, time),
    );
    const busy = view.at(entity, 'busy', time);
    const left = lastBy(reading, entity, ['team.left', 'team.returned'], time);
    const isShort = left >= 0 && view.event(left).rule === 'team.left';
    const { nightPause } = scenario.recovery;
    const night = nightEnd(nightPause, scenario.start, time);
    return {
      ...wait.span,
      path: spec.path,
      event: wait.event,
      text: (say) => {
        const task = peopleText(say, entity, busy, spec.people, position === 1 && night <= time);
        return `${task}${queueText(say, question.task, position, before)}`;
      },
      next: [
        ...(night > time ? [ask('night', entity)] : []),
        ...(isShort ? faultsBehind(reading, left) : []),
        ...holders.slice(0, NAMED).map((life) => ask('task', life.entity)),
      ],
    };
  },
};

/** Tasks that queue for the same people in front of this one, first one first. */
function queueBefore({ reading, time }: Moment, { entity, task }: Question, position: number): readonly TaskLife[] {
  const { view } = reading;
  const place = (life: TaskLife): number => view.at(life.entity, 'position', time);
  return [...taskLives(reading).values()]
    .filter((life) => life.team === entity && life.entity !== task && isOpenAt(life, time))
    .filter((life) => place(life) > 0 && place(life) < position)
    .sort((a, b) => place(a) - place(b));
}

/** @param isNext whether the work is the next in the queue: then those who are left are too few for it */
function peopleText(say: Say, team: number, busy: number, people: number, isNext: boolean): string {
  const left = people - busy;
  const few =
    isNext && left > 0 ? say.in(`, ${say.count(left)} left: too few`, `, 남은 ${say.count(left)}명으로 부족`) : '';
  return say.in(
    `${say.name(team)}: ${say.count(busy)} of ${say.count(people)} people are at work${few}`,
    `${say.name(team)}: ${say.count(people)}명 중 ${say.count(busy)}명 작업 중${few}`,
  );
}

function queueText(say: Say, task: number, position: number, before: readonly TaskLife[]): string {
  const names = before.slice(0, NAMED).map((life) => say.name(life.entity));
  const more = before.length - names.length;
  if (more > 0) names.push(say.in(`${more} more`, `그 밖의 ${more}건`));
  const behind = names.length === 0 ? '' : say.in(`, behind ${say.list(names)}`, `, 앞선 작업: ${say.list(names)}`);
  return say.in(
    `; ${say.name(task)} is number ${position} in the queue${behind}`,
    `; ${say.name(task)} 대기 순번 ${position}${behind}`,
  );
}
