/** People affected over time, a line a layout, all on one scale. */
import { formatCount } from '../../../index.js';
import { columns } from '../../output/columns.js';
import { type CompareReport, heading, INDENT } from './compare-frame.js';

const COLUMNS = 48;
/** Fewer are an artefact of shares: nobody. */
const HALF_A_PERSON = 0.5;

export function overTimeSection(report: CompareReport): readonly string[] {
  const { document, texts, terminal } = report;
  const { glyphs, paint, language } = terminal;
  const lines = document.layouts.map(({ affected }) => thinned(affected));
  const most = Math.max(...lines.flat());
  if (!(most >= HALF_A_PERSON)) return [];
  const top = glyphs.levels.length - 1;
  const level = (people: number): string =>
    glyphs.levels[people < HALF_A_PERSON ? 0 : Math.max(1, Math.round((people / most) * top))];
  const rows = document.layouts.map(({ id, affected }, i) => [
    id,
    paint.red(lines[i].map(level).join('')) + ' '.repeat(COLUMNS - lines[i].length),
    texts.peak(formatCount(Math.max(...affected), language)),
  ]);
  return [heading(report, texts.over), ...columns(rows, { align: ['left', 'left', 'left'], indent: INDENT })];
}

/** Means of neighbours, so that the area stays. */
function thinned(parts: readonly number[]): number[] {
  const each = Math.ceil(parts.length / COLUMNS);
  return Array.from({ length: Math.floor(parts.length / each) }, (_, i) => {
    const some = parts.slice(i * each, (i + 1) * each);
    return some.reduce((sum, value) => sum + value, 0) / some.length;
  });
}
