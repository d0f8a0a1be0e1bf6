// `npm run readme`: fills the generated blocks of README.md and docs/ anew. A marker before a block says what it holds:
//   <!-- file: PATH -->          the file, as it is
//   <!-- output: firebreak ... --> what the command prints, standard error after standard output
//   <!-- output: firebreak ... | HEADING, 7 --> of that, so many lines of one section
//   <!-- scenarios -->         the bundled scenarios, by their own titles and purposes
// `--check` writes nothing and fails when a block is stale; tests/cli/readme.test.ts calls it as a function.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parse } from 'yaml';

export const DOCUMENTS = ['README.md', 'docs/library.md', 'docs/scenarios.md'];
const BLOCK = /(<!-- (file|output): (.+?) -->\n```(\w*)\n)([\s\S]*?)(```\n)/g;
const SCENARIOS = /(<!-- scenarios -->\n)[\s\S]*?(<!-- end -->\n)/;

/** The document with its blocks as they should be. */
export function fillBlocks(text) {
  const listed = text.replace(SCENARIOS, (_, head, tail) => `${head}\n${scenarioTable()}\n${tail}`);
  return listed.replace(BLOCK, (_, head, kind, what, _language, _old, tail) => {
    const content = kind === 'file' ? readFileSync(what, 'utf8') : shown(what);
    return `${head}${content.trimEnd()}\n${tail}`;
  });
}

/** What a command prints, or a part of it. */
function shown(what) {
  const [command, part] = what.split(' | ');
  const printed = output(command);
  if (part === undefined) return printed;
  const [, heading, count] = /^(.+), (\d+)$/.exec(part) ?? [];
  const lines = printed.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`  █ ${heading}`));
  if (from < 0) throw new Error(`README: ${command} prints no section ${heading}`);
  return lines.slice(from, from + Number(count)).join('\n');
}

/** As the files say it themselves. */
function scenarioTable() {
  const rows = readdirSync('scenarios')
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => {
      const { title, purpose, layouts } = parse(readFileSync(`scenarios/${file}`, 'utf8'));
      const names = Object.keys(layouts ?? {}).map((name) => `\`${name}\``);
      return `| [${basename(file, '.yaml')}](../scenarios/${file}) | ${title.en} | ${purpose.en} | ${names.join(', ')} |`;
    });
  return ['| scenario | title | what it is for | layouts |', '|---|---|---|---|', ...rows, ''].join('\n');
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
