/** Advice for people: each step with what it saves, how sure that is and what it costs; and the same money without looking. */
import {
  type AdviseDocument,
  type AdviseStep,
  formatCount,
  formatShare,
  isOnlyTogether,
  textIn,
} from '../../../index.js';
import { asciiSigns, GLYPHS_ASCII } from '../../output/glyphs.js';
import { printableDeep } from '../../output/printable.js';
import { type Terminal, WIDTH } from '../../output/terminal.js';
import { cut, wrap } from '../../output/width.js';
import { type AdviseTexts, adviseTextsIn } from './advise-texts.js';

export interface AdviseReport {
  readonly document: AdviseDocument;
  /** The command that gives the same again. */
  readonly again: string;
  readonly terminal: Terminal;
}

type Frame = AdviseReport & { readonly texts: AdviseTexts };

const INDENT = '    ';
const DEEP = '       ';

export function adviseReport(asked: AdviseReport): string {
  const { terminal } = asked;
  const texts = adviseTextsIn(terminal.language);
  const report = { ...asked, document: printableDeep(asked.document), texts };
  const text = [head(report), steps(report), asLayout(report), instead(report), [`  ${texts.again}  ${asked.again}`]]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return `${terminal.glyphs === GLYPHS_ASCII ? asciiSigns(text) : text}\n`;
}

function head({ document, terminal, texts }: Frame): string[] {
  const { paint, glyphs, language } = terminal;
  const facts = [
    document.scenario.id,
    document.layout,
    ...(document.budget === null ? [] : [texts.budget(money(document.budget, document, terminal))]),
    ...document.aims.map(texts.aim),
    texts.tries(document.seeds, document.runs),
  ].join(` ${glyphs.dot} `);
  const title = textIn(document.scenario.title, language, document.scenario.id);
  return [
    `  ${paint.bold(cut(title, WIDTH - 2, glyphs.ellipsis))}`,
    ...wrap(facts, WIDTH - 2).map((line) => `  ${paint.dim(line)}`),
  ];
}

function steps(report: Frame): string[] {
  const { document, terminal, texts } = report;
  const { paint, glyphs, language } = terminal;
  const start = `${texts.now}: ${texts.lost(formatCount(document.userHoursLost, language), formatShare(1, language))}`;
  return [
    `  ${paint.bold(`${glyphs.section} ${texts.steps}`)}`,
    // Stopped before anything was known.
    ...(document.ended === 'interrupted' && document.steps.length === 0 && document.userHoursLost === 0
      ? []
      : [`${INDENT}${paint.dim(start)}`]),
    ...document.steps.flatMap((step, i) => ofStep(step, i + 1, report)),
    `${INDENT}${paint.dim(texts.ended[document.ended])}`,
  ];
}

function ofStep(step: AdviseStep, number: number, report: Frame): string[] {
  const { document, terminal, texts } = report;
  const { paint, language } = terminal;
  const hours = (value: number): string => (Math.abs(value) < 1 ? texts.none : formatCount(value, language));
  const range =
    step.ci95 === null ? '' : ` (${formatCount(step.ci95[0], language)}–${formatCount(step.ci95[1], language)})`;
  const share = document.userHoursLost > 0 ? step.userHoursLost / document.userHoursLost : 0;
  const price = (value: number): string => money(value, document, terminal);
  const says = [
    texts.saves(hours(step.saved), range, step.betterIn, document.seeds),
    texts.lost(hours(step.userHoursLost), formatShare(share, language)),
    step.cost === 0 ? texts.free : texts.costs(price(step.cost), price(step.spent)),
    ...(step.cost === 0 ? [] : step.changes.filter(({ cost }) => cost === null).map(({ text }) => texts.noPrice(text))),
    ...step.changes.filter(({ needed }) => !needed).map(({ text }) => texts.needless(text)),
    ...(step.savedAlone.length > 0
      ? [(isOnlyTogether(step) ? texts.together : texts.apart)(step.savedAlone.map(hours))]
      : []),
  ];
  const again = step.changes.flatMap(({ set }) => set.map((setting) => `${texts.set} --set ${setting}`));
  const title = step.changes.map(({ text }) => text).join(` ${texts.and} `);
  const room = WIDTH - DEEP.length;
  return [
    ...wrap(title, room).map(
      (line, i) => `${i === 0 ? `${INDENT}${String(number).padStart(2)} ` : DEEP}${paint.bold(line)}`,
    ),
    ...says.flatMap((line) => wrap(line, room)).map((line) => DEEP + line),
    ...again.map((line) => DEEP + paint.dim(line)),
  ];
}

/** To be pasted, so in one piece: JSON is YAML. */
function asLayout({ document, terminal, texts }: Frame): string[] {
  if (document.steps.length === 0) return [];
  const { paint, glyphs } = terminal;
  const left = texts.leftInAll(
    money(document.spent, document, terminal),
    formatCount(document.userHoursLeft, terminal.language),
  );
  return [
    `  ${paint.bold(`${glyphs.section} ${texts.asLayout}`)}`,
    ...(document.aimMet === true ? [`${INDENT}${left}`] : []),
    `${INDENT}advised: ${JSON.stringify(document.asLayout)}`,
  ];
}

function instead({ document, terminal, texts }: Frame): string[] {
  const { sameEverywhere: other } = document;
  if (other === null) return [];
  const { paint, glyphs, language } = terminal;
  const percent = formatShare(other.factor - 1, language);
  const cost = money(other.cost, document, terminal);
  const lines = [
    texts.everywhere(percent, cost, formatCount(other.userHoursLost, language)),
    ...(other.timesAdvice === null
      ? []
      : [texts.times(formatCount(Number(other.timesAdvice.toPrecision(2)), language))]),
  ];
  return [
    `  ${paint.bold(`${glyphs.section} ${texts.instead}`)}`,
    ...lines.flatMap((line) => wrap(line, WIDTH - INDENT.length)).map((line) => INDENT + line),
  ];
}

function money(value: number, { currency }: AdviseDocument, { language }: Terminal): string {
  const text = formatCount(value, language);
  return currency === null ? text : `${text} ${currency}`;
}
