/** Problems of several layouts of one file, told once each. */
import type { Problem } from './problem.js';
import type { CheckedLayout } from './scenario-file.js';

/**
 * What is wrong in some layouts only says in which; what is wrong with the file itself is told plainly.
 *
 * @param ofBase what is wrong without any layout; asked only when something is wrong
 */
export function problemsOfLayouts(layouts: readonly CheckedLayout[], ofBase: () => readonly Problem[]): Problem[] {
  const first = new Map<string, { readonly problem: Problem; readonly names: string[] }>();
  for (const { name, problems } of layouts) {
    for (const problem of problems) {
      const seen = first.get(keyOf(problem));
      if (seen === undefined) first.set(keyOf(problem), { problem, names: [name] });
      else if (!seen.names.includes(name)) seen.names.push(name);
    }
  }
  if (first.size === 0) return [];
  const plainly = new Set(ofBase().map(keyOf));
  return [...first].map(([key, { problem, names }]) =>
    plainly.has(key) || problem.line === 0 || problem.file === '--set' ? problem : inLayouts(problem, names),
  );
}

function inLayouts(problem: Problem, names: readonly string[]): Problem {
  const list = names.map((name) => `"${name}"`).join(', ');
  return {
    ...problem,
    message: `${problem.message} (in layout ${list})`,
    messageKo: `${problem.messageKo} (레이아웃 ${list})`,
  };
}

function keyOf({ code, file, line, column, path, message }: Problem): string {
  return [code, file, line, column, path, message].join('\n');
}

/** Each problem once. */
export function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
}
