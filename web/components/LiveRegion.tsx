/** What has changed, for ears: polite, in sum, at most one message in three seconds. */
import { effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { formatCount, momentText, SEVERITY, STATE_WORDS, type State, statusAt, valueAt } from '../library.js';
import { playing, slowTime } from '../state/clock.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { sight } from '../state/sight.js';

const QUIET_MILLISECONDS = 3000;
const message = signal('');

export function LiveRegion() {
  useEffect(() => {
    let last = '';
    let spoken = Number.NEGATIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = effect(() => {
      const next = summary(slowTime.value);
      const pause = playing.value;
      clearTimeout(timer);
      if (next === last) return;
      const wait = Math.max(pause ? 0 : 400, spoken + QUIET_MILLISECONDS - performance.now());
      timer = setTimeout(() => {
        last = next;
        spoken = performance.now();
        message.value = next;
      }, wait);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {message.value}
    </p>
  );
}

function summary(now: number): string {
  // One who may see a part must not hear the rest.
  if (session.value === null || sight.value !== 'all') return '';
  const { reading, impact } = session.value;
  const lang = language.value;
  const counts = new Map<State, number>();
  for (const { entity, kind } of reading.subjects) {
    const { state } = statusAt(reading.view, entity, now);
    if (kind === 'service') counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const parts = SEVERITY.filter((state) => state !== 'standby' && counts.has(state)).map((state) =>
    t('live.count', { count: counts.get(state) ?? 0, state: STATE_WORDS[state][lang] }),
  );
  const people = valueAt(impact.affected.all, now) || 0;
  if (people > 0) parts.push(t('live.users', { amount: formatCount(Math.round(people), lang) }));
  return t('live.change', { moment: momentText(reading, now, lang), parts: parts.join(', ') });
}
