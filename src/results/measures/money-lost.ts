import { restorationCost } from '../money/restoration.js';
import { owed } from '../money/terms.js';
import type { Reading } from '../reading.js';
import type { Measure } from './measure.js';
import { revenueLost } from './people.js';

/** Revenue, repair and credits, as far as they are stated; null when none is. */
function moneyLost(reading: Reading): number | null {
  const parts = [revenueLost(reading), restorationCost(reading), owed(reading)?.credits ?? null];
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0);
}

export const moneyLostMeasure: Measure = {
  name: 'moneyLost',
  nullMeans: 'unknown',
  label: { en: 'money lost', ko: '금전 손실' },
  unit: 'money',
  of: 'run',
  better: 'lower',
  meaning: 'Revenue lost, repair and credits due together, as far as the scenario states them.',
  compute: moneyLost,
};
