/**
 * Six characters that stand for a locked prediction: written down before play, they prove afterwards that a token still
 * holds what was predicted. Whoever changes a prediction gets another code but for one chance in 900 million.
 */
import { sha256 } from '../../scenario/sha256.js';
import type { Answer } from './answer.js';

/** Without I, L, O, 0 and 1, which look like each other on paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 6;
/** Bits of the digest that are used: many more than six characters hold, so that all codes are as likely. */
const DIGITS_OF_HASH = 13;

export interface Locked {
  readonly workshop: string;
  readonly nick: string;
  readonly lesson: string;
  readonly seed: string;
  readonly answers: readonly Answer[];
}

export function lockCode({ workshop, nick, lesson, seed, answers }: Locked): string {
  const content = answers.map(({ value, confidence }) => [value, confidence]);
  const hash = sha256(JSON.stringify(['firebreak lock', workshop, nick, lesson, seed, content]));
  let number = Number.parseInt(hash.slice(0, DIGITS_OF_HASH), 16);
  let code = '';
  for (let i = 0; i < LENGTH; i++) {
    code += ALPHABET[number % ALPHABET.length];
    number = Math.floor(number / ALPHABET.length);
  }
  return code;
}

/** A code as somebody wrote it: small letters, spaces and hyphens aside. */
export function sameLockCode(written: string, code: string): boolean {
  return written.replace(/[\s-]/g, '').toUpperCase() === code;
}
