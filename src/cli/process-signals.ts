/** Ctrl-C while something runs: the work is asked to stop; a second Ctrl-C ends the process at once. */
import { EXIT } from './exit-codes.js';
import { Interrupted } from './failures.js';

export interface Interruption {
  /** @throws Interrupted after Ctrl-C */
  check(): void;
  /** Back to the usual handling. */
  release(): void;
}

export function catchInterrupt(): Interruption {
  let interrupted = false;
  const onSignal = (): void => {
    if (interrupted) process.exit(EXIT.interrupted);
    interrupted = true;
  };
  process.on('SIGINT', onSignal);
  return {
    check() {
      if (interrupted) throw new Interrupted('interrupted');
    },
    release: () => process.off('SIGINT', onSignal),
  };
}
