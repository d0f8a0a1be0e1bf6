/** The words that all pages of studies have, in both languages. */
import type { Language } from '../../../results/amounts.js';

export interface FrameTexts {
  readonly how: string;
  readonly again: string;
  readonly sources: string;
  readonly value: string;
  readonly source: string;
  readonly assumed: string;
  readonly defaults: (count: number) => string;
}

const EN: FrameTexts = {
  how: 'How to read it',
  again: 'Make it again',
  sources: 'Assumptions and sources',
  value: 'value',
  source: 'source',
  assumed: 'assumed',
  defaults: (count) => `${count} further values were left to the defaults of Firebreak.`,
};

const KO: FrameTexts = {
  how: '읽는 법',
  again: '다시 실행',
  sources: '가정과 출처',
  value: '값',
  source: '출처',
  assumed: '가정',
  defaults: (count) => `그 밖의 값 ${count}개는 Firebreak 기본값을 썼다.`,
};

export function frameTextsIn(language: Language): FrameTexts {
  return language === 'ko' ? KO : EN;
}
