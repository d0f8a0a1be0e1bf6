/** How the steps of an explanation are told wherever they are told: which of them, how long, and from where in the file. */
import { formatDuration, type Language } from './amounts.js';
import type { Explanation } from './explanation.js';

const LONGEST_NAME = 30;

/** What is on the way to full function and not on the way back, which is told before. */
export function furtherSteps({ pathBack, pathToFull }: Pick<Explanation, 'pathBack' | 'pathToFull'>) {
  const known = new Set(pathBack.map(({ fromAt, at, subject }) => [fromAt, at, subject].join(' ')));
  return pathToFull.filter(({ fromAt, at, subject }) => !known.has([fromAt, at, subject].join(' ')));
}

/** How long a step took, if it took any time: ` (1 h 20 min)`. */
export function took({ seconds }: { readonly seconds: number }, language: Language): string {
  return seconds > 0 ? ` (${formatDuration(seconds, language)})` : '';
}

/** `kakao-2022.yaml:803`: the end of a long name. @param file with or without its folders */
export function placeIn(file: string, line: number): string {
  return `${file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).slice(-LONGEST_NAME)}:${line}`;
}
