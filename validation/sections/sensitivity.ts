/** Each free parameter that is a number, halved and doubled by itself. */

import { withFlatDemand } from '../flat-demand.js';
import { type FreeParameter, freeParameters, timesFactor } from '../free-parameters.js';
import { kakao as asWritten } from '../kakao.js';
import { fixed, table } from '../markdown.js';
import { valueText } from '../parameter-text.js';
import { type Score, score } from '../score.js';

const SEEDS = [1, 2, 3, 4, 5];
const kakao = withFlatDemand(asWritten);

interface Tried {
  readonly parameter: FreeParameter;
  readonly value: number;
  readonly seen: Score;
}

export function sensitivitySection(told: (done: number, of: number) => void): string {
  const whole = score(kakao, SEEDS);
  const parameters = freeParameters(kakao);
  const effect = (parameter: FreeParameter, factor: number): Tried => {
    const value = timesFactor(parameter, factor);
    return { parameter, value, seen: value === parameter.value ? whole : score(parameter.with(kakao, value), SEEDS) };
  };
  const tried = parameters.map((parameter, i) => {
    told(i, parameters.length);
    return [effect(parameter, 0.5), effect(parameter, 2)] as const;
  });
  const moves = tried.filter((pair) =>
    pair.some(({ seen }) => seen.inside !== whole.inside || seen.loss !== whole.loss),
  );
  const still = tried.filter((pair) => !moves.includes(pair));
  const cells = ({ parameter, value, seen }: Tried): string[] =>
    value === parameter.value
      ? ['the same', '']
      : [valueText(parameter, value), `${fixed(seen.inside, 1)} (${fixed(seen.near, 1)}), ${fixed(seen.spearman, 3)}`];
  const worst = Math.min(...tried.flat().map(({ seen }) => seen.inside));
  return [
    `Seeds ${SEEDS[0]} to ${SEEDS.at(-1)}: as in the file, ${fixed(whole.inside, 1)} of ${whole.rows} rows are inside, ${fixed(whole.near, 1)} inside or within 20 % (in brackets), and Spearman is ${fixed(whole.spearman, 3)}. The fewest inside by any one halving or doubling are ${fixed(worst, 1)}.`,
    '',
    table(
      ['parameter', 'in the file', 'halved', 'inside', 'doubled', 'inside'],
      moves.map((pair) => [
        `\`${pair[0].parameter.name}\``,
        valueText(pair[0].parameter, pair[0].parameter.value),
        ...cells(pair[0]),
        ...cells(pair[1]),
      ]),
    ),
    '',
    `Halved or doubled, these move no scored row over an end of its interval, nor one that is outside: ${still.map(([{ parameter }]) => `\`${parameter.name}\``).join(', ')}.`,
  ].join('\n');
}
