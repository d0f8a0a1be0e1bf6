/** What was changed so far, in words, what is left of the budget, and a way back for each step. */
import { Icon } from '../components/Icon.js';
import { t } from '../i18n/translate.js';
import { editWords, formatCount } from '../library.js';
import { canRedo, canUndo, redo, undo } from '../state/branches.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { lesson } from './state/current.js';
import { design, loadedDesign, redesign } from './state/exercise.js';

/** What is left to spend, always in sight. */
export function Budget() {
  const { movesLeft, pointsLeft } = loadedDesign.value?.price ?? {};
  if (movesLeft == null && pointsLeft == null) return null;
  return (
    <p class="budget" role="status">
      {movesLeft != null && <span>{t('learn.movesLeft', { count: movesLeft })}</span>}
      {pointsLeft != null && <span>{t('learn.pointsLeft', { count: formatCount(pointsLeft, language.value) })}</span>}
    </p>
  );
}

export function Changes() {
  const loaded = loadedDesign.value;
  const of = lesson.value;
  if (loaded === null || of === null) return null;
  const lang = language.value;
  const { options, edits } = design.value;
  const offered = of.lesson.exercise.options ?? {};
  const steps = session.value?.redesign?.steps ?? [];
  const own = steps.slice(steps.length - edits.length);
  return (
    <section aria-label={t('design.changes')}>
      <h4>{t('design.changes')}</h4>
      {loaded.hindrances.map((why) => (
        <p key={why.en} class="alarm">
          {why[lang]}
        </p>
      ))}
      <ol class="plan-steps">
        {options.map((id, i) => (
          <Change
            key={`${i} ${id}`}
            words={offered[id]?.name[lang] ?? id}
            drop={() => redesign((old) => ({ ...old, options: old.options.filter((_, k) => k !== i) }))}
          />
        ))}
        {own.map((step, i) => (
          <Change
            key={`${i} ${JSON.stringify(step.edit)}`}
            words={editWords(of, step.edit, lang)}
            note={
              step.refused !== null
                ? t(`design.refused.${step.refused}`)
                : step.changes.length === 0
                  ? t('learn.noEffect')
                  : undefined
            }
            drop={() => redesign((old) => ({ ...old, edits: old.edits.filter((_, k) => k !== i) }))}
          />
        ))}
      </ol>
      <p>
        <button type="button" class="plain" disabled={!canUndo.value} title="Ctrl+Z" onClick={undo}>
          {t('live.undo')}
        </button>{' '}
        <button type="button" class="plain" disabled={!canRedo.value} title="Ctrl+Shift+Z" onClick={redo}>
          {t('live.redo')}
        </button>
      </p>
    </section>
  );
}

interface ChangeProps {
  readonly words: string;
  readonly note?: string;
  readonly drop: () => Promise<void>;
}

function Change({ words, note, drop }: ChangeProps) {
  const label = t('design.revert', { change: words });
  return (
    <li>
      <span>
        {words} {note !== undefined && <small class="alarm">{note}</small>}
      </span>
      <button type="button" class="icon" aria-label={label} title={label} onClick={() => void drop()}>
        <Icon name="close" />
      </button>
    </li>
  );
}
