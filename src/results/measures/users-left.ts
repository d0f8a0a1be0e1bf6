import { usersLeft } from '../users-away.js';
import type { Measure } from './measure.js';

export const usersLeftMeasure: Measure = {
  name: 'usersLeft',
  nullMeans: 'unknown',
  label: { en: 'users who left', ko: '이탈 사용자' },
  unit: 'people',
  of: 'run',
  better: 'lower',
  meaning: 'People who left for a substitute and are still away at the end.',
  compute: usersLeft,
};
