/** What the same bits everywhere cost: each function against the machine's own, and the ones it does not have. */
import * as portable from '../src/engine/portable-math.js';
import { measure, table, type Work } from './measure.js';

const CALLS = 1_000_000;
const points = Float64Array.from({ length: 4096 }, (_, i) => 0.01 + i / 300);

/** Arguments change from call to call, so that nothing is computed once for all. */
function calls(of: (x: number) => number): Work {
  return (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += of(points[i & 4095]);
    return sum;
  };
}

const pairs: [string, (x: number) => number, ((x: number) => number) | null][] = [
  ['exp', (x) => portable.exp(-x), (x) => Math.exp(-x)],
  ['log', portable.log, Math.log],
  ['log1p', portable.log1p, Math.log1p],
  ['expm1', (x) => portable.expm1(-x), (x) => Math.expm1(-x)],
  ['pow(x, 2.5)', (x) => portable.pow(x, 2.5), (x) => x ** 2.5],
  ['pow(x, 3)', (x) => portable.pow(x, 3), (x) => x ** 3],
  ['erfc', portable.erfc, null],
  ['normalCdf', portable.normalCdf, null],
  ['lgamma', portable.lgamma, null],
  ['gammaincP(2, x)', (x) => portable.gammaincP(2, x), null],
  ['gammaincP(2.5, x)', (x) => portable.gammaincP(2.5, x), null],
  ['gammaincP(40, x)', (x) => portable.gammaincP(40, x), null],
];

const rows = pairs.map(([name, ours, native]) => {
  const works: Record<string, Work> = { ours: calls(ours), ...(native && { native: calls(native) }) };
  const [own, other] = measure(works, CALLS, 5);
  return [name, own.nanoseconds.toFixed(1), other ? other.nanoseconds.toFixed(1) : '-'];
});
table('Portable mathematics, nanoseconds a call', [['function', 'ours', 'machine'], ...rows]);
