/** What is handed in, as a word for a chat, as a file, and as a picture of squares: the design and the predictions, no score. */
import { correction, generate } from 'lean-qr';
import { useState } from 'preact/hooks';
import { download } from '../files/download.js';
import { t } from '../i18n/translate.js';
import { type Submission, writeToken } from '../library.js';
import { lesson } from './state/current.js';
import { submissionOf } from './state/submission.js';

export function HandIn() {
  const [copied, setCopied] = useState(false);
  const submission = lesson.value === null ? null : submissionOf(lesson.value);
  if (submission === null) return null;
  const token = writeToken(submission);
  const asks = lesson.value?.lesson.exercise.root !== undefined && submission.root === '';
  return (
    <section class="hand-in" aria-label={t('learn.handIn')}>
      <h4>{t('learn.handIn')}</h4>
      <p class="soft">{t('learn.handInHow')}</p>
      {asks && <p class="alarm">{t('learn.causeOpen')}</p>}
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
            done.catch(() => document.execCommand('copy')).then(() => setCopied(true));
          }}
        >
          {t(copied ? 'share.copied' : 'learn.copy')}
        </button>{' '}
        <button type="button" class="plain" onClick={() => download(fileName(submission), `${token}\n`, 'text/plain')}>
          {t('learn.saveToken')}
        </button>
      </p>
      <Squares text={token} />
    </section>
  );
}

/** `W7K2-L3-haneul.fb.txt`: letters that every disk takes. */
function fileName({ workshop, nick }: Submission): string {
  const parts = [workshop, lesson.value?.lesson.code ?? '', nick].filter((part) => part !== '');
  return `${parts.join('-').replace(/[^\p{L}\p{N}-]+/gu, '_')}.fb.txt`;
}

/** A border of four, as readers of such pictures ask for. */
const BORDER = 4;

function Squares({ text }: { readonly text: string }) {
  const code = generate(text, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.M });
  const size = code.size + 2 * BORDER;
  let path = '';
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x + BORDER} ${y + BORDER}h1v1h-1z`;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('learn.qr')} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
