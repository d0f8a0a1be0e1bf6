/**
 * Every problem that a scenario file can have: a bad file and the exact text printed for it.
 *
 * `files/CODE.yaml` is checked with the options of its first lines (`# set: path=value`, `# layout: name`) and compared
 * with `files/CODE.txt`; UPDATE_ERROR_TEXTS=1 writes the texts anew, to be read before they are kept.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../src/results/measures.js';
import { checkScenario } from '../../src/scenario/check-scenario.js';
import { formatProblem } from '../../src/scenario/format-problem.js';
import { PROBLEM_TEXTS, type ProblemCode } from '../../src/scenario/problem-texts.js';
import { isHidden } from '../../src/scenario/reading/escape-text.js';
import { MAX_SCENARIO_BYTES, MAX_TOKENS } from '../../src/scenario/reading/limits.js';
import { faultKinds } from '../../src/world/faults/index.js';

const FOLDER = join(import.meta.dirname, 'files');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

/** Codes whose bad file would be too large to keep, or that no fault kind can cause; they are tested below. */
const WITHOUT_FILE: readonly ProblemCode[] = ['too-large', 'too-complex', 'no-end'];

function check(text: string, file: string) {
  const option = (name: string): string[] =>
    text.split('\n').flatMap((line) => (line.startsWith(`# ${name}: `) ? [line.slice(name.length + 4)] : []));
  const [layout] = option('layout');
  return checkScenario(text, { file, faultKinds, measures: MEASURES, layout, set: option('set') });
}

describe('a bad scenario file', () => {
  it('is there for every code', () => {
    const codes = Object.keys(PROBLEM_TEXTS).filter((code) => !WITHOUT_FILE.includes(code as ProblemCode));
    expect(codes.filter((code) => !FILES.includes(`${code}.yaml`))).toEqual([]);
  });

  it.each(FILES)('%s prints exactly its text', (file) => {
    const { scenario, problems } = check(readFileSync(join(FOLDER, file), 'utf8'), file);
    const printed = `${problems
      .flatMap((problem) => [
        formatProblem(problem),
        formatProblem(problem, { lang: 'ko', ascii: true }).split('\n', 1)[0],
      ])
      .join('\n')}\n`;
    const texts = join(FOLDER, `${basename(file, '.yaml')}.txt`);
    if (process.env.UPDATE_ERROR_TEXTS) writeFileSync(texts, printed);
    expect(printed).toBe(readFileSync(texts, 'utf8'));
    const code = basename(file, '.yaml');
    if (code in PROBLEM_TEXTS) expect(problems.map((problem) => problem.code)).toContain(code);
    expect(scenario === null).toBe(problems.some(({ severity }) => severity === 'error'));
  });

  it('sends no control character to the terminal, whatever is in the file', () => {
    for (const file of FILES) {
      const { problems } = check(readFileSync(join(FOLDER, file), 'utf8'), '\u001b[2Jevil.yaml');
      for (const problem of problems) {
        // But the line breaks of the text itself.
        const characters = [...formatProblem(problem).replaceAll('\n', '')];
        expect(characters.filter((character) => isHidden(character.charCodeAt(0)))).toEqual([]);
      }
    }
  });
});

describe('a file that is too large to read', () => {
  it('is refused by its size alone', () => {
    const { problems } = check('x'.repeat(MAX_SCENARIO_BYTES + 1), 'large.yaml');
    expect(problems.map((problem) => formatProblem(problem))).toEqual([
      'large.yaml error too-large  the file is larger than 5 MB, the most that is read',
    ]);
  });

  it('of 100 MB is refused as fast', () => {
    const { problems } = check('- '.repeat(50_000_000), 'large.yaml');
    expect(problems.map(({ code }) => code)).toEqual(['too-large']);
  });

  it('is refused when it has too many parts', () => {
    const { problems } = check(`a: [${'b,'.repeat(MAX_TOKENS / 2)}]`, 'parts.yaml');
    expect(problems.map((problem) => formatProblem(problem))).toEqual([
      `parts.yaml error too-complex  the file has more than ${MAX_TOKENS} parts, the most that is read`,
    ]);
  });
});
