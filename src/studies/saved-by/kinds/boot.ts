/** Servers that boot twice as fast by hand. */
import { type Change, changeRecovery } from '../change.js';
import type { Clues } from '../clues.js';

export function boot({ scenario, reading, tasks }: Clues): Change[] {
  const { boot: plan } = scenario.recovery;
  const waits = tasks.some((life) => reading.view.entity(life.entity).id.includes(':boot#'));
  if (!waits || plan.byHandPerHour <= 0) return [];
  const twice = 2 * plan.byHandPerHour;
  return [
    {
      id: 'boot',
      kind: 'boot',
      set: [`recovery.boot.byHand=${twice}/h`],
      layout: null,
      text: (say) =>
        say.in(
          `${say.count(twice)} servers an hour booted by each pair of hands instead of ${say.count(plan.byHandPerHour)}`,
          `한 사람이 시간당 서버 ${say.count(plan.byHandPerHour)}대 대신 ${say.count(twice)}대 부팅`,
        ),
      apply: (base) => changeRecovery(base, { boot: { ...base.recovery.boot, byHandPerHour: twice } }),
    },
  ];
}
