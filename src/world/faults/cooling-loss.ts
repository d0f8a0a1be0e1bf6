/**
 * Cooling stops: the air warms until servers switch themselves off, hottest place first.
 *
 * The air warms in proportion to the share of servers that still run, and servers switch off at limits spread evenly
 * over a range of temperature. So nothing happens for `hold`, and then the share that runs falls as e^(-t / spread):
 * dT/dt = r n, n = 1 - (T - T1) / (T2 - T1), spread = (T2 - T1) / r. With `hold` 15 min and `spread` 15 min: from 24 C to
 * 39 C and on to 54 C at 1 K a minute, assumed, within the range of a room with a raised floor (Schneider Electric,
 * White Paper 179). The curve is followed in steps of a tenth. Once cooling is back the air needs `cool`
 * before servers may be started again, all at once. Left out: throttling before the shut-down, and servers that die of heat.
 */
import { log } from '../../engine/portable-math.js';
import { type FaultModel, type FaultStep, idOf, idsOf, numberOf } from '../fault-model.js';

const STEPS = 10;

export const coolingLoss: FaultModel = {
  kind: 'cooling-loss',
  summary: 'The air warms up, and servers shut themselves down one after another as it does.',
  leavesOut: 'Slower processors before the shut-down, servers that heat destroys.',
  until: 'optional',
  parameters: {
    site: { type: 'site', required: true, meaning: 'the site that loses cooling' },
    zones: { type: 'zones', required: false, meaning: 'the zones concerned; all when left out' },
    hold: {
      type: 'seconds',
      required: false,
      min: 0,
      default: 900,
      meaning: 'time until the first servers shut down (assumed: 15 K at 1 K a minute)',
    },
    spread: {
      type: 'seconds',
      required: false,
      min: 0,
      default: 900,
      meaning: 'after that, the time in which the share that runs falls to 37 % (assumed)',
    },
    cool: {
      type: 'seconds',
      required: false,
      min: 0,
      default: 600,
      meaning: 'time from the return of cooling until servers may be started (assumed)',
    },
  },
  growth(parameters) {
    const hold = numberOf(parameters, 'hold', 900);
    const spread = numberOf(parameters, 'spread', 900);
    // The k-th tenth goes when the share that runs has fallen half-way through it: the mean of the steps is the curve.
    const tenths = Array.from({ length: STEPS }, (_, k): FaultStep => {
      const running = 1 - (k + 0.5) / STEPS;
      return { afterSeconds: hold - spread * log(running), level: (k + 1) / STEPS };
    });
    return [{ afterSeconds: 0, level: 0 }, ...tenths];
  },
  decline: (parameters) => [
    { afterSeconds: 0, level: 1 },
    { afterSeconds: numberOf(parameters, 'cool', 600), level: 0 },
  ],
  apply(target, parameters, level, ended) {
    target.coolingGone(target.siteOf(idOf(parameters, 'site') ?? ''), !ended);
    for (const zone of target.zonesOf(idOf(parameters, 'site') ?? '', idsOf(parameters, 'zones'))) {
      target.overheat(zone, level);
    }
  },
};
