// `npm start`: prints what the fire at Pangyo did to Kakao, then serves the page that shows it, until Ctrl-C.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

const SCENARIO = 'scenarios/kakao-2022.yaml';
const NEEDED = ['dist/cli.js', 'dist/index.js', 'dist/web/index.html'];

process.chdir(dirname(import.meta.dirname));
if (!NEEDED.every(existsSync)) {
  const { build } = await import('./build.mjs');
  await build();
}

const run = spawnSync(process.execPath, ['bin/firebreak.js', 'run', SCENARIO, '--no-fail'], { stdio: 'inherit' });
if (run.status !== 0) {
  process.exitCode = run.status ?? 3;
} else {
  // What follows `npm start --` goes to the server: `npm start -- --port 8080`.
  const server = spawn(process.execPath, ['bin/firebreak.js', 'serve', SCENARIO, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 3);
  });
}
