/** `firebreak run ... | head`: whoever reads has seen enough. That is no error; the verdict's exit code stays. */
import { EXIT } from './exit-codes.js';

export function tolerateBrokenPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.met);
      process.exit(EXIT.internal);
    });
  }
}
