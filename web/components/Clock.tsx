/** Both clocks, always: time since the first fault, and what a clock on the wall shows. */
import { fullMoment } from '../i18n/moments.js';
import { sinceFault } from '../library.js';
import { calmTime, playing, time } from '../state/clock.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';

export function Clock() {
  const { reading } = session.value ?? {};
  if (reading === undefined) return null;
  // Nobody reads more while it runs, and each new text lays out the page anew.
  const now = playing.value ? calmTime.value : time.value;
  // Whole seconds only, so that nothing is written more often than it changes.
  const second = Math.floor(now / 1e6) * 1e6;
  const shown = second + (reading.origin % 1e6);
  const at = shown > now ? shown - 1e6 : shown;
  return (
    <div class="clock">
      <strong class="clock-since">{sinceFault(reading, Math.max(0, at))}</strong>
      <span class="clock-wall">{fullMoment(reading, now, language.value)}</span>
    </div>
  );
}
