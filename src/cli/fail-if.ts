/**
 * What makes a pipeline fail: `--fail-if`, in place of "an expectation is not met".
 *
 * `not-met`: an expectation failed or is inconclusive. `newly-not-met`: one that was met before, or is new, is not met.
 * `worse`: a verdict, or a measure beyond noise, is worse than before. `userHoursLost>10%`: that measure is worse by more
 * than so much, beyond noise where several seeds tell it.
 */
import { MEASURES, type TestComparison, type TestDocument } from '../index.js';
import { BadInput } from './failures.js';
import { printable } from './output/printable.js';

export type FailIf =
  | { readonly kind: 'not-met' | 'newly-not-met' | 'worse' }
  | { readonly kind: 'measure'; readonly name: string; readonly moreThan: number };

const WORDS = ['not-met', 'newly-not-met', 'worse'] as const;

/** @throws BadInput for what is none, or (without a baseline) cannot be told */
export function failIfs(written: readonly string[], hasBaseline: boolean): FailIf[] {
  return written.map((each) => {
    const word = WORDS.find((known) => known === each);
    if (word !== undefined) {
      if (word !== 'not-met' && !hasBaseline) throw new BadInput(`--fail-if ${word} needs --baseline`);
      return { kind: word };
    }
    const [, name, percent] = /^(\w+)>(\d+(?:\.\d+)?)%$/.exec(each) ?? [];
    if (name === undefined || !MEASURES.some((measure) => measure.name === name))
      throw new BadInput(
        `--fail-if ${printable(each)}: write ${WORDS.join(', ')}, or a measure, for example userHoursLost>10%`,
      );
    if (!hasBaseline) throw new BadInput(`--fail-if ${printable(each)} needs --baseline`);
    return { kind: 'measure', name, moreThan: Number(percent) / 100 };
  });
}

/** The conditions that hold, as they are told. */
export function struck(
  conditions: readonly FailIf[],
  document: TestDocument,
  comparison: TestComparison | null,
): string[] {
  return conditions.flatMap((condition) => {
    const reason = reasonOf(condition, document, comparison);
    return reason === null ? [] : [reason];
  });
}

function reasonOf(condition: FailIf, document: TestDocument, comparison: TestComparison | null): string | null {
  const suites = comparison?.suites ?? [];
  switch (condition.kind) {
    case 'not-met':
      return document.verdict === 'met' ? null : 'not-met: an expectation is not met';
    case 'newly-not-met': {
      const found = suites.flatMap(({ suite, verdicts }) =>
        verdicts
          .filter(({ before, after }) => after !== null && after !== 'met' && (before === 'met' || before === null))
          .map(({ name }) => `${suite}: ${name}`),
      );
      return found.length === 0 ? null : `newly-not-met: ${found.map(printable).join('; ')}`;
    }
    case 'worse': {
      const found = suites.flatMap(({ suite, verdicts, measures }) => [
        ...verdicts.filter(({ change }) => change === 'worse').map(({ name }) => `${suite}: ${name}`),
        ...measures
          .filter(({ change, beyondNoise }) => change === 'worse' && beyondNoise !== false)
          .map(({ name }) => `${suite}: ${name}`),
      ]);
      return found.length === 0 ? null : `worse: ${found.map(printable).join('; ')}`;
    }
    case 'measure': {
      const found = suites.filter(({ measures }) =>
        measures.some(
          ({ name, change, beyondNoise, relative, after }) =>
            name === condition.name &&
            change === 'worse' &&
            beyondNoise !== false &&
            // From nothing, or to never: more than any share.
            (relative === null ? true : Math.abs(relative) > condition.moreThan || after === null),
        ),
      );
      return found.length === 0
        ? null
        : `${condition.name}: worse by more than ${condition.moreThan * 100}% in ${found.map(({ suite }) => printable(suite)).join('; ')}`;
    }
  }
}
