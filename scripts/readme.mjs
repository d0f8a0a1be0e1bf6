// `npm run readme`: fills the generated blocks of README.md and docs/ anew. A marker before a block says what it holds:
//   <!-- file: PATH -->          the file, as it is
//   <!-- output: firebreak ... --> what the command prints, standard error after standard output
// `--check` writes nothing and fails when a block is stale; tests/cli/readme.test.ts calls it as a function.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export const DOCUMENTS = ['README.md', 'docs/library.md'];
const BLOCK = /(<!-- (file|output): (.+?) -->\n```(\w*)\n)([\s\S]*?)(```\n)/g;

/** The document with its blocks as they should be. */
export function fillBlocks(text) {
  return text.replace(BLOCK, (_, head, kind, what, _language, _old, tail) => {
    const content = kind === 'file' ? readFileSync(what, 'utf8') : output(what);
    return `${head}${content.trimEnd()}\n${tail}`;
  });
}

function output(command) {
  const [name, ...args] = command.split(' ');
  if (name !== 'firebreak') throw new Error(`README: only firebreak is run, not ${name}`);
  // As in a pipe of a shell without preferences.
  const { PATH, HOME } = process.env;
  const { stdout, stderr, error } = spawnSync(process.execPath, ['bin/firebreak.js', ...args], {
    encoding: 'utf8',
    env: { PATH, HOME },
  });
  if (error) throw error;
  return stdout + stderr;
}

if (process.argv[1] === import.meta.filename) {
  process.chdir(dirname(import.meta.dirname));
  for (const document of DOCUMENTS) {
    const text = readFileSync(document, 'utf8');
    const filled = fillBlocks(text);
    if (filled === text) continue;
    if (process.argv.includes('--check')) {
      console.error(`readme: ${document} is stale; run: npm run readme`);
      process.exitCode = 1;
    } else {
      writeFileSync(document, filled);
      console.log(`readme: ${document} filled anew`);
    }
  }
}
