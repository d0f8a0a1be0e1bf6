/** What the report for people is made from; each section turns it into lines. */
import type { RunDocument, Scenario, Step, Summary } from '../../index.js';
import type { Terminal } from '../output/terminal.js';
import type { RunRequest } from '../shell-commands.js';
import type { Texts } from './texts.js';

/** What a report tells of the scenario itself. */
export type ReportedScenario = Pick<
  Scenario,
  'id' | 'file' | 'title' | 'start' | 'changes' | 'services' | 'journeys' | 'sites' | 'expectations' | 'history'
>;

export interface RunReport {
  readonly scenario: ReportedScenario;
  readonly document: RunDocument;
  readonly summary: Summary;
  /** Why the worst services went down, worst first. */
  readonly why: readonly Explanation[];
  readonly request: RunRequest;
  /** Nothing is left out. */
  readonly full: boolean;
  readonly terminal: Terminal;
  readonly texts: Texts;
}

export interface Explanation {
  readonly service: Summary['worst'][number];
  readonly steps: readonly Step[];
}

export type Section = (report: RunReport) => readonly string[];

/** Sizes that the sections agree on: a report is as wide as a terminal that somebody reads mail in. */
export const INDENT = 4;
export const IMPACT_COLUMNS = 60;
export const STRIP_COLUMNS = 16;

export function heading(report: RunReport, title: string, more = ''): string {
  const { paint, glyphs } = report.terminal;
  return `  ${paint.bold(`${glyphs.section} ${title}`)}${more === '' ? '' : paint.dim(`  ${more}`)}`;
}
