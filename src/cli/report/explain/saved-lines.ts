/** What would have saved it: the best changes with their effect and how to repeat them, and those that do nothing. */
import { effectText, helpingChanges, type SavedBy, shellWords } from '../../../index.js';
import { WIDTH } from '../../output/terminal.js';
import { wrap } from '../../output/width.js';
import { type ExplainReport, heading } from './explain-frame.js';

const BEST_SHOWN = 5;
const NONE_SHOWN = 6;
const INDENT = '    ';

export function savedLines(report: ExplainReport): string[] {
  const { document, texts, full, terminal } = report;
  const { savedBy } = document;
  if (savedBy.length === 0) return [];
  const { best, rest } = helpingChanges(document);
  const shown = full ? best : best.slice(0, BEST_SHOWN);
  const lines = shown.flatMap((each) => [
    ...wrap(`${effectText(document, each, terminal.language)}  ${each.change}`, WIDTH - 6).map((line, k) =>
      k === 0 ? `${INDENT}${line}` : `${INDENT}  ${line}`,
    ),
    ...(full || each === shown[0] ? repeatLines(report, each) : []),
  ]);
  const left = best.length - shown.length;
  const none =
    rest.length === 0
      ? []
      : wrap(texts.noEffect(restText(report, rest)), WIDTH - 4).map((line) => INDENT + terminal.paint.dim(line));
  return [
    heading(report, texts.savedBy, texts.oneAtATime),
    ...(best.length === 0 ? [`${INDENT}${texts.nothingHelps}`] : lines),
    ...(left > 0 ? [`${INDENT}${terminal.paint.dim(`${terminal.glyphs.ellipsis} ${texts.more(left)}`)}`] : []),
    ...none,
  ];
}

function repeatLines({ texts, terminal }: ExplainReport, { set, layout }: SavedBy): string[] {
  const { paint } = terminal;
  const text =
    layout === null
      ? `${texts.repeat} ${shellWords(set.flatMap((each) => ['--set', each]))}`
      : `${texts.asLayout}: ${spaced(JSON.stringify(layout))}`;
  return wrap(text, WIDTH - 6).map((line) => `${INDENT}  ${paint.dim(line)}`);
}

/** Room for lines to break at; no value of a layout has a comma or a colon. */
const spaced = (json: string): string => json.replaceAll(',', ', ').replaceAll(':', ': ');

function restText({ full, texts }: ExplainReport, rest: readonly SavedBy[]): string {
  const shown = full ? rest : rest.slice(0, NONE_SHOWN);
  const names = shown.map(({ change }) => change);
  return [...names, ...(rest.length > shown.length ? [texts.more(rest.length - shown.length)] : [])].join('; ');
}
