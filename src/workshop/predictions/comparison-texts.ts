/** How a prediction came out, in words. No Korean particle follows a placeholder. */
export const COMPARISON_TEXTS = {
  never: { en: 'not within the run', ko: '실행 기간 안에 없음' },
  'set-right': { en: 'Right, all of them: {actual}.', ko: '모두 맞았습니다: {actual}.' },
  'set-missed': { en: 'You missed {missed}.', ko: '빠뜨린 것: {missed}.' },
  'set-extra': { en: 'Not among them: {extra}.', ko: '아닌 것: {extra}.' },
  'set-both': { en: 'You missed {missed}; not among them: {extra}.', ko: '빠뜨린 것: {missed}. 아닌 것: {extra}.' },
  'one-right': { en: 'Right: {actual}.', ko: '맞았습니다: {actual}.' },
  'one-wrong': { en: 'You said {picked}; it was {actual}.', ko: '예측: {picked}. 실제: {actual}.' },
  'order-right': { en: 'Right, in this order: {actual}.', ko: '순서까지 맞았습니다: {actual}.' },
  'order-wrong': {
    en: '{good} of {pairs} pairs are in the right order; it was {actual}.',
    ko: '순서가 맞은 짝: {pairs}개 중 {good}개. 실제 순서: {actual}.',
  },
  'number-right': {
    en: 'You said {answered}, it was {actual}: close enough.',
    ko: '예측 {answered}, 실제 {actual}: 충분히 가깝습니다.',
  },
  'number-more': {
    en: 'You said {answered}, it was {actual}: {off} too much.',
    ko: '예측 {answered}, 실제 {actual}: {off} 크게 잡았습니다.',
  },
  'number-less': {
    en: 'You said {answered}, it was {actual}: {off} too little.',
    ko: '예측 {answered}, 실제 {actual}: {off} 작게 잡았습니다.',
  },
  'never-right': { en: 'Right: not within the run.', ko: '맞았습니다: 실행 기간 안에 돌아오지 않습니다.' },
  'never-came': {
    en: 'You said {answered}; it did not come within the run.',
    ko: '예측 {answered}. 실제로는 실행 기간 안에 돌아오지 않았습니다.',
  },
  'never-wrong': { en: 'You said never; it was {actual}.', ko: '돌아오지 않는다고 예측했지만 실제는 {actual}.' },
  'curve-right': {
    en: 'Your curve is off by {off} of the scale on average: close. The peak was {most} at {at}.',
    ko: '그린 곡선의 평균 오차는 눈금의 {off}: 가깝습니다. 실제 최고점: {most} ({at}).',
  },
  'curve-wrong': {
    en: 'Your curve is off by {off} of the scale on average. The peak was {most} at {at}; yours, {ownmost} at {ownat}.',
    ko: '그린 곡선의 평균 오차는 눈금의 {off}. 실제 최고점: {most} ({at}); 예측: {ownmost} ({ownat}).',
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly ko: string }>>;

export type ComparisonKey = keyof typeof COMPARISON_TEXTS;
