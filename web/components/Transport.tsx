/** Play, pause, step, pace, and the clock. */
import { t } from '../i18n/translate.js';
import { formatDuration, nextTime } from '../library.js';
import { atEnd, calmTime, held, leadIn, PACES, pace, playing, seek, step, togglePlay } from '../state/clock.js';
import { unseen } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { Clock } from './Clock.js';
import { GoTo } from './GoTo.js';
import { Icon } from './Icon.js';

export function Transport() {
  const label = t(playing.value ? 'timeline.pause' : 'timeline.play');
  return (
    <div class="transport">
      <div class="buttons">
        <button
          type="button"
          class="icon"
          aria-label={t('timeline.start')}
          title={t('timeline.start')}
          onClick={() => seek(leadIn())}
        >
          <Icon name="start" />
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('timeline.previous')}
          title={`${t('timeline.previous')} (←)`}
          onClick={() => step(-1)}
        >
          <Icon name="previous" />
        </button>
        <button
          type="button"
          class="play"
          disabled={held.value}
          aria-label={label}
          title={`${label} (Space)`}
          onClick={togglePlay}
        >
          <Icon name={playing.value ? 'pause' : 'play'} />
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('timeline.next')}
          title={`${t('timeline.next')} (→)`}
          disabled={atEnd.value || held.value}
          onClick={() => step(1)}
        >
          <Icon name="next" />
        </button>
      </div>
      <label class="pace">
        <span class="visually-hidden">{t('timeline.pace')}</span>
        <select
          value={String(pace.value)}
          title={t('timeline.pace')}
          onChange={({ currentTarget }) => {
            pace.value = PACES.find((each) => String(each) === currentTarget.value) ?? 'event';
          }}
        >
          {PACES.map((each) => (
            <option key={each} value={String(each)}>
              {each === 'event' ? t('timeline.pace.event') : t('timeline.pace.linear', { factor: each })}
            </option>
          ))}
        </select>
      </label>
      <Clock />
      <GoTo />
      <NextChange />
    </div>
  );
}

function NextChange() {
  if (session.value === null || unseen.value) return null;
  const next = nextTime(session.value.times, calmTime.value);
  const duration = next === null ? null : formatDuration((next - calmTime.value) / 1e6, language.value);
  return (
    <span class="next-change">{duration === null ? t('timeline.noNext') : t('timeline.nextIn', { duration })}</span>
  );
}
