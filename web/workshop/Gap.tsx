/** The prediction beside what came true, in words and as a curve, and the one sentence that explains the gap. */
import { t } from '../i18n/translate.js';
import type { DrawTruth } from '../library.js';
import { language } from '../state/preferences.js';
import { Curve } from './Curve.js';
import { lesson } from './state/current.js';
import { cameTrue, mine } from './state/player.js';
import { change } from './state/work.js';

export function Gap() {
  if (lesson.value === null) return null;
  const { id, predictions } = lesson.value.lesson;
  const lang = language.value;
  const told = cameTrue.value;
  return (
    <>
      {told.length < predictions.length && <p class="soft">{t('learn.judging')}</p>}
      <ol class="came-true" aria-label={t('learn.cameTrue')}>
        {told.map(({ prediction, compared, truth }) => (
          <li key={prediction.id} class={compared.right ? 'right' : 'wrong'}>
            <p class="soft">{prediction.ask[lang]}</p>
            <p>
              <span class="verdict" aria-hidden="true">
                {compared.right ? '✓' : '✗'}
              </span>{' '}
              {compared.text[lang]}{' '}
              <small>{t('learn.sure', { share: mine.value.answers[prediction.id].confidence })}</small>
            </p>
            {prediction.kind === 'draw' && (
              <Curve
                prediction={prediction}
                value={mine.value.answers[prediction.id].value}
                actual={(truth as DrawTruth).values}
                onChange={() => undefined}
              />
            )}
          </li>
        ))}
      </ol>
      <label class="sentence">
        {t('learn.sentence')}
        <textarea
          rows={3}
          maxLength={300}
          required
          value={mine.value.explanation}
          onInput={({ currentTarget }) => change(id, { explanation: currentTarget.value })}
        />
      </label>
      <p class="soft">{t('learn.sentenceFirst')}</p>
    </>
  );
}
