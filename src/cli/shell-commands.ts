/** The commands that reports tell to readers. */
import { shellWords } from '../index.js';

/** What a run was made of, as it was asked for. */
export interface RunRequest {
  readonly file: string;
  readonly layout: string | null;
  readonly seed: string;
  readonly set: readonly string[];
}

/** The command that makes the same run again. */
export function replayCommand(request: RunRequest): string {
  return shellWords(['npx', '--no-install', 'firebreak', 'run', ...argumentsOf(request)]);
}

/** The command that explains the same again. */
export function explainCommandLine(request: RunRequest, service: string, at: string): string {
  const [file, ...rest] = argumentsOf(request);
  return shellWords(['npx', '--no-install', 'firebreak', 'explain', file, service, '--at', at, ...rest]);
}

/** The command that shows the same run on a page; overrides cannot be shown there. */
export function serveCommand(request: RunRequest): string {
  return shellWords(['npx', '--no-install', 'firebreak', 'serve', ...argumentsOf({ ...request, set: [] })]);
}

/** A command that makes many runs, with what was asked of it. */
export function studyCommand(name: string, file: string, options: readonly string[]): string {
  return shellWords(['npx', '--no-install', 'firebreak', name, fileWord(file), ...options]);
}

/** No option, whatever it is called. */
function fileWord(file: string): string {
  return file.startsWith('-') ? `./${file}` : file;
}

function argumentsOf({ file, layout, seed, set }: RunRequest): string[] {
  return [
    fileWord(file),
    ...(layout === null ? [] : ['--layout', layout]),
    '--seed',
    seed,
    ...set.flatMap((override) => ['--set', override]),
  ];
}
