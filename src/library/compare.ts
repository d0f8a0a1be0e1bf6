/**
 * Layouts of a file side by side under the same luck: `firebreak.compare/1`.
 *
 * The pool is handed in; without one everything is done here, one run after another.
 */
import type { Language } from '../results/amounts.js';
import type { Scenario } from '../scenario/model.js';
import { nearest } from '../scenario/nearest.js';
import { compareLayouts } from '../studies/compare/compare.js';
import type { CompareDocument } from '../studies/compare/comparison.js';
import { inProcessPool } from '../studies/pool/in-process-pool.js';
import type { Pool } from '../studies/pool/pool.js';
import type { LoadedScenario } from './load-scenario.js';

export interface CompareOptions {
  /** The first is the baseline; all layouts of the file, in its order, when left out. */
  readonly layouts?: readonly string[];
  /** Runs of each layout, with the seeds '1', '2', ...; 20 when left out. */
  readonly seeds?: number;
  readonly pool?: Pool;
  /** Of the sentences that say where layouts part; English when left out. */
  readonly language?: Language;
  /** Whether expectations are judged, some of which need further runs; true when left out. */
  readonly judge?: boolean;
}

export const USUAL_SEEDS = 20;

/** Layouts that cannot be compared as they are asked for: for people, complete. */
export class CompareError extends Error {
  override name = 'CompareError';
  readonly code: 'unknown-layout' | 'one-layout' | 'same-layout';
  /** In Korean. */
  readonly messageKo: string;

  constructor(code: CompareError['code'], message: string, messageKo: string) {
    super(message);
    this.code = code;
    this.messageKo = messageKo;
  }
}

/**
 * @throws CompareError for a layout that there is not, one that is named twice, or fewer than two
 * @throws what a run or the pool throws
 */
export async function compare(scenario: LoadedScenario, options: CompareOptions = {}): Promise<CompareDocument> {
  const { seeds = USUAL_SEEDS, pool = inProcessPool(), language, judge } = options;
  return compareLayouts(comparedLayouts(scenario, options.layouts), { seeds, pool, language, judge });
}

/** The scenarios that are compared, the baseline first. */
export function comparedLayouts(scenario: LoadedScenario, names = scenario.layouts): readonly Scenario[] {
  const { otherLayouts, ...own } = scenario;
  const all: readonly Scenario[] = [own, ...otherLayouts];
  const found = names.map((name, place) => {
    if (names.indexOf(name) !== place)
      throw new CompareError('same-layout', `the layout "${name}" is named twice`, `레이아웃 "${name}" 중복`);
    return all.find(({ layout }) => layout === name) ?? unknown(scenario, name);
  });
  if (found.length < 2)
    throw new CompareError(
      'one-layout',
      `there is one layout, "${found[0].layout}", and nothing to compare it with: write another below \`layouts\``,
      `레이아웃이 "${found[0].layout}" 하나뿐이라 비교할 것이 없습니다. \`layouts\` 아래에 하나 더 쓰십시오`,
    );
  return found;
}

function unknown({ layouts }: Scenario, name: string): never {
  if (layouts.includes(name))
    throw new CompareError(
      'unknown-layout',
      `the layout "${name}" cannot take the settings`,
      `레이아웃 "${name}"에는 그 설정을 적용할 수 없습니다`,
    );
  const near = nearest(name, layouts);
  throw new CompareError(
    'unknown-layout',
    `there is no layout "${name}"${near === null ? '' : `; did you mean "${near}"?`}`,
    `레이아웃 "${name}" 없음${near === null ? '' : `; "${near}"?`}`,
  );
}
