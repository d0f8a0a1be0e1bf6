import { merchantsLost } from '../money/merchants.js';
import type { Measure } from './measure.js';

export const merchantsLostMeasure: Measure = {
  name: 'merchantsLost',
  nullMeans: 'unknown',
  label: { en: 'merchants lost', ko: '상인 손실' },
  unit: 'money',
  of: 'run',
  better: 'lower',
  meaning: 'What merchants lost: bookings not made up, and what they paid for nothing.',
  compute: merchantsLost,
};
