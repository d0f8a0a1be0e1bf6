/** The process: arguments in, an exit code out. Nothing below here ends the process itself. */
import { CommanderError } from 'commander';
import { tolerateBrokenPipes } from './broken-pipe.js';
import { crashReport } from './crash-report.js';
import { EXIT } from './exit-codes.js';
import { BadInput, Crashed, Interrupted } from './failures.js';
import { buildProgram } from './program.js';

tolerateBrokenPipes();
try {
  await buildProgram().parseAsync(process.argv.slice(2), { from: 'user' });
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Commander has printed what it throws; all else is told here. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.met : EXIT.badInput;
  if (error instanceof Interrupted) return EXIT.interrupted;
  if (error instanceof BadInput) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.badInput;
  }
  process.stderr.write(error instanceof Crashed ? crashReport(error.cause, error.context) : crashReport(error, null));
  return EXIT.internal;
}
