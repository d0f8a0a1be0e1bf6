/** The run beside what really happened: each row's interval, the simulated time, the score, and what it has to beat. */
import { formatShare, type HistoryResult, isoClock, isoInstant, textIn } from '../../index.js';
import { columns } from '../output/columns.js';
import { WIDTH } from '../output/terminal.js';
import { cut, wrap } from '../output/width.js';
import { heading, INDENT, type RunReport, type Section } from './report.js';

type Row = HistoryResult['rows'][number];

const NAME_WIDTH = 34;

export const history: Section = (report) => {
  const { document, scenario, texts, terminal, full } = report;
  const { history: result } = document;
  if (result === null || scenario.history === null) return [];
  const { paint } = terminal;
  const { epochMilliseconds, offsetMinutes } = scenario.start;
  const since = isoInstant(epochMilliseconds + scenario.history.sinceSeconds * 1000, offsetMinutes);
  const shown = full ? result.rows : result.rows.filter((row) => row.inside !== null);
  const hidden = result.rows.length - shown.length;
  const head = ['', '', '', texts.real, texts.run, ''].map((cell) => paint.dim(cell));
  const indent = ' '.repeat(INDENT);
  return [
    heading(report, texts.history, texts.since(isoClock(since))),
    ...columns([head, ...shown.map((row) => cells(report, row))], {
      align: ['left', 'left', 'left', 'right', 'right', 'left'],
      indent: INDENT,
    }),
    ...(hidden > 0 ? [`${indent}${paint.dim(texts.oneSided(hidden))}`] : []),
    ...wrap(scoreText(report, result), WIDTH - INDENT).map((line) => indent + paint.bold(line)),
    ...predictorLines(report, result),
  ];
};

function cells({ terminal, texts }: RunReport, row: Row): string[] {
  const { glyphs, paint, language } = terminal;
  const mark = row.inside === null ? glyphs.dot : row.inside ? paint.green(glyphs.met) : paint.red(glyphs.failed);
  return [
    mark,
    cut(textIn(row.name, language, row.service), NAME_WIDTH, glyphs.ellipsis),
    texts.milestone[row.milestone],
    `${hours(row.realAfterSeconds)} – ${hours(row.realBySeconds)}`,
    row.simulatedSeconds === null ? glyphs.infinite : hours(row.simulatedSeconds),
    remark(row, texts, language),
  ];
}

function remark(row: Row, texts: RunReport['texts'], language: 'en' | 'ko'): string {
  if (row.inside === null) return texts.notScored;
  if (row.inside || row.relativeDistance === null) return '';
  return texts.off(formatShare(row.relativeDistance, language));
}

/** Hours with one decimal, as notices and post-mortems are compared; a question mark for an end that nobody knows. */
function hours(seconds: number | null): string {
  return seconds === null ? '?' : (seconds / 3600).toFixed(1);
}

function scoreText({ texts, terminal }: RunReport, result: HistoryResult): string {
  const parts = [texts.score(result.inside, result.scored)];
  if (result.spearman !== null) parts.push(texts.rank(result.spearman.toFixed(2)));
  if (result.medianRelativeDistance !== null) {
    parts.push(texts.distance(formatShare(result.medianRelativeDistance, terminal.language)));
  }
  return parts.join(` ${terminal.glyphs.dot} `);
}

function predictorLines({ texts, terminal }: RunReport, result: HistoryResult): string[] {
  if (result.baselines.length === 0) return [];
  const { paint, glyphs } = terminal;
  const rows = result.baselines.map(({ name, inside, spearman }) => [
    paint.dim(texts.predictor[name] ?? name),
    paint.dim(texts.score(inside, result.scored)),
    paint.dim(spearman === null ? '' : `${glyphs.dot} ${texts.rank(spearman.toFixed(2))}`),
  ]);
  const lines = columns(rows, { align: ['left', 'left', 'left'], indent: INDENT + 2 });
  return [`${' '.repeat(INDENT)}${paint.dim(texts.predictors)}`, ...lines];
}
