/** Servers that are being booted, in waves; or a task of another kind that goes first. */
import { isOpenAt, livesOf } from '../../task-lives.js';
import { ask, type Constraint } from '../constraint.js';
import { waitOf } from '../wait-of.js';

export const boot: Constraint = {
  answer({ reading, time }, question) {
    const { view, scenario } = reading;
    const { entity } = question;
    const wait = waitOf(reading, question, time);
    if (wait === null) return null;
    const about = view.entity(entity);
    if (about.kind === 'task') {
      return {
        ...wait.span,
        path: about.path,
        event: wait.event,
        text: (say) => say.in(`${say.name(entity)} goes first`, `${say.name(entity)} 우선 진행`),
        next: [ask('task', entity)],
      };
    }
    const [site] = about.of;
    const up = view.at(entity, 'up', time);
    const waves = livesOf(reading, site).filter((life) => isOpenAt(life, time));
    const { boot: plan } = scenario.recovery;
    return {
      ...wait.span,
      path: 'recovery.boot',
      event: wait.event,
      text: (say) =>
        say.in(
          `servers of ${say.name(entity)} are being booted, ${say.count(plan.wave)} in a wave: ${say.count(up)} are up, ${wait.span.until === null ? 'not enough within the run' : `enough at ${say.clock(wait.span.until)}`}`,
          `${say.name(entity)} 서버 부팅 중, 한 번에 ${say.count(plan.wave)}대: ${say.count(up)}대 가동, ${wait.span.until === null ? '실행 안에 충분해지지 않음' : `필요한 수는 ${say.clock(wait.span.until)}에 확보`}`,
        ),
      // The waves of a site are alike: one that waits tells more than one that runs.
      next: (waves.some((life) => life.beganAt > time) ? waves.filter((life) => life.beganAt > time) : waves)
        .slice(0, 1)
        .map((life) => ask('task', life.entity)),
    };
  },
};
