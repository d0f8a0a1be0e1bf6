/** The front matter of a lesson: what machines read, and short texts in both languages. docs/lessons.md explains it. */
import { z } from 'zod';
import { optional, required } from '../../scenario/schema/leaf.js';
import { amount, count, duration, id, positiveCount, reference } from '../../scenario/schema/values.js';
import { exerciseSchema } from './exercise-schema.js';
import { both, NO_TEXT, overlayPiece } from './lesson-leaves.js';
import { predictionSchema } from './prediction-schema.js';

const references = z.array(reference);

const markerSchema = z.strictObject({
  at: required(duration, 'When, from the start of the run.', '0s'),
  title: required(both, 'A caption for learners.', NO_TEXT),
  say: required(both, 'What the instructor says there.', NO_TEXT),
});

const watchSchema = z.strictObject({
  layout: optional(reference, 'What is run; `base` when left out.'),
  beside: optional(references, 'Up to three layouts more, on the same clock.'),
  seed: optional(z.string(), 'Of the run; 1 when left out.'),
  from: optional(duration, 'Where playing begins.'),
  until: optional(duration, 'Where it ends.'),
  markers: required(z.array(markerSchema), 'Moments at which playing can stop.', []),
});

const minutesSchema = z.strictObject({
  hook: required(amount, 'Minutes.', 1),
  predict: required(amount, 'Minutes.', 1),
  watch: required(amount, 'Minutes.', 1),
  gap: required(amount, 'Minutes.', 1),
  exercise: required(amount, 'Minutes.', 1),
  debrief: required(amount, 'Minutes.', 1),
});

const NO_MINUTES = { hook: 0, predict: 0, watch: 0, gap: 0, exercise: 0, debrief: 0 };

/** A number in the prose, written `[[id]]`, that changes the model when it is scrubbed. */
const scrubSchema = z.strictObject({
  label: required(both, 'What it is.', NO_TEXT),
  stops: required(
    z.array(
      z.strictObject({
        show: required(both, 'The number as it is read.', NO_TEXT),
        lays: required(overlayPiece, 'What it lays over the scenario.', {}),
      }),
    ),
    'From the least to the most.',
    [],
  ),
  start: required(positiveCount, 'The stop that the scenario has, counted from 1.', 1),
});

const cardSchema = z.strictObject({
  layout: required(reference, 'A layout of the scenario whose faults strike.', 'base'),
  title: required(both, 'What has happened.', NO_TEXT),
  text: required(both, 'What is known of it.', NO_TEXT),
});

/** The budget challenge: cards, and how many are drawn of them. */
const challengeSchema = z.strictObject({
  cards: required(z.record(id, cardSchema), 'Incident cards.', {}),
  draw: optional(positiveCount, 'How many are drawn; 3 when left out.'),
  tiers: required(z.record(reference, count), 'Weight of the user-hours of each service: 3, 2 or 1.', {}),
});

/** The wheel of misfortune: decisions at stops, roles with partial information. */
const wheelSchema = z.strictObject({
  stops: required(
    z.array(
      z.strictObject({
        at: required(duration, 'When it stops for a decision.', '1m'),
        ask: required(both, 'What is to be decided.', NO_TEXT),
        choices: required(
          z.record(
            id,
            z.strictObject({
              name: required(both, 'The decision.', NO_TEXT),
              lays: required(overlayPiece, 'What it changes, from then on.', {}),
            }),
          ),
          'The first is what happens without a decision.',
          {},
        ),
      }),
    ),
    'Stops, in order of time.',
    [],
  ),
  roles: required(
    z.record(
      id,
      z.strictObject({
        name: required(both, 'The role.', NO_TEXT),
        card: required(both, 'What it does.', NO_TEXT),
        sees: required(
          z.enum(['all', 'strips', 'sites', 'affected', 'nothing']),
          'What of the page it is shown.',
          'all',
        ),
        predicts: optional(z.boolean(), 'Whether it writes at each stop what comes next.', 'true'),
      }),
    ),
    'Role cards.',
    {},
  ),
  checklist: required(z.array(both), 'What a written status update must have.', []),
  updates: optional(z.array(duration), 'When updates are due, after the first fault; `[10m, 1h]` when left out.'),
  deck: optional(
    z.record(
      id,
      z.strictObject({
        title: required(both, 'What has happened.', NO_TEXT),
        text: required(both, 'What is read aloud.', NO_TEXT),
        fault: required(overlayPiece, 'Kind and parameters of a fault, as in a scenario.', {}),
        lasts: optional(duration, 'For how long; until it is repaired when left out.'),
      }),
    ),
    'Hidden cards: a code orders them, and at each stop the next one may be turned.',
  ),
});

export const LESSON_KINDS = ['lesson', 'challenge', 'wheel'] as const;

export const lessonSchema = z.strictObject({
  lesson: required(z.literal(1), 'Version of this format: 1.', 1),
  code: required(z.string(), 'What it is called in tokens and lists: L1.', 'L0'),
  kind: optional(z.enum(LESSON_KINDS), '`lesson` when left out.'),
  title: required(both, 'Title.', NO_TEXT),
  objective: required(both, 'What learners can do afterwards.', NO_TEXT),
  principle: required(both, 'The one sentence to take along.', NO_TEXT),
  minutes: required(minutesSchema, 'How long each part takes.', NO_MINUTES),
  predictions: required(z.array(predictionSchema), 'What is predicted before the run.', []),
  layouts: optional(z.record(reference, both), 'What layouts are called, where several are shown or chosen.'),
  watch: required(watchSchema, 'What is run, and where to stop.', { markers: [] }),
  scrubs: optional(z.record(id, scrubSchema), 'Numbers in the prose.'),
  exercise: optional(exerciseSchema, 'What is to be mended; only a wheel has none.'),
  challenge: optional(challengeSchema, 'Of a challenge.'),
  wheel: optional(wheelSchema, 'Of a wheel.'),
});

export type RawLesson = z.output<typeof lessonSchema>;
