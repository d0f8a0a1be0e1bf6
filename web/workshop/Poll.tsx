/** For a wall: one question of a lesson at a time, the time that is left, and how a phone gets to it. */
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import type { LoadedLesson, Prediction } from '../library.js';
import { learning } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { Countdown } from './Countdown.js';
import { lessonOf } from './lessons.js';
import { Squares } from './Squares.js';
import { choiceNameOf } from './state/choice-names.js';
import { projecting } from './state/collecting.js';
import { openLesson } from './state/player.js';
import { pollAddress } from './state/poll-address.js';

export function Poll({ id }: { readonly id: string }) {
  const [shown, setShown] = useState(0);
  const loaded = lessonOf(id);
  if (loaded === null) return <p role="alert">{t('learn.noLesson')}</p>;
  const { code, title, predictions, minutes } = loaded.lesson;
  const asked = predictions[shown];
  return (
    <main class="workshop poll" aria-label={t('poll.label')}>
      <header>
        <h2>
          {code} · {title[language.value]}
        </h2>
        <button type="button" class="plain" onClick={() => openLesson(id, 'predict')}>
          {t('poll.back')}
        </button>
      </header>
      <div class="poll-columns">
        <section aria-label={t('poll.question')}>
          {predictions.length > 1 && (
            <fieldset class="segmented" aria-label={t('poll.question')}>
              {predictions.map((each, i) => (
                <button key={each.id} type="button" aria-pressed={i === shown} onClick={() => setShown(i)}>
                  {i + 1}
                </button>
              ))}
            </fieldset>
          )}
          {asked !== undefined && <Question loaded={loaded} prediction={asked} />}
        </section>
        <aside>
          <Countdown key={id} seconds={minutes.predict * 60} over={t('poll.over')} />
          <How id={id} />
          <p>
            <button
              type="button"
              class="main-action"
              onClick={() => {
                projecting.value = false;
                learning.value = { page: 'collect' };
              }}
            >
              {t('poll.collect')}
            </button>
          </p>
        </aside>
      </div>
    </main>
  );
}

interface QuestionProps {
  readonly loaded: LoadedLesson;
  readonly prediction: Prediction;
}

function Question({ loaded, prediction }: QuestionProps) {
  const lang = language.value;
  return (
    <>
      <p class="poll-ask">{prediction.ask[lang]}</p>
      {prediction.kind === 'pick' && (
        <>
          <p class="soft">{t(`poll.pick.${prediction.how}`)}</p>
          <ul class="poll-choices">
            {prediction.choices.map((id) => (
              <li key={id}>{choiceNameOf(loaded, prediction, id, lang)}</li>
            ))}
          </ul>
        </>
      )}
      {prediction.kind === 'number' && (
        <p class="soft">
          {t('poll.number', {
            least: prediction.least,
            most: prediction.most,
            unit: t(`learn.unit.${prediction.unit}`),
          })}
        </p>
      )}
      {prediction.kind === 'draw' && <p class="soft">{t('poll.draw')}</p>}
      <p class="soft">{t('poll.sure')}</p>
    </>
  );
}

/** A link where one leads here; else plainly what to do. */
function How({ id }: { readonly id: string }) {
  const address = pollAddress(location, id, language.value);
  const code = lessonOf(id)?.lesson.code ?? '';
  if (address.from === 'network') {
    return (
      <section class="poll-how" aria-label={t('poll.how')}>
        <Squares text={address.url} label={t('poll.qr')} />
        <p>
          <code>{address.url}</code>
        </p>
        <p class="soft">{t('poll.howNetwork')}</p>
      </section>
    );
  }
  return (
    <section class="poll-how" aria-label={t('poll.how')}>
      <p>
        <strong>{t(address.from === 'file' ? 'poll.noLinkFile' : 'poll.noLinkHere')}</strong>
      </p>
      <ol>
        <li>{t('poll.stepOpen', { code })}</li>
        <li>{t('poll.stepLock')}</li>
        <li>{t('poll.stepSend')}</li>
      </ol>
      <p class="soft">{t('poll.serve')}</p>
    </section>
  );
}
