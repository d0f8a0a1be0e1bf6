/** Scenarios from disk with their layouts, ready to be judged; or all that is wrong with any of them, as one message. */
import { checkScenario, type LoadedScenario, shellWords, type Tested } from '../index.js';
import { BadInput } from './failures.js';
import { FileProblem } from './files/file-problem.js';
import { readScenario } from './files/read-scenario.js';
import { problemText } from './load.js';
import { printable } from './output/printable.js';
import type { Terminal } from './output/terminal.js';

export interface TestedRequest {
  /** Names; all layouts of each file when empty. */
  readonly layouts: readonly string[];
  readonly set: readonly string[];
}

/** @throws BadInput with everything that is wrong with any of the files, or with the names of layouts */
export function testedIn(files: readonly string[], { layouts, set }: TestedRequest, terminal: Terminal): Tested[] {
  const wrong: string[] = [];
  let warnings = 0;
  const scenarios = files.flatMap((file): LoadedScenario[] => {
    try {
      const { scenario, problems } = checkScenario(readScenario(file), { file, set });
      if (scenario === null) wrong.push(...problems.map((problem) => problemText(problem, terminal)));
      else warnings += problems.length;
      return scenario === null ? [] : [scenario];
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      wrong.push(error.textIn(terminal.language));
      return [];
    }
  });
  const known = new Set(scenarios.flatMap((scenario) => scenario.layouts));
  if (wrong.length === 0) {
    const unknown = layouts.filter((each) => !known.has(each));
    const none = scenarios.filter((scenario) => !scenario.layouts.some((each) => layouts.includes(each)));
    for (const name of unknown)
      wrong.push(`there is no layout ${printable(name)}; there are: ${[...known].map(printable).join(', ')}`);
    if (unknown.length === 0 && layouts.length > 0)
      for (const { file } of none) {
        const names = layouts.map(printable).join(', ');
        wrong.push(`${printable(file)} has none of the layouts ${names}: it would not be tested`);
      }
  }
  if (wrong.length > 0) throw new BadInput(wrong.join('\n'));
  if (warnings > 0) {
    const command = shellWords(['npx', '--no-install', 'firebreak', 'check', ...files]);
    process.stderr.write(
      `${terminal.language === 'ko' ? `시나리오 경고 ${warnings}개` : `${warnings} warnings about the scenarios`}: ${command}\n`,
    );
  }
  return scenarios.flatMap((scenario) => layoutsOf(scenario, layouts));
}

function layoutsOf(scenario: LoadedScenario, names: readonly string[]): Tested[] {
  const { otherLayouts, ...own } = scenario;
  const all = [own, ...otherLayouts];
  return scenario.layouts
    .filter((name) => names.length === 0 || names.includes(name))
    .flatMap((name) => {
      const found = all.find(({ layout }) => layout === name);
      return found === undefined ? [] : [{ scenario: found, others: all.filter((each) => each !== found) }];
    });
}
