/** `firebreak grade`: submissions of a class found in files, run again and judged; the same numbers as the page's. */
import { availableParallelism } from 'node:os';
import {
  ENGINE_VERSION,
  findTokens,
  gradeAll,
  gradeCsv,
  gradeMarkdown,
  type LoadedLesson,
  type Submission,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput } from '../failures.js';
import { handedIn } from '../files/handed-in.js';
import { loadLessons } from '../files/load-lessons.js';
import { openTarget } from '../files/write-atomically.js';
import { printable, printableJson, printableLines } from '../output/printable.js';
import { type Language, terminalFor } from '../output/terminal.js';
import { withPool } from '../pool/with-pool.js';
import { gradeLines } from '../report/grade/grade-lines.js';

export interface GradeCommandOptions {
  /** Ids or codes; all when empty. */
  readonly lesson: readonly string[];
  /** Folders of lessons beside those that come with the program. */
  readonly lessons: readonly string[];
  readonly format: 'table' | 'csv' | 'markdown' | 'json';
  readonly out?: string;
  readonly workers?: number;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

/** A token that is none, by the place where it was found. */
export interface RefusedInFile {
  readonly file: string;
  readonly line: number;
  readonly token: string;
  readonly fault: string;
  readonly why: string;
}

export async function gradeCommand(paths: readonly string[], options: GradeCommandOptions): Promise<number> {
  const isForMachines = options.format === 'json' || options.format === 'csv';
  const lang = isForMachines ? (options.lang ?? 'en') : options.lang;
  const terminal = terminalFor(process.stdout, { ...options, lang });
  const { language } = terminal;
  const target = options.out === undefined ? null : openTarget(options.out, paths);
  const own = options.lessons.length === 0 ? null : loadLessons(options.lessons, terminal);
  const bundled = loadLessons([], terminal);
  const lessons = [...bundled.lessons, ...(own?.lessons ?? [])];
  const problems = [...bundled.problems, ...(own?.problems ?? [])];
  const only = options.lesson.length === 0 ? undefined : known(options.lesson, lessons, language);
  const { submissions, refused } = found(paths, language);
  if (submissions.length === 0) throw new BadInput([...refused.map(refusedLine), NOTHING[language]].join('\n'));
  const journalOf = { study: 'grade', engine: ENGINE_VERSION, scenario: '', set: [] };
  const document = await withPool({ workers: options.workers ?? availableParallelism(), journalOf, language }, (pool) =>
    gradeAll(lessons, submissions, { pool, language, only }),
  );
  const written = {
    table: () => gradeLines(document, terminal),
    csv: () => gradeCsv(document),
    markdown: () => printableLines(gradeMarkdown(document, language)),
    json: () => `${printableJson({ ...document, refusedTokens: refused })}\n`,
  }[options.format]();
  if (target === null) process.stdout.write(written);
  else target.write(written);
  const unknown = document.unknownLessons.map((id) => `${UNKNOWN[language]}: ${printable(id)}`);
  for (const line of [...problems, ...refused.map(refusedLine), ...unknown]) process.stderr.write(`${line}\n`);
  process.exitCode = document.partial ? EXIT.interrupted : problems.length > 0 ? EXIT.badInput : EXIT.met;
  return process.exitCode;
}

function found(
  paths: readonly string[],
  language: Language,
): { readonly submissions: readonly Submission[]; readonly refused: readonly RefusedInFile[] } {
  const submissions: Submission[] = [];
  const refused: RefusedInFile[] = [];
  for (const { file, text } of handedIn(paths, language)) {
    const tokens = findTokens(text);
    submissions.push(...tokens.found.map(({ submission }) => submission));
    refused.push(
      ...tokens.refused.map(({ line, token, fault, why }) => ({
        file: printable(file),
        line,
        token: printable(token),
        fault,
        why: why[language],
      })),
    );
  }
  return { submissions, refused };
}

function refusedLine({ file, line, token, why }: RefusedInFile): string {
  return `${file}:${line} ${token}: ${why}`;
}

/** @throws BadInput for a name that is none of a lesson */
function known(names: readonly string[], lessons: readonly LoadedLesson[], language: Language): readonly string[] {
  const all = lessons.flatMap(({ lesson }) => [lesson.id, lesson.code]);
  for (const name of names) {
    if (all.includes(name)) continue;
    const list = lessons
      .map(({ lesson }) => `${lesson.code} ${lesson.id}`)
      .sort()
      .join(', ');
    throw new BadInput(`${NO_LESSON[language]}: ${printable(name)}; ${printable(list)}`);
  }
  return names;
}

const NOTHING: Readonly<Record<Language, string>> = {
  en: 'no submission was found: a token begins with "fb1."',
  ko: '제출물을 찾지 못했습니다. 토큰은 "fb1."로 시작합니다',
};
const UNKNOWN: Readonly<Record<Language, string>> = {
  en: 'submissions of a lesson that is not here (--lessons names a folder)',
  ko: '여기에 없는 레슨의 제출물 (--lessons로 폴더를 지정하십시오)',
};
const NO_LESSON: Readonly<Record<Language, string>> = { en: 'there is no such lesson', ko: '없는 레슨' };
