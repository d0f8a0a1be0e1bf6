/** Another order of repair. */
import { type Change, changeRecovery } from '../change.js';
import type { Clues } from '../clues.js';

const WORDS = {
  users: ['most users first', '사용자가 많은 순서'],
  dependency: ['what others rest upon first', '다른 서비스가 의존하는 순서'],
  'critical-path': ['the longest way back first', '복구에 오래 걸리는 순서'],
} as const;

export function order({ scenario, tasks }: Clues): Change[] {
  if (tasks.length === 0) return [];
  return (['users', 'dependency', 'critical-path'] as const)
    .filter((each) => each !== scenario.recovery.order)
    .map((each) => ({
      id: `order:${each}`,
      kind: 'order',
      set: [`recovery.order=${each}`],
      layout: null,
      text: (say) => say.in(`repair in another order: ${WORDS[each][0]}`, `복구 순서 변경: ${WORDS[each][1]}`),
      apply: (base) => changeRecovery(base, { order: each }),
    }));
}
