/** The real zone and class labels against labels dealt out at random. */
import { streams } from '../../src/engine/streams.js';
import { withFlatDemand } from '../flat-demand.js';
import { kakao as asWritten } from '../kakao.js';
import { inTheBuilding, type Labels, ofScoredRows, shuffleLabels } from '../label-shuffles.js';
import { claim, fixed, percent, table } from '../markdown.js';
import { mean, score } from '../score.js';

/** Of the deal that was asked for, and of each of the others beside it. */
const SHUFFLES = 1000;
const BESIDE = 200;
const SEED = 1;
const kakao = withFlatDemand(asWritten);

interface Deal {
  readonly name: string;
  readonly labels: Labels;
  readonly among: readonly string[];
  readonly shuffles: number;
}

export function labelsSection(told: (done: number, of: number) => void): string {
  const everywhere = inTheBuilding(kakao);
  const scored = ofScoredRows(kakao);
  const both: Labels = { zones: true, classes: true };
  const deals: readonly Deal[] = [
    { name: 'zone and class, all services of the building', labels: both, among: everywhere, shuffles: SHUFFLES },
    { name: 'zone alone, all', labels: { ...both, classes: false }, among: everywhere, shuffles: BESIDE },
    { name: 'class alone, all', labels: { ...both, zones: false }, among: everywhere, shuffles: BESIDE },
    { name: 'zone and class, only what scored rows are about', labels: both, among: scored, shuffles: BESIDE },
  ];
  const real = score(kakao, [SEED]);
  const all = deals.reduce((sum, { shuffles }) => sum + shuffles, 0);
  let done = 0;
  const results = deals.map((deal) => {
    const luck = streams('labels');
    const seen = Array.from({ length: deal.shuffles }, (_, i) => {
      told(done++, all);
      return score(shuffleLabels(kakao, deal.labels, deal.among, luck.stream(deal.name, i)), [SEED]);
    });
    return {
      deal,
      beaten: seen.filter(({ inside }) => inside < real.inside).length / deal.shuffles,
      beatenInOrder: seen.filter(({ spearman }) => (spearman ?? -1) < (real.spearman ?? -1)).length / deal.shuffles,
      mean: mean(seen.map(({ inside }) => inside)),
      best: Math.max(...seen.map(({ inside }) => inside)),
    };
  });
  return [
    `Seed ${SEED}. The real labels have ${real.inside} of ${real.rows} rows inside and a Spearman of ${fixed(real.spearman, 3)}.`,
    '',
    table(
      [
        'dealt out anew',
        'services',
        'shuffles',
        'inside, mean',
        'inside, most',
        'fewer inside than the real',
        'lower Spearman',
      ],
      results.map(({ deal: { name, among, shuffles }, mean: average, best, beaten, beatenInOrder }) => [
        name,
        String(among.length),
        String(shuffles),
        fixed(average, 1),
        String(best),
        `${(beaten * 100).toFixed(1)} %`,
        `${(beatenInOrder * 100).toFixed(1)} %`,
      ]),
    ),
    '',
    claim(`the real labels beat 95 % of ${SHUFFLES} shuffles`, results[0].beaten >= 0.95, percent(results[0].beaten)),
    ...results.slice(1).map(({ deal, beaten }) => claim(`the same, ${deal.name}`, beaten >= 0.95, percent(beaten))),
  ].join('\n');
}
