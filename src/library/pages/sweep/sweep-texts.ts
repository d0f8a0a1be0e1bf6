/** The words of the page of a sweep, in both languages. No Korean particle follows a placeholder. */
import type { Language } from '../../../results/amounts.js';

export interface SweepPageTexts {
  readonly runs: (values: number, seeds: number) => string;
  readonly partial: (done: number, asked: number) => string;
  readonly inShort: string;
  readonly tip: (measure: string, before: string, after: string, share: string) => string;
  readonly noTip: (measure: string) => string;
  readonly from: (measure: string, first: string, atFirst: string, last: string, atLast: string) => string;
  readonly caption: string;
  readonly tips: string;
  readonly never: string;
  readonly neverIn: (missing: number) => string;
  readonly unknownIn: (missing: number) => string;
  readonly mean: string;
  readonly interval: string;
  readonly range: string;
  readonly p95: string;
  readonly notes: string;
  readonly expectations: string;
  readonly expectation: string;
  readonly metInAll: string;
  readonly metInSome: string;
  readonly metInNone: string;
  readonly notJudged: string;
  readonly some: (value: string, met: number, of: number) => string;
  readonly how: readonly string[];
}

const EN: SweepPageTexts = {
  runs: (values, seeds) => `${values} values, ${seeds} ${seeds === 1 ? 'run' : 'runs'} each under the same luck`,
  partial: (done, asked) => `Partial: stopped after ${done} of ${asked} seeds.`,
  inShort: 'In short',
  tip: (measure, before, after, share) =>
    `${measure}: it tips between ${before} and ${after}. That one step is ${share} of all that the parameter changes, and more than luck explains.`,
  noTip: (measure) =>
    `${measure}: no tipping point. No single step is half of all that the parameter changes and more than luck explains.`,
  from: (measure, first, atFirst, last, atLast) => `${measure}: ${atFirst} at ${first}, ${atLast} at ${last} (means).`,
  caption:
    'Means, joined. At each value the narrow bar is the 95 % interval of the mean, the wide one reaches from the least run to the greatest.',
  tips: 'tips',
  never: 'never',
  neverIn: (missing) => `never in ${missing}`,
  unknownIn: (missing) => `unknown in ${missing}`,
  mean: 'mean',
  interval: '95 % interval',
  range: 'least – greatest run',
  p95: '95 % of runs at most',
  notes: 'runs without a number',
  expectations: 'Expectations',
  expectation: 'expectation',
  metInAll: 'met in all runs at',
  metInSome: 'in some',
  metInNone: 'in none',
  notJudged: 'not judged at',
  some: (value, met, of) => `${value} (${met} of ${of})`,
  how: [
    'At every value the same seeds are run: the same seed is the same luck, so that values differ by the parameter alone.',
    'Nothing was run between the values. Where the curve tips, more values between the two say where exactly.',
    'A run in which something never came back has no number: it is counted, bears a cross in the picture, and the mean is of the others alone.',
    'It tips where one step is at least half of all that the curve changes, and its interval over the seeds leaves out zero.',
  ],
};

const KO: SweepPageTexts = {
  runs: (values, seeds) => `값 ${values}개, 값마다 같은 조건으로 ${seeds}회 실행`,
  partial: (done, asked) => `일부 결과: 시드 ${asked}개 중 ${done}개에서 중단.`,
  inShort: '요약',
  tip: (measure, before, after, share) =>
    `${measure}: ${before}, ${after} 사이에서 급변. 이 한 걸음이 전체 변화의 ${share}에 해당하며 우연으로 설명되지 않는다.`,
  noTip: (measure) => `${measure}: 급변점 없음. 전체 변화의 절반이 넘고 우연으로 설명되지 않는 한 걸음이 없다.`,
  from: (measure, first, atFirst, last, atLast) => `${measure} 평균: ${first}일 때 ${atFirst}, ${last}일 때 ${atLast}.`,
  caption: '평균을 이은 선. 값마다 좁은 막대는 평균의 95% 신뢰구간, 넓은 막대는 가장 작은 실행부터 가장 큰 실행까지다.',
  tips: '급변',
  never: '복구 안 됨',
  neverIn: (missing) => `${missing}회 복구 안 됨`,
  unknownIn: (missing) => `${missing}회 알 수 없음`,
  mean: '평균',
  interval: '95% 신뢰구간',
  range: '최소 – 최대 실행',
  p95: '95%가 이 값 이하',
  notes: '값이 없는 실행',
  expectations: '기대 조건',
  expectation: '기대 조건',
  metInAll: '모든 실행에서 충족',
  metInSome: '일부에서 충족',
  metInNone: '충족한 실행 없음',
  notJudged: '판정 안 됨',
  some: (value, met, of) => `${value} (${of}회 중 ${met}회)`,
  how: [
    '모든 값에서 같은 시드로 실행한다. 시드가 같으면 운도 같으므로 값 사이의 차이는 그 매개변수에서만 나온다.',
    '값과 값 사이는 실행하지 않았다. 어디에서 급변하는지 더 좁히려면 그 사이의 값을 더 실행한다.',
    '끝내 복구되지 않은 실행에는 값이 없다. 횟수를 따로 적고 그림에는 가위표로 표시하며, 평균은 나머지만의 값이다.',
    '한 걸음이 곡선 전체 변화의 절반 이상이고 시드별 차이의 신뢰구간이 0을 벗어나면 급변으로 본다.',
  ],
};

export function sweepPageTextsIn(language: Language): SweepPageTexts {
  return language === 'ko' ? KO : EN;
}
