/** A sweep as rows for a spreadsheet: one for each value and measure. */
import type { CsvCell, SweepDocument } from '../../../index.js';

const HEAD = [
  'parameter',
  'value',
  'number',
  'measure',
  'mean',
  'sd',
  'p95',
  'least',
  'greatest',
  'ci95_low',
  'ci95_high',
  'missing',
  'seeds',
  'tipping',
] as const;

export function sweepRows({ parameter, points, measures, seeds, tippingPoint }: SweepDocument): readonly CsvCell[][] {
  const rows = points.flatMap(({ value, number, measures: of }) =>
    measures.map(({ name }): CsvCell[] => {
      const { mean, sd, p95, least, greatest, ci95, missing } = of[name];
      const tips = tippingPoint?.measure === name && tippingPoint.between[1] === value ? 'from here' : '';
      const [low, high] = ci95 ?? [null, null];
      return [parameter, value, number, name, mean, sd, p95, least, greatest, low, high, missing, seeds, tips];
    }),
  );
  return [[...HEAD], ...rows];
}
