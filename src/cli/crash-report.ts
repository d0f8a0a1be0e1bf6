/** What is printed when firebreak itself is wrong: all that somebody needs to see it again. */
import type { CrashContext } from './failures.js';
import { printable, printableLines } from './output/printable.js';
import { VERSION } from './version.js';

/** As the engine's errors have it: when, and at which event. */
interface AtEvent {
  readonly time: number;
  readonly kind?: string;
  readonly target?: number;
}

/** @param context what was being run; null before a scenario was read */
export function crashReport(error: unknown, context: CrashContext | null): string {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const rows: [string, string][] = [];
  if (isAtEvent(error)) {
    rows.push(['simulated time', `${error.time / 1e6} s after the start`]);
    if (error.kind !== undefined) rows.push(['event', `${error.kind} of ${error.target}`]);
  }
  if (context !== null) {
    rows.push(['seed', printable(context.seed)]);
    rows.push(['scenario', `${printable(context.file)}, SHA-256 ${context.sha256}`]);
  }
  rows.push(['version', `firebreak ${VERSION}, Node ${process.version}, ${process.platform} ${process.arch}`]);
  if (context !== null) rows.push(['replay', context.replay]);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `firebreak: internal error: ${printable(message)}`,
    'This is a mistake in firebreak, not in your scenario. Please report it with these lines:',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...(stack === undefined ? [] : [printableLines(stack)]),
    '',
  ].join('\n');
}

function isAtEvent(error: unknown): error is AtEvent {
  return error instanceof Error && typeof (error as unknown as AtEvent).time === 'number';
}
