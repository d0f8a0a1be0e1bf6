/** A wait that has no further questions: it says what is waited for, and which faults are behind it. */

import type { Reading } from '../reading.js';
import type { Constraint, Say } from './constraint.js';
import { faultsBehind } from './roots.js';
import { waitOf } from './wait-of.js';

/** What is looked at, and when (microseconds). */
export interface Waiting {
  readonly reading: Reading;
  readonly entity: number;
  readonly time: number;
}

/** @param texts the sentence in English and Korean, up to when it ends */
export function plainWait(texts: (say: Say, waiting: Waiting) => readonly [en: string, ko: string]): Constraint {
  return {
    answer({ reading, time }, question) {
      const { entity } = question;
      const wait = waitOf(reading, question, time);
      if (wait === null) return null;
      return {
        ...wait.span,
        path: reading.view.entity(entity).path,
        event: wait.event,
        text: (say) => {
          const [en, ko] = texts(say, { reading, entity, time });
          const until = say.until(wait.span.until);
          return say.in(`${en}${until}`, `${ko}${until}`);
        },
        next: faultsBehind(reading, wait.event),
      };
    },
  };
}
