/** `firebreak lessons guide`: the facilitator guide as one file to print, its answers read from runs made for it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  ENGINE_VERSION,
  facilitatorGuide,
  type GuidePage,
  lessonTruths,
  readGuidePage,
  solutionRun,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput } from '../failures.js';
import { FileProblem } from '../files/file-problem.js';
import { bundledLessons } from '../files/lessons-in.js';
import { loadLessons } from '../files/load-lessons.js';
import { readText } from '../files/read-scenario.js';
import { openTarget } from '../files/write-atomically.js';
import { problemText } from '../load.js';
import { printable } from '../output/printable.js';
import { type Language, type Terminal, terminalFor } from '../output/terminal.js';
import { withPool } from '../pool/with-pool.js';
import { VERSION } from '../version.js';

export interface LessonsGuideOptions {
  /** Of the guide. */
  readonly language?: Language;
  readonly out?: string;
  readonly workers?: number;
  readonly ascii?: boolean;
}

/** Longer pages would be no pages. */
const MOST_BYTES = 1_000_000;

export async function lessonsGuideCommand(paths: readonly string[], options: LessonsGuideOptions): Promise<number> {
  const terminal = terminalFor(options.out === undefined ? process.stderr : process.stdout, {
    lang: options.language,
    ascii: options.ascii,
  });
  const { language } = terminal;
  const target = options.out === undefined ? null : openTarget(options.out, []);
  const { lessons, problems } = loadLessons(paths, terminal);
  if (lessons.length === 0) throw new BadInput(problems.join('\n'));
  const pages = guidePages(terminal);
  const journalOf = { study: 'guide', engine: ENGINE_VERSION, scenario: '', set: [] };
  const guided = await withPool({ workers: options.workers ?? 1, journalOf, language }, async (pool) => {
    const found = [];
    for (const loaded of lessons) {
      const truths = await lessonTruths(loaded, pool);
      found.push({ loaded, truths, solution: await solutionRun(loaded, pool) });
    }
    return found;
  });
  if (guided.some(({ truths }) => truths.includes(null))) return EXIT.interrupted;
  const html = facilitatorGuide(pages, guided, { language, version: VERSION });
  if (target === null) process.stdout.write(html);
  else {
    target.write(html);
    process.stdout.write(`${terminal.paint.green(terminal.glyphs.met)} ${printable(target.path)}\n`);
  }
  for (const line of problems) process.stderr.write(`${line}\n`);
  return problems.length > 0 ? EXIT.badInput : EXIT.met;
}

function guidePages(terminal: Terminal): readonly GuidePage[] {
  const folder = join(bundledLessons(), 'guide');
  const read = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      try {
        return readGuidePage(readText(file, MOST_BYTES), file);
      } catch (error) {
        throw error instanceof FileProblem ? new BadInput(error.textIn(terminal.language)) : error;
      }
    });
  const wrong = read.flatMap(({ problems }) => problems);
  if (wrong.length > 0) throw new BadInput(wrong.map((problem) => problemText(problem, terminal)).join('\n'));
  return read.flatMap(({ page }) => page ?? []);
}
