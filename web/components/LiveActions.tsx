/** What can be done to what is chosen, now: each a button with its key, and how long it lasts. */
import { t } from '../i18n/translate.js';
import { formatDuration, sinceFault } from '../library.js';
import { calmTime } from '../state/clock.js';
import { inject, lasting } from '../state/live.js';
import { language } from '../state/preferences.js';
import { choice } from '../state/selection.js';
import { session } from '../state/session.js';
import { verbsFor } from '../state/verbs.js';

const HOUR = 3600;
const DURATIONS: readonly (number | null)[] = [null, HOUR / 2, 2 * HOUR, 6 * HOUR, 24 * HOUR];

export function LiveActions() {
  const verbs = verbsFor(choice.value);
  if (session.value === null || verbs.length === 0) return null;
  const lang = language.value;
  return (
    <section class="live-actions" id="live" aria-label={t('live.label')}>
      <h3>{t('live.now', { since: sinceFault(session.value.reading, calmTime.value) })}</h3>
      <div class="verbs">
        {verbs.map((verb) => (
          <button key={verb.id} type="button" class="plain" onClick={() => void inject(verb)}>
            {t(`verb.${verb.id}`)} <kbd>{verb.key.toUpperCase()}</kbd>
          </button>
        ))}
      </div>
      <label>
        {t('live.lasts')}{' '}
        <select
          value={String(lasting.value)}
          onChange={({ currentTarget }) => {
            lasting.value = DURATIONS.find((each) => String(each) === currentTarget.value) ?? null;
          }}
        >
          {DURATIONS.map((each) => (
            <option key={each} value={String(each)}>
              {each === null ? t('live.untilRepaired') : formatDuration(each, lang)}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
