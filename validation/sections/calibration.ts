/** Fitted on one half of the scored rows and tested on the other, both ways; and on all of them. */
import { BUDGET, FACTORS, FIT_SEEDS, type Fit, fitTo, fittedParameters, scoreFit } from '../calibrate.js';
import { type Halves, halves } from '../halves.js';
import { kakao, SEEDS } from '../kakao.js';
import { claim, fixed, table } from '../markdown.js';
import { valueText } from '../parameter-text.js';
import { type Score, score } from '../score.js';

/** Each names a random point of the grid that a search of each half begins at; what is claimed has to hold from all. */
const STARTS = [1, 2];
const INSIDE = 0.6;
const ORDER = 0.8;

export function calibrationSection(told: (what: string) => void): string {
  const [first, second]: Halves = halves(kakao.history?.rows ?? []);
  const all = new Set([...first, ...second]);
  const parts = [
    { name: 'first half', rows: first },
    { name: 'second half', rows: second },
  ];
  const searches = parts.flatMap(({ name, rows }) =>
    STARTS.map((start) => {
      told(`${name}, start ${start}`);
      const found = fitTo(kakao, rows, start);
      return { name: `${name}, start ${start}`, found, seen: scoreFit(found, SEEDS, rows) };
    }),
  );
  told('all rows, from the file');
  const onAll = fitTo(kakao, all, 'file');
  return [
    `${fittedParameters(kakao).length} parameters, each the file's value times ${FACTORS.join(', ')}; fitted on seeds ${FIT_SEEDS.join(', ')}, at most ${BUDGET} points a search, each run on both seeds; begun at ${STARTS.length} random points of the grid; scored on seeds 1 to ${SEEDS.length}.`,
    '',
    `- First half: ${[...first].join(', ')}.`,
    `- Second half: ${[...second].join(', ')}.`,
    '',
    table(
      [
        'fitted on',
        'points tried',
        'loss: begin',
        'end',
        'inside, fitted half',
        'Spearman',
        'inside, other half',
        'within 20 %',
        'Spearman',
      ],
      searches.map(({ name, found, seen }) => [
        name,
        String(found.tried),
        fixed(found.startLoss, 2),
        fixed(found.loss, 2),
        of(seen.seen),
        fixed(seen.seen.spearman, 2),
        of(seen.unseen),
        `${fixed(seen.unseen.near, 1)} of ${seen.unseen.rows}`,
        fixed(seen.unseen.spearman, 2),
      ]),
    ),
    '',
    ...searches.map(({ name, seen: { unseen } }) =>
      claim(
        `fitted on the ${name}, at least 60 % of the other inside or within 20 %, and Spearman 0.8`,
        unseen.near >= INSIDE * unseen.rows && (unseen.spearman ?? -1) >= ORDER,
        `${fixed(unseen.near, 1)} of ${unseen.rows} (${of(unseen)} inside), ${fixed(unseen.spearman, 2)}`,
      ),
    ),
    '',
    onAllRows(onAll),
    '',
    table(
      ['parameter', 'in the file', ...searches.map(({ name }) => name), 'all rows'],
      fittedParameters(kakao)
        .map((parameter) => {
          const value = (found: Fit): string => {
            const moved = found.moved.find((each) => each.parameter.name === parameter.name);
            return moved === undefined ? '' : valueText(parameter, moved.value);
          };
          return [
            `\`${parameter.name}\``,
            valueText(parameter, parameter.value),
            ...searches.map(({ found }) => value(found)),
            value(onAll),
          ];
        })
        .filter(([, , ...values]) => values.some((value) => value !== '')),
    ),
    '',
    'An empty cell: as in the file.',
  ].join('\n');
}

/** How far a search that has every row moves from what was found by hand, and whether other seeds gain by it. */
function onAllRows({ scenario, startLoss, loss, tried, moved }: Fit): string {
  const [before, after] = [score(kakao, SEEDS), score(scenario, SEEDS)];
  const better = after.inside > before.inside && after.loss < before.loss;
  return [
    `On all rows, from the file's values: loss ${fixed(startLoss, 3)} on seeds ${FIT_SEEDS.join(', ')} as in the file, ${fixed(loss, 3)} after ${tried} points, with ${moved.length} of the parameters moved.`,
    `On seeds 1 to ${SEEDS.length}: ${fixed(before.inside, 2)} of ${before.rows} inside and loss ${fixed(before.loss, 3)} as in the file, ${fixed(after.inside, 2)} and ${fixed(after.loss, 3)} with what was found.`,
    better
      ? 'That is better on seeds that it was not fitted on as well.'
      : 'That is no better on seeds that it was not fitted on, so the file keeps its values.',
  ].join(' ');
}

function of({ inside, rows }: Score): string {
  return `${fixed(inside, 1)} of ${rows}`;
}
