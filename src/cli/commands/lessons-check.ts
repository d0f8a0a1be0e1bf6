/** `firebreak lessons check`: all mistakes of all lessons at once, then their rule over seeds, with the reasons. */
import { availableParallelism } from 'node:os';
import {
  checkLesson,
  defaultResponses,
  ENGINE_VERSION,
  type LessonRule,
  type LoadedLesson,
  lessonRule,
  type RankedResponses,
  rankResponses,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { type LessonFiles, lessonsIn } from '../files/lessons-in.js';
import { problemText } from '../load.js';
import { printable, printableJson } from '../output/printable.js';
import { type Language, type Terminal, terminalFor } from '../output/terminal.js';
import { withPool } from '../pool/with-pool.js';
import { lessonLines } from '../report/lessons/lesson-lines.js';
import { type LessonsDocument, lessonsDocument } from '../report/lessons/lessons-document.js';

export interface LessonsCheckOptions {
  readonly seeds: number;
  /** False with `--no-rule`. */
  readonly rule: boolean;
  readonly json?: boolean;
  readonly workers?: number;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

/** A lesson as far as it could be checked. */
export interface LessonReport {
  readonly files: LessonFiles;
  readonly loaded: LoadedLesson | null;
  /** As they are printed, with their severity. */
  readonly problems: readonly {
    readonly severity: 'error' | 'warning';
    readonly code: string;
    readonly text: string;
  }[];
  readonly rule: LessonRule | null;
  /** Of a wheel: what the responses that nobody thought about cost. */
  readonly responses: RankedResponses | null;
}

export async function lessonsCheckCommand(paths: readonly string[], options: LessonsCheckOptions): Promise<number> {
  // The document is for machines: in English unless a language is asked for.
  const lang = options.json ? (options.lang ?? 'en') : options.lang;
  const terminal = terminalFor(process.stdout, { ...options, lang });
  const reports = await rules(
    lessonsIn(paths, terminal.language).map((files) => read(files, terminal)),
    options,
    terminal,
  );
  const document = lessonsDocument(reports, terminal.language);
  process.exitCode = codeOf(document);
  process.stdout.write(
    options.json
      ? `${printableJson(document)}\n`
      : `${reports.flatMap((each) => lessonLines(each, terminal)).join('\n')}\n`,
  );
  return process.exitCode;
}

function read(files: LessonFiles, terminal: Terminal): LessonReport {
  const { id, lesson, scenario } = files;
  const { loaded, problems } = checkLesson({ id, ...lesson }, scenario);
  return {
    files: { ...files, id: printable(id) },
    loaded,
    problems: problems.map((each) => ({ severity: each.severity, code: each.code, text: problemText(each, terminal) })),
    rule: null,
    responses: null,
  };
}

async function rules(
  reports: readonly LessonReport[],
  { seeds, rule, workers }: LessonsCheckOptions,
  { language }: Terminal,
): Promise<readonly LessonReport[]> {
  if (!rule || reports.every(({ loaded }) => loaded === null)) return reports;
  const names = Array.from({ length: seeds }, (_, i) => String(i + 1));
  const journalOf = { study: 'lessons', engine: ENGINE_VERSION, scenario: '', set: [] };
  return withPool({ workers: workers ?? availableParallelism(), journalOf, language }, async (pool) => {
    const result: LessonReport[] = [];
    for (const report of reports) {
      const { loaded } = report;
      if (loaded === null) result.push(report);
      else if (loaded.lesson.kind === 'wheel')
        result.push({ ...report, responses: await rankResponses(loaded, defaultResponses(loaded), { pool }) });
      else result.push({ ...report, rule: await lessonRule(loaded, { pool, seeds: names, language }) });
    }
    return result;
  });
}

function codeOf({ lessons }: LessonsDocument): number {
  if (lessons.some(({ errors }) => errors > 0)) return EXIT.badInput;
  if (lessons.some(({ rule, responses }) => rule?.partial || responses?.partial)) return EXIT.interrupted;
  return lessons.every(({ rule }) => rule?.holds ?? true) ? EXIT.met : EXIT.failed;
}
