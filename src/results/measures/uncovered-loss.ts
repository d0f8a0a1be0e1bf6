import { uncoveredLoss } from '../money/terms.js';
import type { Measure } from './measure.js';

export const uncoveredLossMeasure: Measure = {
  name: 'uncoveredLoss',
  nullMeans: 'unknown',
  label: { en: 'losses not covered', ko: '보상되지 않는 손실' },
  unit: 'money',
  of: 'run',
  better: 'lower',
  meaning: 'Losses of users and merchants that no stated terms pay.',
  compute: uncoveredLoss,
};
