import { owed } from '../money/terms.js';
import type { Measure } from './measure.js';

export const creditsDueMeasure: Measure = {
  name: 'creditsDue',
  nullMeans: 'unknown',
  label: { en: 'credits due', ko: '지급할 보상' },
  unit: 'money',
  of: 'run',
  better: 'lower',
  meaning: 'Credits and damages due under the stated terms.',
  compute: (reading) => owed(reading)?.credits ?? null,
};
