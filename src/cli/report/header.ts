/** What was run: title, layout and what it changes, seed, size, and when T+0 is. */
import { formatDuration, isoClock, textIn } from '../../index.js';
import { WIDTH } from '../output/terminal.js';
import { cut, wrap } from '../output/width.js';
import type { Section } from './report.js';

const CHANGES_SHOWN = 6;

export const header: Section = ({ scenario, document, terminal, texts, full }) => {
  const { paint, glyphs, language } = terminal;
  const facts = [
    scenario.id,
    document.layout,
    `${texts.seed} ${document.seed}`,
    texts.size(scenario.services.length, scenario.journeys.length, scenario.sites.length),
    texts.simulated(formatDuration(document.simulatedSeconds, language)),
  ].join(` ${glyphs.dot} `);
  const origin = document.originAt === null ? texts.noOrigin : texts.origin(isoClock(document.originAt));
  const shown = full ? scenario.changes : scenario.changes.slice(0, CHANGES_SHOWN);
  const more = scenario.changes.length - shown.length;
  const changes = [...shown, ...(more > 0 ? [`${glyphs.ellipsis} ${texts.more(more)}`] : [])];
  return [
    `  ${paint.bold(cut(textIn(scenario.title, language, scenario.id), WIDTH - 2, glyphs.ellipsis))}`,
    ...[facts, origin].flatMap((line) => wrap(line, WIDTH - 2)).map((line) => `  ${paint.dim(line)}`),
    ...changes
      .flatMap((change) => (full ? wrap(change, WIDTH - 4) : [cut(change, WIDTH - 4, glyphs.ellipsis)]))
      .map((line) => `    ${paint.dim(line)}`),
  ];
};
