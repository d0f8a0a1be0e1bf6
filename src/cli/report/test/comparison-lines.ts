/** What changed against an earlier result, a line each, the worst first. */
import {
  formatAmount,
  formatShare,
  type Language,
  MEASURES,
  type MeasureChange,
  type SuiteChange,
  type TestComparison,
  type VerdictChange,
} from '../../../index.js';
import { printable } from '../../output/printable.js';
import type { Terminal } from '../../output/terminal.js';
import { unitOf } from '../units.js';

interface Texts {
  readonly head: (of: string, seeds: number) => string;
  readonly engine: string;
  readonly never: string;
  readonly worseIn: (worse: number, seeds: number) => string;
  readonly betterIn: (better: number, seeds: number) => string;
  readonly oneSeed: string;
  readonly same: (count: number) => string;
  readonly isNew: string;
  readonly isGone: string;
  readonly counts: (worse: number, better: number) => string;
  readonly noise: (count: number) => string;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    head: (of, seeds) => `against ${of}, ${seeds} ${seeds === 1 ? 'seed' : 'seeds'} in common`,
    engine: 'another version of the engine: numbers may differ by it alone',
    never: 'never',
    worseIn: (worse, seeds) => `worse in ${worse} of ${seeds} seeds`,
    betterIn: (better, seeds) => `better in ${better} of ${seeds} seeds`,
    oneSeed: 'one seed: noise cannot be told',
    same: (count) => `${count} ${count === 1 ? 'test is' : 'tests are'} as before, byte for byte`,
    isNew: 'new',
    isGone: 'gone',
    counts: (worse, better) => `${worse} ${worse === 1 ? 'verdict' : 'verdicts'} worse, ${better} better`,
    noise: (count) => `${count} ${count === 1 ? 'measure differs' : 'measures differ'} within noise`,
  },
  ko: {
    head: (of, seeds) => `기준: ${of}, 공통 시드 ${seeds}개`,
    engine: '엔진 버전이 다름: 그것만으로도 숫자가 다를 수 있음',
    never: '없음',
    worseIn: (worse, seeds) => `시드 ${seeds}개 중 ${worse}개에서 나빠짐`,
    betterIn: (better, seeds) => `시드 ${seeds}개 중 ${better}개에서 나아짐`,
    oneSeed: '시드 1개: 잡음인지 알 수 없음',
    same: (count) => `시험 ${count}개는 이전과 바이트까지 같음`,
    isNew: '새로 생김',
    isGone: '없어짐',
    counts: (worse, better) => `판정 ${worse}개 나빠짐, ${better}개 나아짐`,
    noise: (count) => `측정값 ${count}개는 잡음 범위의 차이`,
  },
};

export function comparisonLines(comparison: TestComparison, of: string, terminal: Terminal): string[] {
  const { language, paint } = terminal;
  const texts = TEXTS[language];
  const changed = comparison.suites.filter(({ isSame }) => !isSame);
  const same = comparison.suites.length - changed.length;
  const noise = changed
    .flatMap(({ measures }) => measures)
    .filter(({ change, beyondNoise }) => change !== 'same' && beyondNoise === false).length;
  return [
    paint.bold(texts.head(printable(of), comparison.seedsInCommon)),
    ...(comparison.sameEngine ? [] : [`! ${texts.engine}`]),
    ...changed.flatMap((suite) => suiteLines(suite, terminal, texts)),
    ...(noise > 0 ? [texts.noise(noise)] : []),
    ...(same > 0 ? [texts.same(same)] : []),
    texts.counts(comparison.worse, comparison.better),
  ];
}

function suiteLines({ suite, status, verdicts, measures }: SuiteChange, terminal: Terminal, texts: Texts): string[] {
  const { glyphs, paint } = terminal;
  const name = printable(suite);
  if (status !== 'both')
    return [`${status === 'new' ? '+' : '-'} ${name}: ${status === 'new' ? texts.isNew : texts.isGone}`];
  const told = verdicts.filter(({ change }) => change !== 'same');
  const marks = { worse: paint.red(glyphs.failed), better: paint.green(glyphs.met), new: '+', gone: '-', same: ' ' };
  return [
    ...told.map(
      (each) => `${marks[each.change]} ${name}: ${printable(each.name)}: ${verdictText(each, terminal, texts)}`,
    ),
    ...measures
      .filter(({ change, beyondNoise }) => change !== 'same' && beyondNoise !== false)
      .map((each) => `${marks[each.change]} ${name}: ${measureText(each, terminal, texts)}`),
  ];
}

function verdictText(change: VerdictChange, { language, glyphs }: Terminal, texts: Texts): string {
  const { before, after, actualBefore, actualAfter, measure } = change;
  const amount = (value: number | null): string =>
    value === null ? texts.never : amountText(value, measure, language);
  if (before === null) return `${texts.isNew}, ${after}`;
  if (after === null) return `${texts.isGone}, ${before}`;
  return `${before} ${glyphs.arrow} ${after} (${amount(actualBefore)} ${glyphs.arrow} ${amount(actualAfter)})`;
}

export function measureText(
  change: MeasureChange,
  { language, glyphs }: Terminal,
  texts: Texts = TEXTS[language],
): string {
  const { name, before, after, relative, worseIn, betterIn, seeds, beyondNoise } = change;
  const amount = (value: number | null): string => (value === null ? texts.never : amountText(value, name, language));
  const share = relative === null ? '' : ` (${relative > 0 ? '+' : ''}${formatShare(relative, language)})`;
  const sure =
    beyondNoise === null
      ? texts.oneSeed
      : change.change === 'worse'
        ? texts.worseIn(worseIn, seeds)
        : texts.betterIn(betterIn, seeds);
  return `${labelOf(name, language)} ${amount(before)} ${glyphs.arrow} ${amount(after)}${share}, ${sure}`;
}

function labelOf(name: string, language: Language): string {
  return MEASURES.find((measure) => measure.name === name)?.label[language] ?? name;
}

function amountText(value: number, measure: string, language: Language): string {
  const unit = unitOf(measure);
  return unit === null ? String(value) : formatAmount(value, unit, language);
}
