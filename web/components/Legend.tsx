/** The legend, always on screen, from the table that the painters use. What does not occur is greyed, never removed. */
import { computed } from '@preact/signals';
import { t } from '../i18n/translate.js';
import {
  legendOf,
  MOTION_KEYS,
  MOTION_SHORT,
  MOTION_WORDS,
  type MotionKey,
  motionSign,
  paintShapes,
} from '../library.js';
import { unseen } from '../state/learning.js';
import { language, theme } from '../state/preferences.js';
import { session } from '../state/session.js';
import { StateSign } from './StateSign.js';

const entries = computed(() => legendOf(unseen.value ? null : (session.value?.reading ?? null)));

const hasHistory = computed(() => session.value?.rows.some((row) => row.history.length > 0) ?? false);

export function Legend() {
  return (
    <ul class="legend" aria-label={t('legend.label')}>
      {entries.value.map(({ key, name, meaning, occurs }) => (
        <li key={key} class={occurs ? '' : 'absent'} title={meaning[language.value]}>
          <StateSign state={key} />
          <span>{name[language.value]}</span>
          <span class="visually-hidden">
            : {meaning[language.value]}
            {occurs ? '' : ` (${t('legend.absent')})`}
          </span>
        </li>
      ))}
      {MOTION_KEYS.map((key) => (
        <li key={key} class="legend-note" title={MOTION_WORDS[key][language.value]}>
          <MotionSign name={key} />
          {MOTION_SHORT[key][language.value]}
          <span class="visually-hidden">: {MOTION_WORDS[key][language.value]}</span>
        </li>
      ))}
      <li class="legend-note">{t('legend.capacity')}</li>
      <li class="legend-note">{t('legend.load')}</li>
      {hasHistory.value && <li class="legend-note">{t('legend.history')}</li>}
    </ul>
  );
}

function MotionSign({ name }: { readonly name: MotionKey }) {
  const { shapes } = motionSign(name, theme.value, 14);
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
      // Our own table's constants, escaped by the painter.
      dangerouslySetInnerHTML={{ __html: paintShapes(shapes, `motion-${name}-${theme.value}`) }}
    />
  );
}
