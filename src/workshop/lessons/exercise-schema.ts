/** The exercise of a lesson: what may be changed, at which price, and designs that pass and that do not. */
import { z } from 'zod';
import type { Edit } from '../../scenario/edits/edit.js';
import { optional, required } from '../../scenario/schema/leaf.js';
import { amount, id, positiveCount, positiveShare, ratio, reference } from '../../scenario/schema/values.js';
import { both, NO_TEXT, overlayPiece } from './lesson-leaves.js';

/** The keys of each kind of edit; those with `?` may be left out. */
export const EDIT_KEYS = {
  move: ['service', 'from', 'to'],
  add: ['service', 'site', 'servers?', 'role?'],
  remove: ['service', 'site'],
  role: ['service', 'site', 'role'],
  servers: ['service', 'site', 'servers'],
  need: ['of', 'service', 'as'],
  set: ['path', 'value'],
} as const satisfies Readonly<Record<Edit['kind'], readonly string[]>>;
const KINDS = Object.keys(EDIT_KEYS) as Edit['kind'][];
const as = z.enum(['required', 'optional', 'async']);
const role = z.enum(['active', 'hot-standby', 'warm-standby', 'cold-standby']);
const references = z.array(reference);

/** An edit as it is written; which keys its kind takes is in `EDIT_KEYS`. */
export const editSchema = z.strictObject({
  kind: required(z.enum(KINDS), 'What kind of edit it is.', 'set'),
  service: optional(reference, 'The service; of a need, the one that is called.'),
  of: optional(reference, 'Of a need: who calls.'),
  from: optional(reference, 'A site.'),
  to: optional(reference, 'A site.'),
  site: optional(reference, 'A site.'),
  role: optional(role, 'Its role after it.'),
  servers: optional(positiveCount, 'Its servers after it.'),
  as: optional(as, 'How it is needed after it.'),
  path: optional(reference, 'Of any other value: its path in the file.'),
  value: optional(z.string(), 'What it becomes, written as there.'),
});

/** A kind of edit that is allowed. What is left out of a rule is not limited by it. */
const ruleSchema = z.strictObject({
  kind: required(z.enum(KINDS), 'The kind of edit.', 'set'),
  services: optional(references, 'Only these; of a need: only what is called.'),
  of: optional(references, 'Of a need: only these callers.'),
  sites: optional(references, 'Only there; of a move: only to there.'),
  roles: optional(z.array(role), 'Only to these roles.'),
  as: optional(z.array(as), 'Only to these kinds of need.'),
  paths: optional(references, 'Of any other value: only these.'),
  values: optional(z.array(z.string()), 'Of any other value: only to these.'),
  order: optional(references, 'Of the path recovery.order: these services, in any order.'),
  label: optional(both, 'What a value is called.'),
  step: optional(positiveShare, 'Of servers: in steps of this share of what was there; 10% when left out.'),
  most: optional(ratio, 'Of servers: at most this share of what was there, for example 200%.'),
  points: optional(amount, 'Price of one such edit; of servers, of one step up; 0 when left out.'),
});

const optionSchema = z.strictObject({
  name: required(both, 'What it is.', NO_TEXT),
  lays: required(overlayPiece, 'What it lays over the scenario: a piece of a layout.', {}),
  points: optional(amount, 'Its price; 0 when left out.'),
  excludes: optional(references, 'Options that cannot be chosen beside it.'),
  times: optional(positiveCount, 'How often it may be bought; once when left out.'),
});

const siteSchema = z.strictObject({
  open: required(references, 'Sites that are there already.', []),
  points: required(
    z.array(amount),
    'What the next site costs that is used, and the next; the last price holds on.',
    [0],
  ),
});

const solutionSchema = z.strictObject({
  id: required(id, 'Its name.', 's'),
  name: required(both, 'What it is, in a few words.', NO_TEXT),
  layout: optional(reference, 'The layout that it begins from; `base` when left out.'),
  options: optional(references, 'Options that it takes.'),
  edits: optional(z.array(editSchema), 'What is changed then, in this order.'),
  fails: optional(z.array(positiveCount), 'Of a tempting wrong one: which aims it fails, counted from 1.'),
  why: required(both, 'Why it passes, or fails, in a sentence.', NO_TEXT),
});

const rootSchema = z.strictObject({
  ask: required(both, 'The question, answered after the run from the Why panel.', NO_TEXT),
  service: required(reference, 'Whose outage it is about.', ''),
  choices: required(references, 'Services, sites or faults, by id.', []),
  answer: required(reference, 'The right one.', ''),
});

export const exerciseSchema = z.strictObject({
  budget: optional(
    z.strictObject({
      moves: optional(positiveCount, 'Edits at most.'),
      points: optional(amount, 'Points at most.'),
    }),
    'What may be spent; without limit when left out.',
  ),
  layouts: optional(references, 'Layouts that one may begin from; `base` alone when left out.'),
  edits: required(z.array(ruleSchema), 'What may be changed.', []),
  options: optional(z.record(id, optionSchema), 'Further things that may be chosen.'),
  sites: optional(siteSchema, 'What using a further site costs.'),
  guards: optional(z.array(positiveCount), 'Aims, counted from 1, that the base meets and an edit must not break.'),
  seed: optional(z.string(), 'Of the runs while editing; that of the watched run when left out.'),
  root: optional(rootSchema, 'A question about the cause.'),
  reference: required(z.array(solutionSchema), 'Designs that meet all aims; the first is shown in the guide.', []),
  wrong: required(z.array(solutionSchema), 'Tempting designs that fail.', []),
});
