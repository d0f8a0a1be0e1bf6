/**
 * What the builders of a scenario share: the place to report to, and the list of what was defaulted.
 */
import type { Default } from '../defaults.js';
import type { Instant } from '../model.js';
import { nearest } from '../nearest.js';
import type { Finding } from '../problem.js';
import { MAX_SUGGESTIONS } from '../reading/limits.js';
import { type Path, pathText } from '../reading/path.js';
import type { Moment } from '../units/moment.js';
import { secondsFrom } from '../units/moment.js';

export class Draft {
  readonly findings: Finding[] = [];
  readonly defaulted: string[] = [];
  readonly start: Instant;
  readonly durationSeconds: number;
  /** Ids as written, also of entries that were left out for their faults: nobody who names them is wrong. */
  readonly known: KnownIds;
  private readonly original: (path: Path) => Path;
  private suggestions = 0;

  constructor(start: Instant, durationSeconds: number, known: KnownIds, original: (path: Path) => Path) {
    this.start = start;
    this.durationSeconds = durationSeconds;
    this.known = known;
    this.original = original;
  }

  report(finding: Finding): void {
    const { path, elsewhere } = finding;
    this.findings.push({ ...finding, path: this.original(path), elsewhere: elsewhere && this.original(elsewhere) });
  }

  /** What was probably meant, for the first problems of a file. */
  nearest(name: string, candidates: Iterable<string>): string | null {
    return ++this.suggestions > MAX_SUGGESTIONS ? null : nearest(name, candidates);
  }

  /** The path in the file, as text. */
  path(...path: Path): string {
    return pathText(this.original(path));
  }

  /** The value, or the default, which is then listed. */
  given<T>(value: T | undefined, fallback: Default<T>, ...path: Path): T {
    if (value !== undefined) return value;
    this.defaulted.push(this.path(...path));
    return fallback.value;
  }

  /** Seconds from the start; 0 with a finding for what is before it. */
  seconds(moment: Moment, ...path: Path): number {
    const seconds = secondsFrom(this.start, moment);
    if (seconds >= 0) return seconds;
    this.report({ code: 'before-start', path });
    return 0;
  }
}

export interface KnownIds {
  readonly sites: ReadonlySet<string>;
  /** By site. */
  readonly zones: ReadonlyMap<string, ReadonlySet<string>>;
  readonly links: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly journeys: ReadonlySet<string>;
  readonly populations: ReadonlySet<string>;
  readonly profiles: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
  readonly substitutes: ReadonlySet<string>;
  /** Names of the file's layouts, and `base`. */
  readonly layouts: ReadonlySet<string>;
}

/** Order of ids, the same in every language and browser. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Entries of a mapping as built things, sorted by id; `order` is the place in the file. */
export function sortedEntries<T, U>(
  map: Readonly<Record<string, T>>,
  build: (id: string, value: T, order: number) => U,
): U[] {
  return Object.entries(map)
    .map(([id, value], order) => ({ id, built: build(id, value, order) }))
    .sort((a, b) => compareIds(a.id, b.id))
    .map(({ built }) => built);
}
