/** What is wrong with a file that is imported, as data; printed by `formatProblem` like a mistake in a scenario. */
import type { ShownProblem } from '../../scenario/format-problem.js';
import { escapeText } from '../../scenario/reading/escape-text.js';
import type { Span } from '../../scenario/reading/span.js';
import { IMPORT_PROBLEM_TEXTS, type ImportProblemCode } from './problem-texts.js';

export interface ImportProblem extends ShownProblem {
  readonly code: ImportProblemCode;
}

/** Beyond these the rest of a broken file is noise. */
const MOST_TOLD = 100;
const LONGEST_VALUE = 300;

/** Collects the problems of all files, so that they are told at once. */
export class ImportProblems {
  private readonly found: ImportProblem[] = [];

  /** `place`: a span, or the file's name when it is about no place in it. */
  add(code: ImportProblemCode, place: Span | string, values: Readonly<Record<string, string | number>> = {}): void {
    if (this.found.length >= MOST_TOLD) return;
    const span = typeof place === 'string' ? null : place;
    const { en, ko } = IMPORT_PROBLEM_TEXTS[code];
    this.found.push({
      code,
      severity: 'error',
      file: escapeText(span === null ? (place as string) : span.source.name),
      line: span?.line ?? 0,
      column: span?.column ?? 0,
      endColumn: span?.endColumn ?? 0,
      path: '',
      message: filled(en, values),
      messageKo: filled(ko, values),
      suggestion: null,
      sourceLine: span?.source.lines[span.line - 1] ?? '',
    });
  }

  get any(): boolean {
    return this.found.length > 0;
  }

  /** In the order of the files and of their lines. */
  all(files: readonly string[]): readonly ImportProblem[] {
    const place = (file: string): number => files.indexOf(file);
    return [...this.found].sort((a, b) => place(a.file) - place(b.file) || a.line - b.line || a.column - b.column);
  }
}

function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = String(values[name] ?? '');
    return escapeText(value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}...` : value);
  });
}
