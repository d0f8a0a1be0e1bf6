/** What was done by hand in this run, each with its time; the way back to what would have been, and on again. */
import { t } from '../i18n/translate.js';
import { type AddedFault, momentText, namesOf } from '../library.js';
import { canRedo, canUndo, ghost, redo, undo, undoAll } from '../state/branches.js';
import { playing, seek } from '../state/clock.js';
import { designing } from '../state/designing.js';
import { learning, liveByLesson } from '../state/learning.js';
import { made, takeBack } from '../state/live.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { Icon } from './Icon.js';

export function LiveBar() {
  if (liveByLesson.value) return null;
  // Who changes the layout has these steps beside its changes; what can be redone in a lesson is a design, not a failure.
  const redoable = canRedo.value && !designing.value && learning.value === null;
  if (session.value === null || (made.value.length === 0 && !redoable)) return null;
  const { reading } = session.value;
  return (
    <section class="live-bar" aria-label={t('live.made')}>
      <strong>{t('live.made')}</strong>
      <ol>
        {made.value.map((fault, i) => (
          <li key={fault.id}>
            <button
              type="button"
              class="plain"
              onClick={() => {
                playing.value = false;
                seek(fault.atSeconds * 1e6);
              }}
            >
              {nameOf(fault)} · {momentText(reading, fault.atSeconds * 1e6, language.value)}
            </button>
            <button
              type="button"
              class="icon"
              aria-label={t('live.takeBack', { number: i + 1 })}
              title={t('live.takeBack', { number: i + 1 })}
              onClick={() => void takeBack(fault.id)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ol>
      {ghost.value !== null && <span class="soft ghost-key">{t('live.ghost')}</span>}
      <span class="live-steps">
        <button type="button" class="plain" disabled={!canUndo.value} title="Ctrl+Z" onClick={undo}>
          {t('live.undo')}
        </button>
        <button type="button" class="plain" disabled={!canRedo.value} title="Ctrl+Shift+Z" onClick={redo}>
          {t('live.redo')}
        </button>
        <button type="button" class="plain" disabled={!canUndo.value} onClick={undoAll}>
          {t('live.undoAll')}
        </button>
      </span>
      <p class="visually-hidden" role="status">
        {t('live.told', { faults: made.value.map(nameOf).join(', ') })}
      </p>
    </section>
  );
}

/** As the run calls it: `power loss (Anyang)`. */
function nameOf({ id, kind }: AddedFault): string {
  if (session.value === null) return id;
  const { scenario } = session.value;
  const name = namesOf(scenario, language.value)({ kind: 'fault', id, of: [], path: '' });
  return name === id ? kind : name;
}
