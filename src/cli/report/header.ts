/** What was run: title, layout, seed, size, and when T+0 is. */
import { formatDuration, textIn } from '../../index.js';
import { WIDTH } from '../output/terminal.js';
import { cut, wrap } from '../output/width.js';
import type { Section } from './report.js';
import { wallClock } from './times.js';

export const header: Section = ({ scenario, document, terminal, texts }) => {
  const { paint, glyphs, language } = terminal;
  const facts = [
    scenario.id,
    document.layout,
    `${texts.seed} ${document.seed}`,
    texts.services(scenario.services.length, scenario.sites.length),
    texts.simulated(formatDuration(document.simulatedSeconds, language)),
  ].join(` ${glyphs.dot} `);
  const origin = document.originAt === null ? texts.noOrigin : texts.origin(wallClock(document.originAt));
  return [
    `  ${paint.bold(cut(textIn(scenario.title, language, scenario.id), WIDTH - 2, glyphs.ellipsis))}`,
    ...[...wrap(facts, WIDTH - 2), ...wrap(origin, WIDTH - 2)].map((line) => `  ${paint.dim(line)}`),
  ];
};
