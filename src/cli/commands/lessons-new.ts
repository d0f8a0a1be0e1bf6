/** `firebreak lessons new`: a first lesson of one's own, a folder of two files, ready to be filled in. */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { lessonTemplate, shellWords } from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput } from '../failures.js';
import { reasonOf } from '../files/reason.js';
import { openTarget } from '../files/write-atomically.js';
import { printable } from '../output/printable.js';
import { type Language, terminalFor } from '../output/terminal.js';

export interface LessonsNewOptions {
  readonly lang?: Language;
  readonly ascii?: boolean;
}

/** @throws BadInput when the folder is there already: what somebody wrote is not replaced */
export function lessonsNewCommand(folder: string, options: LessonsNewOptions): number {
  const { paint, glyphs, language } = terminalFor(process.stdout, options);
  const files = templateFor(folder);
  if (existsSync(folder)) throw new BadInput(`${printable(folder)} is there already`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new BadInput(`cannot make ${printable(folder)}: ${reasonOf(error)}`);
  }
  for (const [name, text] of Object.entries(files)) openTarget(join(folder, name), []).write(text);
  const command = shellWords(['npx', '--no-install', 'firebreak', 'lessons', 'check', folder]);
  const written = Object.keys(files)
    .map((name) => printable(join(folder, name)))
    .join(', ');
  process.stdout.write(
    `${paint.green(glyphs.met)} ${written}\n\n  ${language === 'ko' ? '다음' : 'next'}  ${command}\n`,
  );
  return EXIT.met;
}

function templateFor(folder: string): Readonly<Record<string, string>> {
  try {
    return { ...lessonTemplate(basename(resolve(folder))) };
  } catch (error) {
    throw error instanceof RangeError ? new BadInput(printable(error.message)) : error;
  }
}
