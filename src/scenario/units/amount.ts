/** Numbers without a unit of measure: people, servers, money, factors. `k`, `M`, `G` and `T` multiply as in SI. */
import { bad, good, type Reading, wrongType } from './reading.js';

const EXPONENTS: Readonly<Record<string, number>> = { k: 3, M: 6, G: 9, T: 12 };

/** A finite number >= 0: `800`, `41.12M`, `3k`. */
export function readAmount(value: unknown): Reading<number> {
  if (typeof value !== 'number' && typeof value !== 'string') return wrongType('a number like 800 or 41.12M', value);
  const number = typeof value === 'number' ? value : scaledNumber(value);
  if (number === null) return bad('bad-number', { got: String(value) }, nearestNumber(String(value)));
  if (number < 0) return bad('negative', { got: String(value) });
  if (!Number.isFinite(number) || number > 1e15)
    return bad('out-of-range', { got: String(value), min: 0, max: '1000T' });
  return good(number);
}

/** A whole number >= 0. */
export function readCount(value: unknown): Reading<number> {
  const reading = readAmount(value);
  return reading.ok && !Number.isInteger(reading.value) ? bad('not-whole', { got: String(value) }) : reading;
}

/** A whole number above zero. */
export function readPositiveCount(value: unknown): Reading<number> {
  return positive(readCount(value), value);
}

/** Each round of retries is worked out on its own, and nobody waits for a hundred. */
const MOST_RETRIES = 100;

/** Retries of a call. */
export function readRetries(value: unknown): Reading<number> {
  const reading = readCount(value);
  return reading.ok && reading.value > MOST_RETRIES
    ? bad('out-of-range', { got: String(value), min: 0, max: MOST_RETRIES })
    : reading;
}

/** A number above zero. */
export function readPositiveAmount(value: unknown): Reading<number> {
  return positive(readAmount(value), value);
}

export function positive(reading: Reading<number>, written: unknown): Reading<number> {
  return reading.ok && reading.value === 0 ? bad('not-positive', { got: String(written) }) : reading;
}

/** `41.12M` as the number nearest to it: the decimal point is moved, nothing is multiplied. Null: not such a text. */
export function scaledNumber(text: string): number | null {
  const match = /^(-?\d+(?:\.\d+)?)([kMGT]?)$/.exec(text);
  return match === null ? null : Number(`${match[1]}e${EXPONENTS[match[2]] ?? 0}`);
}

/** Capitals, and marks that some countries put between thousands. */
function nearestNumber(text: string): string | null {
  const plain = text.trim().replaceAll('_', '').replaceAll(' ', '');
  const candidates = [plain, plain.replaceAll(',', ''), plain.replace('K', 'k').replace('m', 'M').replace('B', 'G')];
  return candidates.find((candidate) => candidate !== text && scaledNumber(candidate) !== null) ?? null;
}
