/** What is handed in, as a word for a chat, as a file, and as a picture of squares: the design and the predictions, no score. */
import { useState } from 'preact/hooks';
import { download } from '../files/download.js';
import { t } from '../i18n/translate.js';
import { type Submission, writeToken } from '../library.js';
import { Squares } from './Squares.js';
import { lesson } from './state/current.js';
import { submissionOf } from './state/submission.js';
import { change } from './state/work.js';

/** @param predictionOnly of a poll: nothing is asked for that comes later in the lesson */
export function HandIn({ predictionOnly = false }: { readonly predictionOnly?: boolean }) {
  const [copied, setCopied] = useState(false);
  const submission = lesson.value === null ? null : submissionOf(lesson.value);
  if (submission === null) return null;
  const token = writeToken(submission);
  const handedIn = (): void => {
    if (!predictionOnly) change(submission.lesson, { handedIn: token });
  };
  const asks = lesson.value?.lesson.exercise.root !== undefined && submission.root === '';
  return (
    <section class="hand-in" aria-label={t('learn.handIn')}>
      <h4>{t('learn.handIn')}</h4>
      <p class="soft">{t(predictionOnly ? 'poll.handInHow' : 'learn.handInHow')}</p>
      {asks && !predictionOnly && <p class="alarm">{t('learn.causeOpen')}</p>}
      <textarea
        readOnly
        rows={3}
        value={token}
        aria-label={t('learn.token')}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p>
        <button
          type="button"
          class="main-action"
          onClick={(event) => {
            const field = event.currentTarget.closest('section')?.querySelector('textarea');
            field?.select();
            const done = navigator.clipboard?.writeText(token) ?? Promise.reject(new Error('none'));
            done
              .catch(() => document.execCommand('copy'))
              .then(() => {
                setCopied(true);
                handedIn();
              });
          }}
        >
          {t(copied ? 'share.copied' : 'learn.copy')}
        </button>{' '}
        <button
          type="button"
          class="plain"
          onClick={() => {
            download(fileName(submission), `${token}\n`, 'text/plain');
            handedIn();
          }}
        >
          {t('learn.saveToken')}
        </button>
      </p>
      <figure>
        <Squares text={token} label={t('learn.qr')} />
        <figcaption class="soft">{t('learn.qrFor')}</figcaption>
      </figure>
    </section>
  );
}

/** `W7K2-L3-haneul.fb.txt`: letters that every disk takes. */
function fileName({ workshop, nick }: Submission): string {
  const parts = [workshop, lesson.value?.lesson.code ?? '', nick].filter((part) => part !== '');
  return `${parts.join('-').replace(/[^\p{L}\p{N}-]+/gu, '_')}.fb.txt`;
}
