/** All reporters of verdicts, by the names of the command line, and where each writes. */
import { appendFileSync } from 'node:fs';
import { BadInput } from '../../failures.js';
import { reasonOf } from '../../files/reason.js';
import { openTarget, type Target } from '../../files/write-atomically.js';
import { printable, printableJson } from '../../output/printable.js';
import { terminalFor } from '../../output/terminal.js';
import { textsIn } from '../texts.js';
import { compact } from './compact.js';
import { csvTable } from './csv-table.js';
import { github } from './github.js';
import { junit, junitStrict } from './junit.js';
import { markdown } from './markdown.js';
import { pretty } from './pretty.js';
import type { TestReport, TestReporter } from './test-report.js';
import { testTextsIn } from './test-texts.js';

const json: TestReporter = ({ document }) => `${printableJson(document)}\n`;

export const REPORTERS: Readonly<Record<string, TestReporter>> = {
  pretty,
  compact,
  json,
  junit,
  'junit-strict': junitStrict,
  markdown,
  github,
  csv: csvTable,
};

/** For machines: nothing else may stand beside them on standard output. */
const DOCUMENTS: ReadonlySet<string> = new Set(['json', 'junit', 'junit-strict', 'markdown', 'csv']);

export interface OpenReporter {
  readonly name: string;
  /** Null: standard output. */
  readonly target: Target | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The reporters that were asked for, their files tried before any work; on GitHub its own one is added.
 *
 * @param written each `name` or `name=file`
 * @throws BadInput for a reporter that there is not, two documents on standard output, or a file that cannot be written
 */
export function openReporters(
  written: readonly string[],
  inputs: readonly string[],
  usual: string,
  environment: Environment = process.env,
): OpenReporter[] {
  const asked = written.map((each) => {
    const split = each.indexOf('=');
    return split < 0 ? { name: each, file: null } : { name: each.slice(0, split), file: each.slice(split + 1) };
  });
  for (const { name, file } of asked) {
    if (!Object.hasOwn(REPORTERS, name))
      throw new BadInput(`there is no reporter ${printable(name)}; there are: ${Object.keys(REPORTERS).join(', ')}`);
    if (file === '') throw new BadInput(`--reporter ${name}=: name the file, or leave out the sign`);
  }
  const files = asked.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, i) => files.indexOf(file) < i);
  if (twice !== undefined) throw new BadInput(`two reporters cannot write ${printable(twice)}`);
  // Reporters to files alone leave standard output free for people.
  if (asked.every(({ name, file }) => file !== null || name === 'github')) asked.unshift({ name: usual, file: null });
  if (environment.GITHUB_ACTIONS === 'true' && !asked.some(({ name }) => name === 'github'))
    asked.push({ name: 'github', file: null });
  const printed = asked.filter(({ name, file }) => file === null && name !== 'github');
  if (printed.length > 1) {
    const names = printed.map(({ name }) => name).join(' and ');
    throw new BadInput(
      `${names} cannot both go to standard output: name a file, for example --reporter ${printed[1].name}=results`,
    );
  }
  return asked.map(({ name, file }) => ({ name, target: file === null ? null : openTarget(file, inputs) }));
}

export interface ReportParts extends Pick<TestReport, 'document' | 'set' | 'baseline'> {
  /** What a command has instead of a reporter's text, by its name: `run` has a report and a document of its own. */
  readonly own?: Readonly<Record<string, string>>;
}

/** What goes to standard output is the last that is done: a full disk is known before. */
export async function report(
  reporters: readonly OpenReporter[],
  { own = {}, ...parts }: ReportParts,
  options: { readonly lang?: 'en' | 'ko'; readonly ascii?: boolean },
  environment: Environment = process.env,
): Promise<void> {
  const { language } = terminalFor(process.stdout, options);
  const texts = await textsIn(language);
  const reportFor = (stream: { isTTY?: boolean }): TestReport => ({
    ...parts,
    terminal: terminalFor(stream, options),
    texts,
    testTexts: testTextsIn(language),
  });
  const plain = reportFor({ isTTY: false });
  for (const { name, target } of reporters) target?.write(own[name] ?? REPORTERS[name](plain));
  const summary = environment.GITHUB_STEP_SUMMARY;
  if (summary && reporters.some(({ name }) => name === 'github')) append(summary, markdown(plain));
  const hasDocument = reporters.some(({ name, target }) => target === null && DOCUMENTS.has(name));
  for (const { name, target } of reporters) {
    if (target !== null) continue;
    // The runner reads commands from both streams; a document on standard output stays one.
    const stream = name === 'github' && hasDocument ? process.stderr : process.stdout;
    const seen = DOCUMENTS.has(name) || name === 'github' ? plain : reportFor(stream);
    stream.write(own[name] ?? REPORTERS[name](seen));
  }
}

function append(path: string, text: string): void {
  try {
    appendFileSync(path, text);
  } catch (error) {
    throw new BadInput(`cannot write ${printable(path)}: ${reasonOf(error)}`);
  }
}
