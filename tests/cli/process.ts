/** The built command as a process of its own, as a shell would start it. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach } from 'vitest';

export const COMMAND = resolve('bin/firebreak.js');
export const TWO_SITES = 'scenarios/two-sites.yaml';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProcessOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** JavaScript that runs in the process before the command. */
  readonly preload?: string;
  readonly uid?: number;
}

/** What of this process's environment would change what is printed. */
const QUIET = ['NO_COLOR', 'FORCE_COLOR', 'CI', 'LANG', 'LC_ALL', 'LC_MESSAGES', 'NODE_OPTIONS'];

export function start(args: readonly string[], options: ProcessOptions = {}): ChildProcessWithoutNullStreams {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !QUIET.includes(name)));
  const preload = options.preload === undefined ? [] : ['--import', moduleOf(options.preload)];
  return spawn(process.execPath, [...preload, COMMAND, ...args], {
    cwd: options.cwd,
    env: { ...environment, ...options.env },
    uid: options.uid,
  });
}

export function firebreak(args: readonly string[], options: ProcessOptions = {}): Promise<Ended> {
  return ended(start(args, options));
}

export function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.end();
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr }));
  });
}

/** A folder that is gone after each test. */
export function temporaryFolder(): { readonly path: string; file(name: string): string } {
  const path = mkdtempSync(join(tmpdir(), 'firebreak-'));
  folders.push(path);
  return { path, file: (name) => join(path, name) };
}

const folders: string[] = [];
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

function moduleOf(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/** Ctrl-C once the command's journal has more than so many lines. */
export async function interrupted(args: readonly string[], journal: string, lines: number): Promise<Ended> {
  const child = start(args);
  const stop = setInterval(() => {
    try {
      if (readFileSync(journal, 'utf8').split('\n').length <= lines) return;
      child.kill('SIGINT');
      // A second one would end it at once.
      clearInterval(stop);
    } catch {
      // Not there yet.
    }
  }, 20);
  return ended(child);
}
