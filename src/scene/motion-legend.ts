/** What moves on the stage, for the legend: each entry drawn with the very shapes of stage-motion.ts. */
import type { Language } from '../results/amounts.js';
import type { DisplayList, Shape } from './display-list.js';
import { PALETTES, type Theme } from './theme.js';

export const MOTION_KEYS = ['request', 'failed', 'retry', 'work'] as const;
export type MotionKey = (typeof MOTION_KEYS)[number];

export const MOTION_WORDS: Readonly<Record<MotionKey, Readonly<Record<Language, string>>>> = {
  request: {
    en: 'requests: more dots, more of them; their speed means nothing',
    ko: '요청: 점이 많을수록 많음, 속도는 의미 없음',
  },
  failed: { en: 'requests that fail', ko: '실패하는 요청' },
  retry: { en: 'requests tried again', ko: '다시 시도하는 요청' },
  work: { en: 'work that is left', ko: '남은 작업' },
};

/** In the room of a legend. */
export const MOTION_SHORT: Readonly<Record<MotionKey, Readonly<Record<Language, string>>>> = {
  request: { en: 'requests', ko: '요청' },
  failed: { en: 'failing', ko: '실패' },
  retry: { en: 'retries', ko: '재시도' },
  work: { en: 'work left', ko: '남은 작업' },
};

export const PARTICLE_RADIUS = 2.1;

/** One of them at a place, as on the stage. */
export function motionMark(key: MotionKey, x: number, y: number, theme: Theme): Shape {
  const { inkSoft, alarm, accent } = PALETTES[theme];
  switch (key) {
    case 'failed':
      return { kind: 'glyph', glyph: 'diamond', x, y, radius: PARTICLE_RADIUS * 1.7, ink: alarm };
    case 'retry':
      return { kind: 'circle', x, y, radius: PARTICLE_RADIUS, stroke: inkSoft, lineWidth: 1 };
    case 'work':
      return { kind: 'arc', x, y, radius: 6, from: 0, to: 0.7, stroke: accent, lineWidth: 2 };
    default:
      return { kind: 'circle', x, y, radius: PARTICLE_RADIUS, fill: inkSoft };
  }
}

export function motionSign(key: MotionKey, theme: Theme, size = 18): DisplayList {
  const shapes = [motionMark(key, size / 2, size / 2, theme)];
  return { width: size, height: size, background: 'none', shapes };
}
