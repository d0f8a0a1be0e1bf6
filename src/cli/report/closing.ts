/** The last lines: the verdict, the run's hash, how to make it again and how to see it. */
import { padEnd, widthOf } from '../output/width.js';
import { replayCommand, serveCommand } from '../shell-commands.js';
import type { Section } from './report.js';

export const closing: Section = ({ document, summary, request, terminal, texts }) => {
  const { paint, glyphs } = terminal;
  const { met, failed, inconclusive } = summary.expectations;
  const verdict = texts.verdict(met, failed, inconclusive);
  const painted = failed > 0 ? paint.red(verdict) : inconclusive > 0 ? paint.yellow(verdict) : paint.green(verdict);
  const width = Math.max(widthOf(texts.again), widthOf(texts.see));
  return [
    `  ${paint.bold(painted)} ${glyphs.dot} ${texts.runHash} ${document.recordHash.slice(0, 8)}`,
    `  ${padEnd(texts.again, width)}  ${paint.dim(replayCommand(request))}`,
    `  ${padEnd(texts.see, width)}  ${paint.dim(serveCommand(request))}`,
  ];
};
