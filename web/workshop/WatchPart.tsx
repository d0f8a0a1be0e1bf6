/** What there is to watch: the moments at which playing stops by itself, each to be gone to. */
import { t } from '../i18n/translate.js';
import { momentText } from '../library.js';
import { playing, seek, time, togglePlay } from '../state/clock.js';
import { seenUntil } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { lesson } from './state/current.js';

export function WatchPart() {
  if (lesson.value === null || session.value === null) return null;
  const { markers } = lesson.value.lesson.watch;
  const { reading } = session.value;
  const lang = language.value;
  return (
    <>
      <p class="play-lesson">
        <button type="button" class="main-action" onClick={togglePlay}>
          {t(playing.value ? 'timeline.pause' : 'timeline.play')}
        </button>{' '}
        <small>{t('learn.stops')}</small>
      </p>
      <ol class="watch-markers">
        {markers.map(({ at, title }) => (
          <li key={at} aria-current={time.value >= at * 1e6 ? 'true' : undefined}>
            <button
              type="button"
              onClick={() => {
                playing.value = false;
                seek(at * 1e6);
              }}
            >
              <span class="soft">{momentText(reading, at * 1e6, lang, reading.origin)}</span>{' '}
              {/* Its name would tell what comes. */}
              {seenUntil.value >= at * 1e6 && title[lang]}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
