/** Ctrl-C while something runs: the work is asked to stop; a second Ctrl-C ends the process at once. */
import { EXIT } from './exit-codes.js';
import { Interrupted } from './failures.js';

export interface Interruption {
  /** @throws Interrupted after Ctrl-C */
  check(): void;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Back to the usual handling. */
  release(): void;
}

export function catchInterrupt(): Interruption {
  const controller = new AbortController();
  const { signal } = controller;
  const onSignal = (): void => {
    if (signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  return {
    check() {
      if (signal.aborted) throw new Interrupted('interrupted');
    },
    signal,
    release: () => process.off('SIGINT', onSignal),
  };
}
