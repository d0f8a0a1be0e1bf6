/** What a learner hands in: what was predicted and designed, no score. */
import {
  baseOf,
  cleanNick,
  type LoadedLesson,
  readAnswer,
  type Submission,
  sha256,
  writeInterventions,
} from '../../library.js';
import { work, workOn } from './work.js';

/** Null: nothing is locked yet. */
export function submissionOf({ lesson, scenarioText }: LoadedLesson): Submission | null {
  const mine = workOn(lesson.id);
  if (mine.lock === null) return null;
  const { nick, workshop } = work.value;
  const answers =
    lesson.kind === 'challenge'
      ? [mine.answers[LOSS]]
      : lesson.predictions.flatMap((each) => readAnswer(each, mine.answers[each.id]) ?? []);
  return {
    workshop,
    nick: cleanNick(nick),
    lesson: lesson.id,
    base: baseOf(sha256(scenarioText)),
    seed: lesson.watch.seed,
    answers: answers.filter((each) => each !== undefined),
    design: mine.design,
    interventions: mine.wheel === undefined ? [] : writeInterventions(mine.wheel.choices, mine.wheel.turns),
    explanation: mine.explanation,
    root: mine.root,
    hints: mine.hints,
    deck: mine.deck,
  };
}

/** The one prediction of a challenge: user-hours lost, a card on average. */
export const LOSS = 'loss';
