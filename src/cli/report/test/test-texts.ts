/** The words of the reporters of verdicts. */
import type { Language } from '../../output/terminal.js';

export interface TestTexts {
  readonly pass: string;
  readonly fail: string;
  readonly unsure: string;
  readonly none: string;
  readonly met: (met: number, all: number) => string;
  readonly lost: (amount: string) => string;
  readonly served: (amount: string) => string;
  readonly never: string;
  readonly run: string;
  readonly inSeeds: (not: number, all: number, seed: string) => string;
  readonly failures: string;
  readonly baseline: string;
  readonly verdict: (
    failed: number,
    inconclusive: number,
    all: number,
    suites: number,
    files: number,
    without: number,
  ) => string;
  readonly seeds: (first: string, last: string, count: number) => string;
  readonly partial: string;
  readonly title: string;
  readonly expectation: string;
  readonly actual: string;
  readonly limit: string;
  readonly verdictHead: string;
  readonly why: (name: string) => string;
  readonly reproduce: string;
  readonly leftOut: (count: number) => string;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function headline(failed: number, inconclusive: number, all: number): string {
  if (all === 0) return 'no expectation stated';
  if (failed + inconclusive === 0) return all === 1 ? 'the expectation is met' : `all ${all} expectations met`;
  const of = counted(all, 'expectation');
  if (failed === 0) return `${inconclusive} of ${of} inconclusive`;
  return `${failed} of ${of} failed${inconclusive === 0 ? '' : `, ${inconclusive} inconclusive`}`;
}

const TEXTS: Readonly<Record<Language, TestTexts>> = {
  en: {
    pass: 'PASS',
    fail: 'FAIL',
    unsure: 'UNSURE',
    none: 'no expectation stated',
    met: (met, all) => `${met}/${counted(all, 'expectation')}`,
    lost: (amount) => `lost ${amount} u·h`,
    served: (amount) => `95 % served ${amount}`,
    never: 'never',
    run: 'run',
    inSeeds: (not, all, seed) => `not met in ${not} of ${all} seeds, in seed ${seed}`,
    failures: 'NOT MET',
    baseline: 'AGAINST THE BASELINE',
    verdict(failed, inconclusive, all, suites, files, without) {
      const silent = without === 0 || all === 0 ? '' : `, ${without} without expectations`;
      return `${headline(failed, inconclusive, all)} in ${counted(suites, 'test')} of ${counted(files, 'file')}${silent}`;
    },
    seeds: (first, last, count) => (count === 1 ? `seed ${first}` : `seeds ${first} to ${last}`),
    partial: 'stopped before all runs were made: what was not run is inconclusive',
    title: 'Resilience',
    expectation: 'expectation',
    actual: 'actual',
    limit: 'limit',
    verdictHead: 'verdict',
    why: (name) => `Why: ${name}`,
    reproduce: 'Reproduce',
    leftOut: (count) => `${counted(count, 'section')} left out: the summary would be too large`,
  },
  ko: {
    pass: '통과',
    fail: '실패',
    unsure: '불확실',
    none: '기대 조건 없음',
    met: (met, all) => `기대 조건 ${all}개 중 ${met}개 충족`,
    lost: (amount) => `손실 ${amount} 명·시간`,
    served: (amount) => `95% 처리 재개 ${amount}`,
    never: '없음',
    run: '실행',
    inSeeds: (not, all, seed) => `시드 ${all}개 중 ${not}개에서 충족 안 됨, 시드 ${seed}`,
    failures: '충족 안 됨',
    baseline: '기준 결과와 비교',
    verdict(failed, inconclusive, all, suites, files, without) {
      const bad = [failed > 0 ? `${failed}개 실패` : '', inconclusive > 0 ? `${inconclusive}개 불확실` : ''];
      const told = bad.filter((part) => part !== '').join(', ');
      const head =
        all === 0 ? '기대 조건 없음' : told === '' ? `기대 조건 ${all}개 모두 충족` : `기대 조건 ${all}개 중 ${told}`;
      const silent = without === 0 || all === 0 ? '' : `, 기대 조건 없는 시험 ${without}개`;
      return `${head} (시험 ${suites}개, 파일 ${files}개${silent})`;
    },
    seeds: (first, last, count) => (count === 1 ? `시드 ${first}` : `시드 ${first}~${last}`),
    partial: '모든 실행을 마치기 전에 중단됨: 실행하지 않은 것은 불확실',
    title: '복원력',
    expectation: '기대 조건',
    actual: '실제',
    limit: '한도',
    verdictHead: '판정',
    why: (name) => `이유: ${name}`,
    reproduce: '다시 실행',
    leftOut: (count) => `요약이 너무 커서 ${count}개 항목을 뺐습니다`,
  },
};

export function testTextsIn(language: Language): TestTexts {
  return TEXTS[language];
}
