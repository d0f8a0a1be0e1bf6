/** Random draws: the stream itself, each kind of distribution, and making a stream, which hashes its name. */
import { type Distribution, exponential, logNormal, sample, uniform } from '../src/engine/distributions.js';
import { streams } from '../src/engine/streams.js';
import { measure, millions, table, type Work } from './measure.js';

const luck = streams(1);

function draws(distribution: Distribution): Work {
  const stream = luck.stream('bench', distribution.kind);
  return (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += sample(distribution, stream);
    return sum;
  };
}

function numbers(count: number): number {
  const stream = luck.stream('bench', 'next');
  let sum = 0;
  for (let i = 0; i < count; i++) sum += stream.next();
  return sum;
}

function machine(count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.random();
  return sum;
}

function naming(count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += luck.stream('pangyo', 'talk-text', 'boot', i).next();
  return sum;
}

const fast = measure(
  {
    'stream.next': numbers,
    'Math.random': machine,
    uniform: draws(uniform(5, 20)),
    exponential: draws(exponential(4)),
    'log-normal': draws(logNormal(45, 180)),
  },
  1_000_000,
);
const slow = measure({ 'new stream and one draw': naming }, 50_000);
table('Random draws', [
  ['what', 'M/s', 'ns'],
  ...[...fast, ...slow].map(({ name, nanoseconds }) => [name, millions(nanoseconds), nanoseconds.toFixed(1)]),
]);
