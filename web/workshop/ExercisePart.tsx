/** The exercise: aims that are ticked as the runs judge them, what may be changed and what it costs, hints in three steps. */

import { Icon } from '../components/Icon.js';
import { t } from '../i18n/translate.js';
import { formatCount } from '../library.js';
import { canRedo, canUndo, redo, undo } from '../state/branches.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { Levers } from './Levers.js';
import { Markdown } from './Markdown.js';
import { isGame, lesson } from './state/current.js';
import { aims, design, loadedDesign, redesign } from './state/exercise.js';
import { choiceNameIn, mine } from './state/player.js';
import { change } from './state/work.js';

export function ExercisePart() {
  if (lesson.value === null) return null;
  const { options, edits } = lesson.value.lesson.exercise;
  const ticks = Object.keys(options ?? {}).length > 0;
  const moves = edits.some(({ kind }) => kind === 'move');
  return (
    <>
      {!isGame.value && <Aims />}
      <p class="soft">{t(ticks && moves ? 'learn.howTicked' : 'learn.how')}</p>
      <Levers />
      <Changes />
      <Hints />
      <Root />
    </>
  );
}

const SIGNS = { met: '✓', failed: '✗', inconclusive: '?' } as const;

function Aims() {
  const judged = aims.value;
  const names = session.value?.scenario.expectations.length ?? 0;
  const met = judged?.filter(({ verdict }) => verdict === 'met').length ?? 0;
  return (
    <section class="aims" aria-label={t('learn.aims')}>
      <h4>{t('learn.aims')}</h4>
      {judged === null ? (
        <p class="soft">{t('learn.judging')}</p>
      ) : (
        <ul class="expectations">
          {judged.map((each) => (
            <li key={`${each.name} ${each.line}`} class={each.verdict}>
              <span class="verdict" role="img" aria-label={t(`verdict.${each.verdict}`)}>
                {SIGNS[each.verdict]}
              </span>
              <span>
                {each.name}
                {each.verdict !== 'met' && <small>{each.because}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p role="status">{judged !== null && t(met === names ? 'learn.allMet' : 'learn.met', { met, of: names })}</p>
    </section>
  );
}

function Changes() {
  const loaded = loadedDesign.value;
  if (loaded === null || lesson.value === null) return null;
  const lang = language.value;
  const { options, edits } = design.value;
  const offered = lesson.value.lesson.exercise.options ?? {};
  const steps = session.value?.redesign?.steps ?? [];
  const own = steps.slice(steps.length - edits.length);
  const { movesLeft, pointsLeft } = loaded.price ?? {};
  return (
    <section aria-label={t('design.changes')}>
      <h4>{t('design.changes')}</h4>
      <p role="status">
        {movesLeft != null && t('learn.movesLeft', { count: movesLeft })}{' '}
        {pointsLeft != null && t('learn.pointsLeft', { count: formatCount(pointsLeft, lang) })}
      </p>
      {loaded.hindrances.map((why) => (
        <p key={why.en} class="alarm">
          {why[lang]}
        </p>
      ))}
      <ol class="plan-steps">
        {options.map((id, i) => (
          <Change
            key={`${i} ${id}`}
            lines={[offered[id]?.name[lang] ?? id]}
            drop={() => redesign((old) => ({ ...old, options: old.options.filter((_, k) => k !== i) }))}
          />
        ))}
        {own.map((step, i) => (
          <Change
            key={`${i} ${JSON.stringify(step.edit)}`}
            lines={step.refused === null ? step.changes : [t(`design.refused.${step.refused}`)]}
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

function Change({ lines, drop }: { readonly lines: readonly string[]; readonly drop: () => Promise<void> }) {
  const label = t('design.revert', { change: lines[0] ?? t('design.asItWas') });
  return (
    <li>
      <span>
        {(lines.length === 0 ? [t('design.asItWas')] : lines).map((line) => (
          <code key={line}>{line}</code>
        ))}
      </span>
      <button type="button" class="icon" aria-label={label} title={label} onClick={() => void drop()}>
        <Icon name="close" />
      </button>
    </li>
  );
}

function Hints() {
  if (lesson.value === null) return null;
  const { id, hints } = lesson.value.lesson;
  const shown = mine.value.hints;
  return (
    <section aria-label={t('learn.hints')}>
      <ol class="hints">
        {hints.slice(0, shown).map((hint) => (
          <li key={hint.en}>
            <Markdown text={hint[language.value]} />
          </li>
        ))}
      </ol>
      {shown < hints.length && (
        <button type="button" class="plain" onClick={() => change(id, { hints: shown + 1 })}>
          {t('learn.hint', { number: shown + 1, of: hints.length })}
        </button>
      )}
    </section>
  );
}

/** The question about the cause, which the Why panel answers. */
function Root() {
  if (lesson.value === null) return null;
  const { id, exercise } = lesson.value.lesson;
  if (exercise.root === undefined) return null;
  return (
    <label class="root-question">
      {exercise.root.ask[language.value]}{' '}
      <select value={mine.value.root} onChange={({ currentTarget }) => change(id, { root: currentTarget.value })}>
        <option value="">{t('learn.choose')}</option>
        {exercise.root.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choiceNameIn(choice, language.value)}
          </option>
        ))}
      </select>
    </label>
  );
}
