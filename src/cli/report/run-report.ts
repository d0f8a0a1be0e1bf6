/** The report for people: what was asked first, then what happened, why, how it compares, and how to see it again. */
import { asciiSigns, GLYPHS_ASCII } from '../output/glyphs.js';
import { printableDeep } from '../output/printable.js';
import { closing } from './closing.js';
import { expectations } from './expectations.js';
import { header } from './header.js';
import { history } from './history.js';
import { impact } from './impact.js';
import { notes } from './notes.js';
import type { RunReport, Section } from './report.js';
import { totals } from './totals.js';
import { why } from './why.js';
import { worstServices } from './worst-services.js';

const SECTIONS: readonly Section[] = [
  header,
  expectations,
  impact,
  worstServices,
  why,
  totals,
  history,
  notes,
  closing,
];

/** Lines of at most 100 columns, sections apart by an empty one. Commands may be longer: they are to be pasted. */
export function runReport(report: RunReport): string {
  const safe = printableReport(report);
  const sections = SECTIONS.map((section) => section(safe)).filter((lines) => lines.length > 0);
  const text = `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
  return report.terminal.glyphs === GLYPHS_ASCII ? asciiSigns(text) : text;
}

/** Names and sentences may hold what steers a terminal; from here on nothing does, and texts have their final width. */
function printableReport({ scenario, document, summary, why, ...rest }: RunReport): RunReport {
  const { id, file, title, start, changes, services, journeys, sites, expectations, history } = scenario;
  const told = { id, file, title, start, changes, services, journeys, sites, expectations, history };
  const signs = rest.terminal.glyphs === GLYPHS_ASCII ? asciiSigns : undefined;
  return { ...rest, ...printableDeep({ scenario: told, document, summary, why }, signs) };
}
