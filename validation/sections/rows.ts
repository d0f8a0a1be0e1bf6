/** Kakao row by row on all seeds, beside the predictors that need no simulation. */
import { type HistoryResult, scoreHistory } from '../../src/results/history.js';
import { median } from '../../src/results/rank-correlation.js';
import { readRun } from '../../src/results/reading.js';
import { sha256 } from '../../src/scenario/sha256.js';
import { simulate } from '../../src/world/simulate.js';
import { kakao, SEEDS } from '../kakao.js';
import { claim, fixed, hours, percent, table } from '../markdown.js';
import { isNear, mean, scoreOf } from '../score.js';

let known: readonly HistoryResult[] | null = null;

function results(): readonly HistoryResult[] {
  known ??= SEEDS.map((seed) => {
    const result = scoreHistory(readRun(kakao, simulate(kakao, { seed: String(seed) })));
    if (result === null) throw new Error('the scenario has no history');
    return result;
  });
  return known;
}

/** Names what the runs give: dearer figures bear it, so that a test can tell when they are of another model. */
export function stamp(): string {
  return sha256(JSON.stringify(results().map(({ rows }) => rows))).slice(0, 16);
}

export function rowsSection(): string {
  const all = results();
  const scored = all.map(({ rows }) => rows.filter(({ inside }) => inside !== null));
  const total = scoreOf(scored);
  const [{ baselines }] = all;
  const least = Math.min(...scored.map((rows) => rows.filter(isNear).length));
  const leastRho = Math.min(...all.map(({ spearman }) => spearman ?? -1));
  const beaten = all.every(({ inside, spearman, baselines: others }) =>
    others.every((other) => inside > other.inside && (spearman ?? -1) > (other.spearman ?? -1)),
  );
  return [
    table(
      [
        'row',
        'milestone',
        'real, h',
        'simulated, h: least',
        'median',
        'most',
        `inside, of ${SEEDS.length}`,
        'distance, mean',
      ],
      scored[0].map(({ id, milestone, realAfterSeconds, realBySeconds }, i) => {
        const row = scored.map((rows) => rows[i]);
        const times = row.map(({ simulatedSeconds }) => simulatedSeconds ?? Number.POSITIVE_INFINITY);
        return [
          id,
          milestone,
          `${hours(realAfterSeconds)} to ${hours(realBySeconds)}`,
          hours(Math.min(...times)),
          hours(median(times)),
          hours(Math.max(...times)),
          String(row.filter(({ inside }) => inside).length),
          percent(mean(row.map(({ relativeDistance }) => relativeDistance ?? Number.POSITIVE_INFINITY))),
        ];
      }),
    ),
    '',
    table(
      ['predictor', `rows inside, of ${total.rows}`, 'Spearman'],
      [
        ['the run, mean of the seeds', fixed(total.inside, 1), fixed(total.spearman, 3)],
        ...baselines.map(({ name, inside, spearman }) => [name, String(inside), fixed(spearman, 3)]),
      ],
    ),
    '',
    claim(
      'at least 80 % of the scored rows inside or within 20 % of the nearest end, on every seed',
      least >= 0.8 * total.rows,
      `${least} of ${total.rows} on the worst seed, ${fixed(total.inside, 1)} inside on average`,
    ),
    claim('Spearman at least 0.9 on every seed', leastRho >= 0.9, `${fixed(leastRho, 3)} on the worst`),
    claim(
      'more rows inside and a higher Spearman than every predictor, on every seed',
      beaten,
      `the best of them, ${baselines.at(-1)?.name}, has ${baselines.at(-1)?.inside} and ${fixed(baselines.at(-1)?.spearman ?? null, 3)}, having seen the answers`,
    ),
  ].join('\n');
}
