/** Why did it go down? The chain from the root fault to the failure, as numbered sentences of the library. */
import { t } from '../i18n/translate.js';
import { unbroken } from '../i18n/unbroken.js';
import { type Subject, wentDown } from '../library.js';
import { playing, seek } from '../state/clock.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';

export function Why({ subject }: { readonly subject: Subject }) {
  if (session.value === null) return null;
  const { reading, scenario } = session.value;
  const steps = wentDown(reading, subject, language.value);
  const start = reading.record.startEpochMilliseconds;
  return (
    <section class="why" id="why" tabIndex={-1} aria-label={t('inspector.why')}>
      <h3>{t('inspector.why')}</h3>
      {steps.length === 0 && <p class="soft">{t('inspector.whyEmpty')}</p>}
      <ol>
        {steps.map(({ at, text, line }) => (
          <li key={`${at} ${text}`}>
            <button
              type="button"
              onClick={() => {
                playing.value = false;
                seek((Date.parse(at) - start) * 1000);
              }}
            >
              <time>{at.slice(11, 19)}</time>
              <span>
                {unbroken(text)}
                {line !== null && <small>{t('inspector.line', { file: scenario.file, line })}</small>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
