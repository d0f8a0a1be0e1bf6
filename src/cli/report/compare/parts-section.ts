/** Where each layout first parts from the baseline, and the events that led there. */
import { formatShare, type LayoutComparison, textIn } from '../../../index.js';
import { WIDTH } from '../../output/terminal.js';
import { wrap } from '../../output/width.js';
import { afterFirstEffect } from '../times.js';
import { type CompareReport, heading, INDENT } from './compare-frame.js';

const STEPS = 5;

export function partsSection(report: CompareReport): readonly string[] {
  const { document, texts } = report;
  if (document.partial) return [];
  const others = document.layouts.filter(({ id }) => id !== document.baseline);
  return [heading(report, texts.parts, texts.partsNote), ...others.flatMap((layout) => ofLayout(layout, report))];
}

function ofLayout({ id, divergence, services }: LayoutComparison, report: CompareReport): string[] {
  const { texts, terminal, full } = report;
  const { language, glyphs, paint } = terminal;
  const indent = ' '.repeat(INDENT);
  if (divergence === null) return [indent + texts.neverPart(id)];
  const { afterSeconds, share, changedIn, why } = divergence;
  const name = textIn(services.find((each) => each.id === divergence.id)?.name, language, divergence.id);
  const [base, here] = [share.baseline, share.layout].map((value) => formatShare(value, language));
  const text = texts.part(id, afterFirstEffect(afterSeconds, language), name, base, here, changedIn);
  const steps = full ? why : why.slice(-STEPS);
  const chain = steps.map((step) => step.text).join(` ${glyphs.arrow} `);
  return [
    ...wrap(text, WIDTH - INDENT).map((line) => indent + line),
    ...wrap(chain, WIDTH - INDENT - 2).map((line) => `${indent}  ${paint.dim(line)}`),
  ];
}
