/** The layouts that a study is about: those named, in that order, or all of the file. */
import type { LoadedScenario, Scenario } from '../index.js';
import { BadInput } from './failures.js';
import { printable } from './output/printable.js';

/** @throws BadInput for a layout that there is not */
export function chosenLayouts(scenario: LoadedScenario, names: readonly string[]): readonly Scenario[] {
  const { otherLayouts, ...own } = scenario;
  const all: readonly Scenario[] = [own, ...otherLayouts];
  const wanted = names.length > 0 ? [...new Set(names)] : scenario.layouts;
  return wanted.map((name) => {
    const found = all.find(({ layout }) => layout === name);
    if (found === undefined)
      throw new BadInput(
        `there is no layout ${printable(name)}; there are: ${scenario.layouts.map(printable).join(', ')}`,
      );
    return found;
  });
}
