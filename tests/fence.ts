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

const RAISED = Symbol.for('firebreak.fence');
/** Files of the runner, which reads the clock between the files of the tests. */
const RUNNER = /node_modules\/(@?vitest)\//;

/** Once a worker, whose test files share it. */
export function raiseFence(scope: typeof globalThis): void {
  if (RAISED in scope) return;
  Object.defineProperty(scope, RAISED, { value: true });
  Math.random = forbid('Math.random()', 'a named stream (src/engine/streams.ts)', Math.random);
  const { performance } = scope;
  performance.now = forbid('performance.now()', 'simulated time', performance.now.bind(performance));
  const WallClock = scope.Date;
  const now = forbid('the wall clock', 'simulated time', WallClock.now);
  scope.Date = new Proxy(WallClock, {
    apply: () => new WallClock(now()).toString(),
    construct: (target, args) => (args.length === 0 ? new WallClock(now()) : Reflect.construct(target, args)),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  for (const name of TIMERS) {
    const timer = Reflect.get(scope, name) as (...args: never[]) => unknown;
    const value = forbid(`${name}()`, 'an event', timer);
    Object.defineProperty(scope, name, { value, configurable: true, writable: true });
  }
  for (const name of CONSOLE)
    scope.console[name] = forbid(`console.${name}()`, 'a returned value', scope.console[name]);
}

/** Throws, whoever calls it; but the runner, which is let through. */
function forbid<Args extends never[], Result>(
  what: string,
  instead: string,
  real: (...args: Args) => Result,
): (...args: Args) => Result {
  return (...args) => {
    const caller = new Error().stack?.split('\n')[2] ?? '';
    if (RUNNER.test(caller)) return real(...args);
    throw new ImpureError(`pure code must not use ${what}: use ${instead}`);
  };
}
