/**
 * The fence around pure code in tests: what reads a clock, draws unnamed luck, waits or prints, throws.
 *
 * `new Date(x)` with an argument is a calculation and stays. The test runner keeps its own references, taken before.
 */

const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'queueMicrotask'] as const;
const CONSOLE = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir'] as const;

/** Thrown by everything behind the fence. */
export class ImpureError extends Error {
  override name = 'ImpureError';
}

export function raiseFence(scope: typeof globalThis): void {
  Math.random = forbid('Math.random()', 'a named stream (src/engine/streams.ts)');
  scope.performance.now = forbid('performance.now()', 'simulated time');
  const now = forbid('the wall clock', 'simulated time');
  scope.Date = new Proxy(scope.Date, {
    apply: now,
    construct: (target, args) => (args.length === 0 ? now() : Reflect.construct(target, args)),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  for (const name of TIMERS) {
    Object.defineProperty(scope, name, { value: forbid(`${name}()`, 'an event'), configurable: true, writable: true });
  }
  for (const name of CONSOLE) {
    scope.console[name] = forbid(`console.${name}()`, 'a returned value');
  }
}

function forbid(what: string, instead: string): () => never {
  return () => {
    throw new ImpureError(`pure code must not use ${what}: use ${instead}`);
  };
}
