/**
 * All tokens of a text that was pasted: a whole chat, an answer sheet, a file.
 *
 * A token may be broken over lines, each with marks of a quotation before it, and may stand between any other words.
 * What begins like one and is none is told with its place and the reason, so that its owner can be asked again.
 */
import type { BothLanguages } from '../lessons/lesson-leaves.js';
import type { Submission } from './submission.js';
import { CHECK_LENGTH, LONGEST_TOKEN, readToken, type TokenFault } from './token.js';

export interface FoundToken {
  /** In one word. */
  readonly token: string;
  /** From 1. */
  readonly line: number;
  readonly submission: Submission;
}

export interface RefusedToken {
  /** Its beginning. */
  readonly token: string;
  readonly line: number;
  readonly fault: TokenFault;
  readonly why: BothLanguages;
}

export interface FoundTokens {
  /** In the order of the text; one that is there twice is there twice. */
  readonly found: readonly FoundToken[];
  readonly refused: readonly RefusedToken[];
}

const BEGIN = /(?<![\w-])fb\d{1,3}\./gi;
/** A line's end and what stands before the next line of a quotation; what cannot be seen. */
const BETWEEN = /^(?:[ \t]*\r?\n[ \t]*(?:>[ \t]*)*|[\u00ad\u200b\u2060\ufeff])/;
const SHOWN = 24;

export function findTokens(text: string): FoundTokens {
  const found: FoundToken[] = [];
  const refused: RefusedToken[] = [];
  let line = 1;
  let counted = 0;
  BEGIN.lastIndex = 0;
  for (let match = BEGIN.exec(text); match !== null; match = BEGIN.exec(text)) {
    for (; counted < match.index; counted++) if (text[counted] === '\n') line++;
    const { token, end } = wordAt(text, match.index);
    const { submission, fault } = readToken(token);
    if (submission !== null) {
      found.push({ token, line, submission });
      BEGIN.lastIndex = end;
    } else {
      refused.push({ token: token.slice(0, SHOWN), line, fault, why: WHY[fault] });
    }
  }
  return { found, refused };
}

/** The token that begins here, its lines joined: to the end of its check, or as far as it goes. */
function wordAt(text: string, start: number): { readonly token: string; readonly end: number } {
  let token = '';
  let dots = 0;
  let sinceDot = 0;
  let at = start;
  while (at < text.length && token.length <= LONGEST_TOKEN) {
    const character = text[at];
    if (/[\w-]/.test(character) || (character === '.' && dots < 2)) {
      token += character;
      at++;
      sinceDot = character === '.' ? 0 : sinceDot + 1;
      if (character === '.') dots++;
      if (dots === 2 && sinceDot === CHECK_LENGTH) break;
      continue;
    }
    const between = BETWEEN.exec(text.slice(at, at + 200));
    if (between === null) break;
    at += between[0].length;
  }
  return { token, end: at };
}

const WHY: Readonly<Record<TokenFault, BothLanguages>> = {
  'other-version': {
    en: 'it comes from another version of the program',
    ko: '다른 버전의 프로그램에서 만든 토큰입니다',
  },
  'cut-off': { en: 'its end is missing: copy it whole', ko: '끝이 잘렸습니다. 전체를 복사해 주세요' },
  damaged: {
    en: 'a character is missing or wrong: copy it again',
    ko: '빠지거나 바뀐 글자가 있습니다. 다시 복사해 주세요',
  },
  'too-large': { en: 'it is larger than any submission', ko: '제출물이라기에는 너무 큽니다' },
  'no-submission': { en: 'it holds no submission', ko: '제출물이 들어 있지 않습니다' },
};
