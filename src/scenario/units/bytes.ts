/** Amounts of data and how fast they move: `30GB`, `2TB`, `500GB/h`. Decimal as on a disk's label: 1 kB is 1000 bytes. */
import { bad, good, type Reading, wrongType } from './reading.js';

const EXPONENTS: Readonly<Record<string, number>> = { B: 0, kB: 3, MB: 6, GB: 9, TB: 12, PB: 15 };
const HOUR: Readonly<Record<string, number>> = { s: 3600, m: 60, min: 60, h: 1, d: 1 / 24 };
const MOST = 1e18;

/** Bytes, above zero. A bare number is refused. */
export function readSize(value: unknown): Reading<number> {
  if (typeof value === 'number') return bad('bare-number', { got: value, kind: 'a size', example: '30GB, 2TB' });
  if (typeof value !== 'string') return wrongType('a size like 30GB or 2TB', value);
  const bytes = bytesOf(value);
  if (bytes === null) return bad('bad-size', { got: value }, nearestSize(value));
  return bounded(bytes, value);
}

/** Bytes an hour, above zero. */
export function readDataRate(value: unknown): Reading<number> {
  if (typeof value === 'number')
    return bad('bare-number', { got: value, kind: 'a rate of data', example: '500GB/h, 100MB/s' });
  if (typeof value !== 'string') return wrongType('a rate of data like 500GB/h', value);
  const slash = value.indexOf('/');
  const bytes = slash < 0 ? null : bytesOf(value.slice(0, slash));
  const period = value.slice(slash + 1);
  if (bytes === null || !Object.hasOwn(HOUR, period)) return bad('bad-data-rate', { got: value }, nearestRate(value));
  return bounded(bytes * HOUR[period], value);
}

function bounded(bytes: number, written: string): Reading<number> {
  if (bytes < 0) return bad('negative', { got: written });
  if (bytes === 0) return bad('not-positive', { got: written });
  return bytes <= MOST ? good(bytes) : bad('out-of-range', { got: written, min: '1B', max: '1000PB' });
}

/** The decimal point is moved, nothing is multiplied. Null: not such a text. */
function bytesOf(text: string): number | null {
  const match = /^(-?\d+(?:\.\d+)?)(B|kB|MB|GB|TB|PB)$/.exec(text);
  return match === null ? null : Number(`${match[1]}e${EXPONENTS[match[2]]}`);
}

/** `30 gb`, `30G`, `30GiB`. */
function nearestSize(text: string): string | null {
  const match = /^(\d+(?:\.\d+)?)([kmgtp]?)(?:i?b)?$/.exec(text.toLowerCase().replaceAll(' ', ''));
  if (match === null || match[2] === '') return null;
  return `${match[1]}${match[2] === 'k' ? 'k' : match[2].toUpperCase()}B`;
}

function nearestRate(text: string): string | null {
  const [amount, period = 'h'] = text.split('/');
  const size = bytesOf(amount) === null ? nearestSize(amount) : amount;
  return size === null || !Object.hasOwn(HOUR, period) ? null : `${size}/${period}`;
}
