// `npm run bench [NAME...]`: builds bench/ and runs its files one after another, each in a process of its own, so that
// what one taught the compiler does not slow another down. Prints tables; asserts nothing.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'vite';

process.chdir(dirname(import.meta.dirname));
const wanted = process.argv.slice(2);
await build({ mode: 'bench', logLevel: 'warn', configFile: 'vite.config.ts' });
const files = readdirSync('dist/bench')
  .filter((file) => file.endsWith('.bench.js'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)));
if (files.length === 0) {
  console.error(`bench: there is no ${wanted.join(' or ')} in bench/`);
  process.exitCode = 2;
}
for (const file of files) {
  const { status } = spawnSync(process.execPath, ['--expose-gc', `dist/bench/${file}`], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
