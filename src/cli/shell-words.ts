/** Arguments as a person can paste them into a shell, and the commands that reports tell to readers. */

const PLAIN = /^[\w@%+=:,./-]+$/;

export function shellWords(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

function shellWord(word: string): string {
  if (PLAIN.test(word)) return word;
  // What is no printable text needs $'...', which shells unescape.
  if (/[\p{Cc}\p{Cf}]/u.test(word)) return `$'${[...word].map(escapedCharacter).join('')}'`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function escapedCharacter(character: string): string {
  if (/[\\']/.test(character)) return `\\${character}`;
  const code = character.codePointAt(0) as number;
  return /[\p{Cc}\p{Cf}]/u.test(character) ? `\\U${code.toString(16).padStart(8, '0')}` : character;
}

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
