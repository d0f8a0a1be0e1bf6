/** People affected over time, as a line of blocks, its peak, and what it was lost to. */
import { CAUSE_WORDS, formatCount, formatShare, LOSS_CAUSES } from '../../index.js';
import { WIDTH } from '../output/terminal.js';
import { padStart, widthOf, wrap } from '../output/width.js';
import { heading, IMPACT_COLUMNS, INDENT, type Section } from './report.js';
import { afterFirstEffect } from './times.js';

/** Fewer are an artefact of shares: nobody. */
const HALF_A_PERSON = 0.5;

export const impact: Section = (report) => {
  const { summary, terminal, texts, document } = report;
  const { glyphs, paint, language } = terminal;
  const { people, peak, fromAfterSeconds } = summary.impact;
  if (peak === null || peak.people < HALF_A_PERSON) return [heading(report, texts.impact, texts.nobody)];
  const indent = ' '.repeat(INDENT);
  const peakText = texts.peak(formatCount(peak.people, language), afterFirstEffect(peak.afterSeconds, language));
  const causes = LOSS_CAUSES.filter((cause) => summary.causeShares[cause] > 0.0005)
    .sort((a, b) => summary.causeShares[b] - summary.causeShares[a])
    .map((cause) => `${CAUSE_WORDS[cause][language]} ${formatShare(summary.causeShares[cause], language)}`);
  return [
    heading(report, texts.impact, texts.people),
    `${indent}${paint.red(line(people, glyphs.levels))}  ${peakText}`,
    `${indent}${paint.dim(axis(fromAfterSeconds, fromAfterSeconds + document.simulatedSeconds, glyphs.rule, language))}`,
    ...wrap(`${texts.byCause}  ${causes.join('   ')}`, WIDTH - INDENT).map((each) => indent + each),
  ];
};

/** Whoever is affected is seen: above nobody, the lowest block at least. */
function line(people: readonly number[], levels: readonly string[]): string {
  const most = Math.max(...people);
  const top = levels.length - 1;
  return people.map((each) => levels[each <= 0 ? 0 : Math.max(1, Math.round((each / most) * top))]).join('');
}

function axis(from: number, to: number, rule: string, language: 'en' | 'ko'): string {
  const start = afterFirstEffect(from, language);
  const end = afterFirstEffect(to, language);
  const room = IMPACT_COLUMNS - widthOf(start) - widthOf(end) - 2;
  return room > 0 ? `${start} ${rule.repeat(room)} ${end}` : padStart(end, IMPACT_COLUMNS);
}
