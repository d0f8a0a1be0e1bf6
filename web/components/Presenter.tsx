/** For a projector: nothing but stage, legend, time and what just happened; `B` blackens the screen for a moment. */
import { t } from '../i18n/translate.js';
import { countUpTo, MARKER_SIGNS, sentencesOf } from '../library.js';
import { calmTime } from '../state/clock.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { blackened, presenting } from '../state/view.js';
import { Clock } from './Clock.js';

const MOST = 3;

export function Presenter() {
  if (!presenting.value || session.value === null) return null;
  const { reading, scenario, markers } = session.value;
  const times = Float64Array.from(markers, ({ time }) => time);
  const now = countUpTo(times, calmTime.value);
  const say = sentencesOf(scenario, reading.view, language.value);
  return (
    <>
      <div class="presenter">
        <Clock />
        <ol class="captions">
          {markers.slice(Math.max(0, now - MOST), now).map(({ event, kind }) => (
            <li key={event}>
              <span aria-hidden="true">{MARKER_SIGNS[kind]}</span> {say(reading.view.event(event))}
            </li>
          ))}
        </ol>
        <button
          type="button"
          class="plain"
          title="P"
          onClick={() => {
            presenting.value = false;
          }}
        >
          {t('presenter.end')}
        </button>
      </div>
      {blackened.value && (
        <button
          type="button"
          class="blackened"
          aria-label={t('presenter.light')}
          onClick={() => {
            blackened.value = false;
          }}
        />
      )}
    </>
  );
}
