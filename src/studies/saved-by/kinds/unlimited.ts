/** As if there were always people enough: no change one could buy, but it says how much of the outage was people. */
import { type Change, changeRecovery } from '../change.js';
import type { Clues } from '../clues.js';

export function unlimited({ scenario, tasks }: Clues): Change[] {
  if (scenario.recovery.unlimitedPeople || !tasks.some(({ people }) => people > 0)) return [];
  return [
    {
      id: 'unlimited',
      kind: 'unlimited',
      set: ['recovery.unlimitedPeople=true'],
      layout: null,
      text: (say) => say.in('people enough in every team', '모든 팀에 충분한 인원'),
      apply: (base) => changeRecovery(base, { unlimitedPeople: true }),
    },
  ];
}
