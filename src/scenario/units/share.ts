import { bad, good, type Reading, wrongType } from './reading.js';

/** `4%` as 0.04; 0 to 100 %. A bare number is refused: 1 could be one per cent or all. */
export function readShare(value: unknown): Reading<number> {
  if (typeof value === 'number') return unitless(value);
  if (typeof value !== 'string') return wrongType('a share like 4%', value);
  const share = percent(value);
  if (share === null) {
    const text = value.trim();
    if (text !== '' && Number.isFinite(Number(text))) return unitless(Number(text));
    return bad('bad-share', { got: value }, nearestShare(value));
  }
  if (share < 0) return bad('negative', { got: value });
  return share > 1 ? bad('share-too-large', { got: value }) : good(share);
}

/** A share above zero. */
export function readPositiveShare(value: unknown): Reading<number> {
  const reading = readShare(value);
  return reading.ok && reading.value === 0 ? bad('not-positive', { got: String(value) }) : reading;
}

/** A number >= 0 that may also be written as a percentage: calls a request, a factor, the limit of a ratio. */
export function readRatio(value: unknown): Reading<number> {
  const ratio = typeof value === 'string' ? percent(value) : value;
  if (typeof ratio !== 'number') {
    return typeof value === 'string'
      ? bad('bad-number', { got: value }, nearestShare(value))
      : wrongType('a number like 0.02 or 2%', value);
  }
  if (ratio < 0) return bad('negative', { got: String(value) });
  if (!(ratio <= 1e6)) return bad('out-of-range', { got: String(value), min: 0, max: 1e6 });
  return good(ratio);
}

/** Null: not a percentage. The decimal point is moved, so that 4% is the number nearest to 0.04. */
export function percent(text: string): number | null {
  const match = /^(-?\d+(?:\.\d+)?)%$/.exec(text);
  return match === null ? null : Number(`${match[1]}e-2`);
}

function unitless(number: number): Reading<never> {
  const written = number > 0 && number <= 1 ? Number(`${number}e2`) : number;
  const suggestion = written >= 0 && written <= 100 ? `${written}%` : null;
  return bad('bare-number', { got: number, kind: 'a share', example: '4%' }, suggestion);
}

function nearestShare(text: string): string | null {
  const plain = text.toLowerCase().replaceAll(' ', '').replace('percent', '%').replace('％', '%');
  return plain !== text && percent(plain) !== null ? plain : null;
}
