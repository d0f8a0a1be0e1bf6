import { base64urlnopad } from '@scure/base';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../../src/scenario/sha256.js';
import { findTokens } from '../../../../src/workshop/tokens/find-tokens.js';
import { baseOf, cleanNick, type Submission } from '../../../../src/workshop/tokens/submission.js';
import { readToken, writeToken } from '../../../../src/workshop/tokens/token.js';

/** As large as the specification's: two predictions, three edits, a sentence. */
const SUBMISSION: Submission = {
  workshop: 'W7K2',
  nick: '하늘',
  lesson: 'one-building',
  base: baseOf(sha256('text')),
  seed: '1',
  answers: [
    { value: ['map', 'news', 'wallet', 'taxi'], confidence: 70 },
    { value: 60, confidence: 90 },
  ],
  design: {
    layout: 'base',
    options: ['split-talk'],
    edits: [
      { kind: 'move', service: 'photos', from: 'pangyo', to: 'anyang' },
      { kind: 'add', service: 'mail', site: 'anyang', role: 'hot-standby' },
      { kind: 'set', path: 'recovery.order', value: '[talk, mail]' },
    ],
  },
  interventions: [],
  explanation: '복제본 수가 아니라 어디에 있는지가 문제였다.',
  root: 'pangyo-cut',
  hints: 1,
  deck: '',
};

const TOKEN = writeToken(SUBMISSION);

describe('a token', () => {
  it('gives back what was put in, and is short enough for a picture of squares', () => {
    expect(readToken(TOKEN)).toEqual({ submission: SUBMISSION, fault: null });
    // QR version 13 at level L holds 425 bytes; the aim was 331 characters with an explanation of this length.
    expect(TOKEN.length).toBeLessThan(425);
    expect(TOKEN).toMatch(/^fb1\.[\w-]+\.[\w-]{6}$/);
  });

  it('is refused with the reason when any of its characters is another', () => {
    const end = TOKEN.indexOf('.', 4);
    for (let i = 4; i < end; i += 7) {
      const wrong = `${TOKEN.slice(0, i)}${TOKEN[i] === 'A' ? 'B' : 'A'}${TOKEN.slice(i + 1)}`;
      expect(readToken(wrong).fault).toBe('damaged');
    }
  });

  it.each([
    ['fb2.AAAA.AAAAAA', 'other-version'],
    [TOKEN.slice(0, 100), 'cut-off'],
    [TOKEN.slice(0, -1), 'cut-off'],
    [`fb1.${'A'.repeat(6000)}.AAAAAA`, 'too-large'],
    [signed(deflateSync(new TextEncoder().encode(`"${' '.repeat(100_000)}"`))), 'too-large'],
    [signed(deflateSync(new TextEncoder().encode('{"score":1050}'))), 'no-submission'],
    [signed(new Uint8Array([1, 2, 3])), 'damaged'],
    ['hello', 'damaged'],
  ])('%.30s is refused: %s', (token, fault) => {
    expect(readToken(token).fault).toBe(fault);
  });

  it.each([
    ['=HYPERLINK("http://x")', '=HYPERLINK("http://x'],
    ['\u202eevil\u202c', 'evil'],
    ['a\u0000b\nc\td', 'a b c d'],
    [`z${'\u0301'.repeat(50)}`, '\u017a\u0301\u0301'],
    ['가나다라마바사아자차카타파하가나다라마바사아', '가나다라마바사아자차카타파하가나다라마바'],
    ['\u3164\u200b ', ''],
  ])('cleans the hostile nickname %j', (nick, clean) => {
    expect(cleanNick(nick)).toBe(clean);
  });

  it('without a name is no submission', () => {
    expect(readToken(writeToken({ ...SUBMISSION, nick: '\u200b' })).fault).toBe('no-submission');
  });
});

/** A payload of any bytes with a check that fits. */
function signed(bytes: Uint8Array): string {
  const payload = base64urlnopad.encode(bytes);
  const hash = sha256(payload).slice(0, 12).match(/../g) ?? [];
  return `fb1.${payload}.${base64urlnopad.encode(Uint8Array.from(hash, (hex) => Number.parseInt(hex, 16))).slice(0, 6)}`;
}

describe('findTokens', () => {
  const other = writeToken({ ...SUBMISSION, nick: '바다' });

  it('finds all of them in a chat, between Korean words, quoted and broken over lines', () => {
    const broken = TOKEN.replace(/.{60}/g, '$&\n> > ');
    const text = `오후 3:12 하늘: ${TOKEN}입니다!\n바다님:\n> ${broken}\r\n(${other})`;
    const { found, refused } = findTokens(text);
    expect(refused).toEqual([]);
    expect(found.map(({ line, submission }) => [line, submission.nick])).toEqual([
      [1, '하늘'],
      [3, '하늘'],
      [3 + broken.split('\n').length, '바다'],
    ]);
  });

  it('tells one that is cut off with its line and the reason, and finds the next', () => {
    const { found, refused } = findTokens(`hi\n${TOKEN.slice(0, 50)}\n${other}`);
    expect(found.map(({ submission }) => submission.nick)).toEqual(['바다']);
    expect(refused).toMatchObject([{ line: 2, why: { en: expect.stringMatching(/\w/) } }]);
  });

  it('finds nothing in a text without any, however long', () => {
    expect(findTokens('abc fb fb1 xfb1.AAA '.repeat(2000))).toEqual({ found: [], refused: [] });
  });

  it('reads a file that holds the token as JSON', () => {
    expect(findTokens(JSON.stringify({ format: 'firebreak.submission/1', token: TOKEN })).found).toHaveLength(1);
  });
});
