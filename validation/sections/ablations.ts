/** One mechanism at a time taken out of the Kakao scenario. */
import { ABLATIONS } from '../ablations.js';
import { kakao, SEEDS } from '../kakao.js';
import { claim, fixed, table } from '../markdown.js';
import { score } from '../score.js';

/** Rows inside that a mechanism has to be worth. */
const MATTERS = 2;

export function ablationsSection(): string {
  const whole = score(kakao, SEEDS);
  const without = ABLATIONS.map((ablation) => ({ ablation, seen: score(ablation.of(kakao), SEEDS) }));
  const mattering = without.filter(({ seen }) => whole.inside - seen.inside >= MATTERS);
  return [
    table(
      ['without', 'that is', `rows inside, of ${whole.rows}`, 'lost', 'inside or within 20 %', 'Spearman'],
      [
        ['nothing', '', fixed(whole.inside, 1), '', fixed(whole.near, 1), fixed(whole.spearman, 3)],
        ...without.map(({ ablation: { name, how }, seen }) => [
          name,
          how,
          fixed(seen.inside, 1),
          fixed(whole.inside - seen.inside, 1),
          fixed(seen.near, 1),
          fixed(seen.spearman, 3),
        ]),
      ],
    ),
    '',
    claim(
      `at least five of the ${ABLATIONS.length} lower the rows inside by ${MATTERS} or more`,
      mattering.length >= 5,
      `${mattering.length} do (${mattering.map(({ ablation }) => ablation.name).join(', ')})`,
    ),
  ].join('\n');
}
