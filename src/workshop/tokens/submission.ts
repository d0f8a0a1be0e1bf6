/**
 * What a learner hands in: the design, never the score, which whoever collects works out anew.
 *
 * In a token it is a list without keys, to be short enough for a chat and a picture of squares.
 */
import { z } from 'zod';
import type { Edit } from '../../scenario/edits/edit.js';
import { readEdits } from '../../scenario/edits/read-edits.js';
import { isHidden } from '../../scenario/reading/escape-text.js';
import type { Design } from '../designs/design.js';
import { EDIT_KEYS } from '../lessons/exercise-schema.js';
import type { Answer } from '../predictions/answer.js';

export interface Submission {
  /** Code of the group, such as `W7K2`; empty when one learns alone. */
  readonly workshop: string;
  readonly nick: string;
  /** Id of the lesson. */
  readonly lesson: string;
  /** `baseOf` the scenario's text that was edited. */
  readonly base: string;
  readonly seed: string;
  /** In the order of the lesson's predictions; of a challenge the one loss that was predicted. */
  readonly answers: readonly Answer[];
  readonly design: Design;
  /** Of a wheel: what was chosen at each stop. */
  readonly interventions: readonly string[];
  /** The sentence on the gap. */
  readonly explanation: string;
  /** The answer to the question about the cause; empty: none. */
  readonly root: string;
  /** Steps of hints that were looked at, 0 to 3. */
  readonly hints: number;
  /** Of a challenge: the code that fixes the deck; empty: none. */
  readonly deck: string;
}

/** Names a scenario's text: the beginning of its SHA-256. */
export function baseOf(sha256: string): string {
  return sha256.slice(0, 12);
}

const LONGEST_NICK = 20;
const LONGEST_EXPLANATION = 300;

/** A name as it can be shown anywhere: nothing hidden, one line, not too long; empty when nothing is left. */
export function cleanNick(nick: string): string {
  return cleaned(nick, LONGEST_NICK);
}

export function cleanExplanation(text: string): string {
  return cleaned(text, LONGEST_EXPLANATION);
}

function cleaned(text: string, most: number): string {
  const shown = [...text.replace(/\p{Surrogate}/gu, ' ').normalize('NFC')].map((character) =>
    isHidden(character.charCodeAt(0)) ? ' ' : character,
  );
  // A heap of marks on one letter would reach into other lines.
  const line = shown
    .join('')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return [...line].slice(0, most).join('').trim();
}

const KINDS: Readonly<Record<string, Edit['kind']>> = {
  m: 'move',
  a: 'add',
  x: 'remove',
  r: 'role',
  s: 'servers',
  n: 'need',
  v: 'set',
};
const LETTERS = Object.fromEntries(Object.entries(KINDS).map(([letter, kind]) => [kind, letter]));

const text = (most: number) => z.string().max(most);
const id = text(64);
const packedSchema = z.tuple([
  text(12),
  text(200),
  id.min(1),
  z.string().regex(/^[0-9a-f]{12}$/),
  text(64),
  z
    .array(
      z.tuple([
        z.union([z.array(id).max(60), z.number(), z.null(), z.array(z.number()).max(60)]),
        z.union([z.literal(50), z.literal(70), z.literal(90)]),
      ]),
    )
    .max(20),
  z.tuple([
    id,
    z.array(id).max(60),
    z.array(z.array(z.union([z.string().max(400), z.number(), z.null()])).max(6)).max(200),
  ]),
  z.array(id).max(20),
  text(2000),
  id,
  z.int().min(0).max(3),
  text(32),
]);

/** Short, for a token; JSON of it is the same again. */
export function packed(submission: Submission): unknown {
  const { workshop, nick, lesson, base, seed, answers, design, interventions, explanation, root, hints, deck } =
    submission;
  return [
    workshop,
    cleanNick(nick),
    lesson,
    base,
    seed,
    answers.map(({ value, confidence }) => [value, confidence]),
    [design.layout, design.options, design.edits.map(packedEdit)],
    interventions,
    cleanExplanation(explanation),
    root,
    hints,
    deck,
  ];
}

/** Null: it is no submission. */
export function unpacked(value: unknown): Submission | null {
  const read = packedSchema.safeParse(value);
  if (!read.success) return null;
  const [
    workshop,
    nick,
    lesson,
    base,
    seed,
    answers,
    [layout, options, list],
    interventions,
    explanation,
    root,
    hints,
    deck,
  ] = read.data;
  const edits = readEdits(list.map(unpackedEdit));
  if (edits === null || cleanNick(nick) === '') return null;
  return {
    workshop,
    nick: cleanNick(nick),
    lesson,
    base,
    seed,
    answers: answers.map(([answer, confidence]) => ({ value: answer, confidence })),
    design: { layout, options, edits },
    interventions,
    explanation: cleanExplanation(explanation),
    root,
    hints,
    deck,
  };
}

function keysOf(kind: Edit['kind']): readonly string[] {
  return EDIT_KEYS[kind].map((key) => key.replace('?', ''));
}

function packedEdit(edit: Edit): unknown {
  const { kind, ...rest } = edit;
  const values = keysOf(kind).map((key) => (rest as Record<string, unknown>)[key] ?? null);
  while (values.at(-1) === null) values.pop();
  return [LETTERS[kind], ...values];
}

function unpackedEdit([letter, ...values]: readonly (string | number | null)[]): unknown {
  const kind = Object.hasOwn(KINDS, String(letter)) ? KINDS[String(letter)] : null;
  if (kind === null) return null;
  const keys = keysOf(kind);
  const entries = values.flatMap((value, i) => (value === null ? [] : [[keys[i] ?? '?', value] as const]));
  return { kind, ...Object.fromEntries(entries) };
}
