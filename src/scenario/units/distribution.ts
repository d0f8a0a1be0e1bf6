import { constant, type Distribution, exponential, logNormal, mean, uniform } from '../../engine/distributions.js';
import { nearest } from '../nearest.js';
import { LONGEST_SECONDS, readDuration } from './duration.js';
import { bad, good, type Reading, within, wrongType } from './reading.js';

const FORMS = '45m, { median: 45m, p95: 3h }, { min: 5m, max: 20m } or { mean: 4h }';
const KEYS = ['median', 'p95', 'min', 'max', 'mean'];

/** A duration that may be uncertain, in the forms that practitioners write; seconds. */
export function readDistribution(value: unknown): Reading<Distribution> {
  if (typeof value === 'string' || typeof value === 'number') {
    const reading = readDuration(value);
    return reading.ok ? good(constant(reading.value)) : reading;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrongType(FORMS, value);
  const seconds = new Map<string, number>();
  for (const [key, written] of Object.entries(value)) {
    if (!KEYS.includes(key)) return unknownKey(key);
    const reading = within(key, readDuration(written));
    if (!reading.ok) return reading;
    seconds.set(key, reading.value);
  }
  return fromParts(seconds, value as Record<string, unknown>);
}

function unknownKey(key: string): Reading<never> {
  const fault = {
    code: 'unknown-key',
    values: { key },
    suggestion: nearest(key, KEYS),
    within: [key],
    on: 'key',
  } as const;
  return { ok: false, fault };
}

function fromParts(seconds: ReadonlyMap<string, number>, written: Record<string, unknown>): Reading<Distribution> {
  const has = (...keys: string[]): boolean => seconds.size === keys.length && keys.every((key) => seconds.has(key));
  const of = (key: string): number => seconds.get(key) as number;
  const ordered = (smaller: string, larger: string): Reading<never> | null =>
    of(larger) < of(smaller)
      ? bad('wrong-order', { smaller, larger, first: String(written[smaller]), second: String(written[larger]) })
      : null;
  if (has('median', 'p95')) {
    if (of('median') === 0) return bad('not-positive', { got: String(written.median) });
    return ordered('median', 'p95') ?? withinReason(logNormal(of('median'), of('p95')));
  }
  if (has('min', 'max')) return ordered('min', 'max') ?? good(uniform(of('min'), of('max')));
  if (has('mean')) return good(exponential(of('mean')));
  return bad('bad-distribution', { choices: FORMS });
}

/** With a 95th percentile far beyond its median a log-normal's mean is longer than anything, and its variance no number. */
function withinReason(distribution: Distribution): Reading<Distribution> {
  const seconds = mean(distribution);
  return seconds <= LONGEST_SECONDS
    ? good(distribution)
    : bad('out-of-range', { got: `a mean of ${Number(seconds.toPrecision(3))}s`, min: '0s', max: '36525d' });
}

/** The same, never zero: a service time. */
export function readPositiveDistribution(value: unknown): Reading<Distribution> {
  const reading = readDistribution(value);
  if (!reading.ok) return reading;
  const d = reading.value;
  const largest =
    d.kind === 'constant' ? d.value : d.kind === 'uniform' ? d.max : d.kind === 'exponential' ? d.mean : 1;
  return largest > 0 ? reading : bad('not-positive', { got: typeof value === 'string' ? value : 'it' });
}
