/** What part of the graph is shown, how much is not and how much of that is down; wider, narrower, all again. */
import { t } from '../i18n/translate.js';
import { formatCount, hiddenBeside, textIn } from '../library.js';
import { slowTime } from '../state/clock.js';
import { focus, focused, focusOn, isVast, MOST_HOPS, widenFocus } from '../state/focus.js';
import { language } from '../state/preferences.js';
import { choose } from '../state/selection.js';
import { session } from '../state/session.js';

export function FocusBar() {
  const set = focused.value;
  const now = focus.value;
  if (session.value === null || set === null || now === null) return null;
  const { reading } = session.value;
  const lang = language.value;
  const count = (value: number): string => formatCount(value, lang);
  const { hidden, down } = hiddenBeside(reading, set, slowTime.value);
  const name = textIn(reading.subject(now.id)?.name, lang, now.id);
  return (
    <section class="focus-bar" aria-label={t('focus.label')}>
      <span>
        <strong>{t('focus.about', { name, hops: now.hops, count: count(set.ids.size) })}</strong>{' '}
        {set.hops < now.hops && t('focus.cut')}{' '}
        <span class="soft">{t('focus.hidden', { count: count(hidden), down: count(down) })}</span>
      </span>
      <span class="live-steps">
        <button type="button" class="plain" disabled={now.hops <= 1} title="-" onClick={() => widenFocus(-1)}>
          {t('focus.narrower')}
        </button>
        <button type="button" class="plain" disabled={now.hops >= MOST_HOPS} title="+" onClick={() => widenFocus(1)}>
          {t('focus.wider')}
        </button>
        <button
          type="button"
          class="plain"
          title="F"
          onClick={() => {
            focusOn(null);
            if (isVast.value) choose(null);
          }}
        >
          {t('focus.all')}
        </button>
      </span>
    </section>
  );
}
