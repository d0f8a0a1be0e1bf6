/** A comparison for people: what changes, what it gives, where they part, who leads as far as it is shown, and what pays. */
import { textIn } from '../../../index.js';
import { asciiSigns, GLYPHS_ASCII } from '../../output/glyphs.js';
import { printableDeep } from '../../output/printable.js';
import { WIDTH } from '../../output/terminal.js';
import { cut } from '../../output/width.js';
import { changesSection } from './changes-section.js';
import { choiceSection } from './choice-section.js';
import type { CompareReport } from './compare-frame.js';
import { measuresSection } from './measures-section.js';
import { moneySection } from './money-section.js';
import { overTimeSection } from './over-time-section.js';
import { partsSection } from './parts-section.js';
import { rankSection } from './rank-section.js';

const SECTIONS = [
  head,
  changesSection,
  measuresSection,
  overTimeSection,
  partsSection,
  rankSection,
  choiceSection,
  moneySection,
  foot,
] as const;

export function compareReport(asked: CompareReport): string {
  const isAscii = asked.terminal.glyphs === GLYPHS_ASCII;
  const report = { ...asked, document: printableDeep(asked.document) };
  const text = SECTIONS.map((section) => section(report))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return `${isAscii ? asciiSigns(text) : text}\n`;
}

function head({ document, terminal, texts }: CompareReport): readonly string[] {
  const { paint, glyphs, language } = terminal;
  const facts = [document.scenario.id, texts.baseline(document.baseline), texts.seeds(document.seeds)];
  const title = textIn(document.scenario.title, language, document.scenario.id);
  return [
    `  ${paint.bold(cut(title, WIDTH - 2, glyphs.ellipsis))}`,
    `  ${paint.dim(facts.join(` ${glyphs.dot} `))}`,
    ...(document.partial ? [`  ${paint.yellow(texts.partial(document.seeds, document.seedsAsked))}`] : []),
  ];
}

function foot({ texts, again }: CompareReport): readonly string[] {
  return [`  ${texts.again}  ${again}`];
}
