/** What fails against layouts, ranked bars where there is one layout, and pairs against each other. */
import { figure, type Html, heading, paragraph } from '../../../formats/html/page.js';
import { formatCount, formatShare } from '../../../results/amounts.js';
import { barsChart } from '../../../scene/charts/bars-chart.js';
import { type MatrixCell, matrixChart } from '../../../scene/charts/matrix-chart.js';
import type { DisplayList } from '../../../scene/display-list.js';
import { paintSvg } from '../../../scene/svg.js';
import { PALETTES } from '../../../scene/theme.js';
import type { ContingencyCase, ContingencyLayout } from '../../../studies/contingency/contingency.js';
import { byFailure, type ContingencyFrame, isTelling, lostText } from './contingency-frame.js';

const WIDTH = 900;
const ROWS = 30;
/** Things that fail together, worst first: as many as fit side by side. */
const SIDE = 9;
const palette = PALETTES.light;

export function singlesPicture(frame: ContingencyFrame): readonly Html[] {
  const { document, texts, failure, language } = frame;
  const all = byFailure(document.cases.filter(({ failed }) => failed.length === 1));
  const shown = all.filter((cases) => cases.some(isTelling)).slice(0, ROWS);
  if (shown.length === 0) return [];
  const caption = (document.layouts.length === 1 ? texts.barsCaption : texts.matrixCaption)(shown.length, all.length);
  const names = document.layouts.map(({ id }) => id);
  const chart: DisplayList =
    document.layouts.length === 1
      ? barsChart({
          series: names,
          rows: shown.map(([only]) => ({
            name: failure(only),
            bars: [{ value: only.userHoursLost, text: lostText(only, language), ci95: null }],
          })),
          unit: 'person-hours',
          width: WIDTH,
          palette,
          language,
        })
      : matrixChart({
          columns: names,
          rows: shown.map((cases) => ({
            name: failure(cases[0]),
            cells: names.map((id) =>
              cellOf(
                cases.find(({ layout }) => layout === id),
                frame,
              ),
            ),
          })),
          width: WIDTH,
          palette,
        });
  return [heading(2, texts.matrix), figure(paintSvg(chart, { title: texts.matrix, description: caption }), caption)];
}

export function pairsPictures(frame: ContingencyFrame): readonly Html[] {
  return frame.document.layouts.flatMap((layout) => pairsPicture(layout, frame));
}

function pairsPicture({ id, pairs }: ContingencyLayout, frame: ContingencyFrame): readonly Html[] {
  const { document, texts, failure, language } = frame;
  const all = document.cases.filter(({ layout, failed }) => layout === id && failed.length === 2);
  if (all.length === 0) return [];
  const things = worstThings(all);
  const found = (a: Thing, b: Thing): ContingencyCase | undefined => all.find((each) => isOf(each, a) && isOf(each, b));
  const names = things.map(({ kind, id: name }) => failure({ kinds: [kind], failed: [name] }));
  const chart = matrixChart({
    columns: names,
    rows: things.map((row, i) => ({
      name: names[i],
      cells: things.map((column) => (row === column ? null : cellOf(found(row, column), frame))),
    })),
    width: WIDTH,
    palette,
  });
  const notes =
    pairs.how !== 'some'
      ? []
      : [
          texts.pairsSome(pairs.possible, pairs.picked, pairs.drawn),
          ...(pairs.worstDrawnUserHours === null || pairs.shareWorseAtMost === null
            ? []
            : [
                texts.pairsBound(
                  formatCount(pairs.worstDrawnUserHours, language),
                  formatShare(pairs.shareWorseAtMost, language),
                ),
              ]),
        ];
  const title = texts.pairs(id);
  return [
    heading(2, title),
    ...notes.map(paragraph),
    figure(paintSvg(chart, { title, description: texts.pairsCaption }), texts.pairsCaption),
  ];
}

interface Thing {
  readonly kind: ContingencyCase['kinds'][number];
  readonly id: string;
}

/** Those of the worst pairs, in that order. */
function worstThings(pairs: readonly ContingencyCase[]): readonly Thing[] {
  const things: Thing[] = [];
  for (const each of [...pairs].sort((a, b) => b.userHoursLost - a.userHoursLost)) {
    each.failed.forEach((id, i) => {
      const isKnown = things.some((thing) => thing.kind === each.kinds[i] && thing.id === id);
      if (!isKnown && things.length < SIDE) things.push({ kind: each.kinds[i], id });
    });
  }
  return things;
}

function isOf({ failed, kinds }: ContingencyCase, { kind, id }: Thing): boolean {
  return failed.some((each, i) => each === id && kinds[i] === kind);
}

function cellOf(of: ContingencyCase | undefined, { language }: ContingencyFrame): MatrixCell | null {
  if (of === undefined) return null;
  return { value: of.userHoursLost, text: lostText(of, language), isMarked: of.verdict === 'failed' };
}
