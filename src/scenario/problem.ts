/**
 * What is wrong with a scenario file, as data. Printed by `formatProblem`, the same in the terminal and in the browser.
 */

import { inKorean, PROBLEM_TEXTS, type ProblemCode } from './problem-texts.js';
import { escapeText } from './reading/escape-text.js';
import { type Path, pathText } from './reading/path.js';
import type { Span } from './reading/span.js';

export type { ProblemCode } from './problem-texts.js';

export interface Problem {
  readonly code: ProblemCode;
  /** A file with an error does not run; a warning is told and runs. */
  readonly severity: 'error' | 'warning';
  /** The file, or `--set`. */
  readonly file: string;
  /** From 1; 0 when it is about no place in the file. For `--set`, the number of the argument. */
  readonly line: number;
  readonly column: number;
  /** Just after the place, on the same line. */
  readonly endColumn: number;
  /** For example `services.mail.needs`; empty when it is about the whole file. */
  readonly path: string;
  readonly message: string;
  readonly messageKo: string;
  readonly suggestion: Suggestion | null;
  /** The line as it is in the source; not safe to print as it is. */
  readonly sourceLine: string;
}

/** What was probably meant, and where that is defined, if anywhere. */
export interface Suggestion {
  readonly text: string;
  readonly line: number | null;
}

/** What goes into a problem's sentence, by the name between braces. */
export type Values = Readonly<Record<string, string | number>>;

/** A problem that knows its path, not its place yet: checks make these. */
export interface Finding {
  readonly code: ProblemCode;
  readonly path: Path;
  /** What the caret stands under: the key that ends the path, or its value (the default). */
  readonly on?: 'key' | 'value';
  /** The place itself, where the path cannot tell it. */
  readonly span?: Span;
  readonly values?: Values;
  readonly suggestion?: string | null;
  /** Where the suggested name is defined. */
  readonly suggestionPath?: Path;
  /** Of what is missing: where else it could stand. What is wrong there says it all. */
  readonly elsewhere?: Path;
}

/** The problem of a finding at a place; `span` null: about no place. */
export function problemAt(finding: Finding, span: Span | null, file: string, suggestionLine: number | null): Problem {
  const text = PROBLEM_TEXTS[finding.code];
  const values = finding.values ?? {};
  // The key that is wrong stands in the sentence: the path is then that of the mapping it is in.
  const path = finding.on === 'key' ? finding.path.slice(0, -1) : finding.path;
  const suggestion = finding.suggestion ?? null;
  return {
    code: finding.code,
    severity: 'warning' in text ? 'warning' : 'error',
    file: escapeText(span?.source.name ?? file),
    line: span?.line ?? 0,
    column: span?.column ?? 0,
    endColumn: span?.endColumn ?? 0,
    path: escapeText(pathText(path)),
    message: filled(text.en, values),
    messageKo: filled(text.ko, values, inKorean),
    suggestion: suggestion === null ? null : { text: escapeText(suggestion), line: suggestionLine },
    sourceLine: span?.source.lines[span.line - 1] ?? '',
  };
}

/** Long names are cut: a sentence is read by people. */
const LONGEST_VALUE = 120;

/** Placeholders that may hold words of ours; all others hold what the file says, which is no word to translate. */
const OF_OURS: ReadonlySet<string> = new Set(['expected', 'got', 'kinds', 'what', 'where']);

function filled(template: string, values: Values, translate = (phrase: string): string => phrase): string {
  return template.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const written = String(values[name] ?? '');
    const value = OF_OURS.has(name) ? translate(written) : written;
    return escapeText(value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}...` : value);
  });
}

/** By place, `--set` last; without a place first; errors before warnings at one place. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    Number(a.file === '--set') - Number(b.file === '--set') ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.severity, b.severity) ||
    compareText(a.code, b.code) ||
    compareText(a.path, b.path) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
