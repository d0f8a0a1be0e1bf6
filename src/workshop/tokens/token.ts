/**
 * A submission as one word that survives a chat: `fb1.<payload>.<check>`.
 *
 * Payload: JSON, deflated, in base64url. Check: the first six characters of the payload's SHA-256 in base64url (36 bits),
 * which finds what was cut off or mistyped; it is no signature. Whoever reads a token believes nothing of it but what
 * was done; scores are run again.
 */
import { base64urlnopad } from '@scure/base';
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { sha256 } from '../../scenario/sha256.js';
import { packed, type Submission, unpacked } from './submission.js';

export const TOKEN_VERSION = 1;

/** Characters; a token of sixty edits has about a thousand. */
export const LONGEST_TOKEN = 6000;
/** Bytes, inflated. */
const MOST_INFLATED = 64_000;
export const CHECK_LENGTH = 6;

export type TokenFault = 'other-version' | 'cut-off' | 'damaged' | 'too-large' | 'no-submission';

export type ReadToken =
  | { readonly submission: Submission; readonly fault: null }
  | { readonly submission: null; readonly fault: TokenFault };

export function writeToken(submission: Submission): string {
  const payload = base64urlnopad.encode(deflateSync(strToU8(JSON.stringify(packed(submission))), { level: 9 }));
  return `fb${TOKEN_VERSION}.${payload}.${checkOf(payload)}`;
}

/** @param token one word; `find-tokens.ts` finds them in a text */
export function readToken(token: string): ReadToken {
  if (token.length > LONGEST_TOKEN) return faulty('too-large');
  const parts = /^fb(\d{1,3})\.([\w-]*)(?:\.([\w-]*))?$/i.exec(token);
  if (parts === null) return faulty('damaged');
  const [, version, payload, check] = parts;
  if (Number(version) !== TOKEN_VERSION) return faulty('other-version');
  if (check === undefined || check.length < CHECK_LENGTH) return faulty('cut-off');
  if (check !== checkOf(payload)) return faulty('damaged');
  try {
    const bytes = inflateSync(base64urlnopad.decode(payload));
    if (bytes.length > MOST_INFLATED) return faulty('too-large');
    const submission = unpacked(JSON.parse(strFromU8(bytes)));
    return submission === null ? faulty('no-submission') : { submission, fault: null };
  } catch {
    return faulty('damaged');
  }
}

function faulty(fault: TokenFault): ReadToken {
  return { submission: null, fault };
}

function checkOf(payload: string): string {
  const bytes = Uint8Array.from(sha256(payload).slice(0, 12).match(/../g) ?? [], (hex) => Number.parseInt(hex, 16));
  return base64urlnopad.encode(bytes).slice(0, CHECK_LENGTH);
}
