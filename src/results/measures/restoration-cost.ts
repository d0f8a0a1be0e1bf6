import { restorationCost } from '../money/restoration.js';
import type { Measure } from './measure.js';

export const restorationCostMeasure: Measure = {
  name: 'restorationCost',
  nullMeans: 'unknown',
  label: { en: 'repair cost', ko: '복구 비용' },
  unit: 'money',
  of: 'run',
  better: 'lower',
  meaning: 'People-hours and servers of the repair, at the prices that the scenario states.',
  compute: restorationCost,
};
