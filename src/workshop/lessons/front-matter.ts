/** Where the front matter of a Markdown file ends and its body begins. */
import { positionsOf } from '../../scenario/reading/span.js';
import type { LessonFinding } from './lesson-problem.js';

export interface FrontMatter {
  /** Offset just after the front matter's last line; from 0 it is YAML, so that places in it are places in the file. */
  readonly end: number;
  /** Offset at which the body begins. */
  readonly body: number;
}

const OPEN = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSE = /^---[ \t]*\r?$/m;

export function splitFrontMatter(text: string, file: string): FrontMatter | LessonFinding {
  const open = OPEN.exec(text);
  if (open === null) return { code: 'no-front-matter', span: positionsOf(file, text).at(0, 1) };
  const close = CLOSE.exec(text.slice(open[0].length));
  if (close === null) return { code: 'open-front-matter', span: positionsOf(file, text).at(0, 3) };
  const end = open[0].length + close.index;
  return { end, body: end + close[0].length };
}
