/** What is asked before anything is played, and how sure one is; once it is locked it can be read, not changed. */
import { t } from '../i18n/translate.js';
import { CONFIDENCES, type Confidence, formatShare, type Prediction } from '../library.js';
import { learning } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { Curve } from './Curve.js';
import { HandIn } from './HandIn.js';
import { NumberAnswer } from './NumberAnswer.js';
import { PickAnswer } from './PickAnswer.js';
import { lesson } from './state/current.js';
import { answerTo, lock, locked, mine } from './state/player.js';
import { change, work } from './state/work.js';
import { Who } from './Who.js';

/** What was chosen so far; an answer is one once it has a confidence. */
export type Given = { readonly value?: unknown; readonly confidence?: Confidence };

export interface AnswerProps<Kind extends Prediction> {
  readonly prediction: Kind;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

export function Predictions() {
  if (lesson.value === null) return null;
  const { lesson: each } = lesson.value;
  const missing = each.predictions.filter((prediction) => answerTo(prediction) === null).length;
  const { nick } = work.value;
  return (
    <>
      {each.predictions.map((prediction, i) => (
        <Question key={prediction.id} prediction={prediction} number={i + 1} />
      ))}
      <Who
        may={missing === 0 && nick.trim() !== ''}
        missing={missing > 0 ? t('learn.missing', { count: missing }) : t('learn.nickMissing')}
        lock={lock}
        label={t('learn.lock')}
      />
      {locked.value && (
        <details class="polled" open={learning.value?.page === 'lesson' && learning.value.at === 'predict'}>
          <summary>{t('poll.send')}</summary>
          <HandIn predictionOnly />
        </details>
      )}
      <p class="to-poll">
        <button
          type="button"
          class="plain"
          onClick={() => {
            learning.value = { page: 'poll', id: each.id };
          }}
        >
          {t('poll.open')}
        </button>
      </p>
    </>
  );
}

function Question({ prediction, number }: { readonly prediction: Prediction; readonly number: number }) {
  const given = mine.value.answers[prediction.id] as Given | undefined;
  const set = (part: Given): void => {
    const id = lesson.value?.lesson.id;
    if (id === undefined || locked.value) return;
    const answers = { ...mine.value.answers, [prediction.id]: { ...given, ...part } };
    change(id, { answers: answers as typeof mine.value.answers });
  };
  const onChange = (value: unknown): void => set({ value });
  const value = given?.value;
  return (
    <fieldset class="question" disabled={locked.value}>
      <legend>
        {number}. {prediction.ask[language.value]}
      </legend>
      {prediction.kind === 'pick' && <PickAnswer prediction={prediction} value={value} onChange={onChange} />}
      {prediction.kind === 'number' && <NumberAnswer prediction={prediction} value={value} onChange={onChange} />}
      {prediction.kind === 'draw' && <Curve prediction={prediction} value={value} onChange={onChange} />}
      <div class="confidence" role="radiogroup" aria-label={t('learn.confidence')}>
        <span>{t('learn.confidence')}</span>
        {CONFIDENCES.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`confidence-${prediction.id}`}
              checked={given?.confidence === each}
              onChange={() => set({ confidence: each })}
            />{' '}
            {formatShare(each / 100, language.value, 0)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
