/** The whole command, from the shell's point of view, beside a Node process that does nothing. Aim: at most 10 times. */
import { spawnSync } from 'node:child_process';
import { table } from './measure.js';

const ROUNDS = 7;
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'empty node process': ['-e', ''],
  'firebreak --version': ['bin/firebreak.js', '--version'],
  'firebreak check kakao-2022': ['bin/firebreak.js', 'check', 'scenarios/kakao-2022.yaml'],
  'firebreak run two-sites': ['bin/firebreak.js', 'run', 'scenarios/two-sites.yaml', '--no-fail'],
  'firebreak run kakao-2022': ['bin/firebreak.js', 'run', 'scenarios/kakao-2022.yaml', '--no-fail'],
};

/** By turns, the best of the rounds: what disturbs a measurement only ever makes it slower. */
const best = new Map<string, number>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, args] of Object.entries(COMMANDS)) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const milliseconds = performance.now() - start;
    if (status !== 0) throw new Error(`${name}: exit code ${status}\n${stderr}`);
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, milliseconds));
  }
}
const empty = best.get('empty node process') as number;
table('The whole command against an empty node process', [
  ['command', 'ms', 'times'],
  ...[...best].map(([name, milliseconds]) => [name, milliseconds.toFixed(0), (milliseconds / empty).toFixed(1)]),
]);
