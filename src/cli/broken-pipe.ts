/**
 * `firebreak run ... | head`: whoever reads has seen enough. That is no error; the verdict's exit code stays. Any other
 * output that cannot be written (a full disk) is told, where anything can still be told.
 */
import { writeSync } from 'node:fs';
import { EXIT } from './exit-codes.js';
import { reasonOf } from './files/reason.js';

export function tolerateBrokenPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.met);
      if (stream === process.stdout) tell(`cannot write to standard output: ${reasonOf(error)}\n`);
      process.exit(EXIT.badInput);
    });
  }
}

function tell(message: string): void {
  try {
    writeSync(process.stderr.fd, message);
  } catch {
    // Nobody hears it: the exit code says it.
  }
}
