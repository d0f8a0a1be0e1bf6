/** One caption for a first visit: what to do, and what will happen. Gone once the clock has moved. */
import { computed } from '@preact/signals';
import type { TextKey } from '../i18n/catalogue.js';
import { t } from '../i18n/translate.js';
import { leadIn, playing, time } from '../state/clock.js';
import { learning } from '../state/learning.js';
import { coarse } from '../state/preferences.js';
import { session } from '../state/session.js';

const shown = computed(
  () => session.value !== null && learning.value === null && !playing.value && time.value === leadIn(),
);

export function Hint() {
  if (!shown.value) return null;
  return <p class="hint">{t(hintKey())}</p>;
}

function hintKey(): TextKey {
  const { reading } = session.value ?? {};
  if (reading === undefined || reading.record.originMicroseconds === null) return 'hint.none';
  const { events } = reading.record;
  const power = reading.view;
  let isPower = false;
  for (let i = 0; i < events.count && events.time[i] <= reading.origin; i++) {
    if (events.time[i] === reading.origin && power.event(i).rule === 'power.lost') isPower = true;
  }
  if (coarse.value) return isPower ? 'hint.touch.power' : 'hint.touch.fault';
  return isPower ? 'hint.power' : 'hint.fault';
}
