/** `firebreak init`: a first scenario of one's own, or a generated company; written in full or not at all. */
import { generateScenario, type LoadedScenario, loadScenario, starterScenario } from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput } from '../failures.js';
import { openTarget } from '../files/write-atomically.js';
import { printable } from '../output/printable.js';
import { type Language, type Terminal, terminalFor } from '../output/terminal.js';
import { studyCommand } from '../shell-commands.js';

export interface InitCommandOptions {
  readonly services?: readonly string[];
  readonly sites?: readonly string[];
  readonly generate?: number;
  readonly seed?: string;
  readonly out?: string;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

export function initCommand(options: InitCommandOptions): number {
  const terminal = terminalFor(options.out === undefined ? process.stderr : process.stdout, options);
  const target = options.out === undefined ? null : openTarget(options.out, []);
  const text = textFor(options);
  const scenario = loadScenario(text, { file: options.out ?? 'scenario.yaml' });
  if (target === null) process.stdout.write(text);
  else {
    target.write(text);
    process.stdout.write(done(scenario, target.path, terminal));
  }
  return EXIT.met;
}

function textFor({ services, sites, generate, seed }: InitCommandOptions): string {
  if (generate === undefined) {
    if (seed !== undefined) throw new BadInput('--seed is for --generate');
    return orBadInput(() => starterScenario({ services, sites }));
  }
  if (services !== undefined) throw new BadInput('--services names services; --generate makes them: choose one');
  const count = sites === undefined ? undefined : Number(sites[0]);
  if (sites !== undefined && (sites.length !== 1 || !Number.isInteger(count)))
    throw new BadInput('--sites is a number with --generate');
  return orBadInput(() => generateScenario({ services: generate, sites: count, seed }));
}

function orBadInput<Result>(make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput(error.message);
    throw error;
  }
}

function done({ services, sites }: LoadedScenario, path: string, { paint, glyphs, language }: Terminal): string {
  const name = printable(path);
  const found =
    language === 'ko'
      ? `서비스 ${services.length}개, 데이터센터 ${sites.length}개`
      : `${services.length} ${services.length === 1 ? 'service' : 'services'}, ${sites.length} ${sites.length === 1 ? 'site' : 'sites'}`;
  const next = language === 'ko' ? '다음' : 'next';
  const lines = [
    `${paint.green(glyphs.met)} ${name}  ${found}`,
    '',
    `  ${next}  ${studyCommand('run', name, [])}`,
    `        ${studyCommand('serve', name, [])}`,
  ];
  return `${lines.join('\n')}\n`;
}
