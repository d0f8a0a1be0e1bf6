/** The exercise: aims that are ticked as the runs judge them, what may be changed and what it costs, hints in three steps. */
import { t } from '../i18n/translate.js';
import type { EditRule } from '../library.js';
import { language } from '../state/preferences.js';
import { Aims } from './Aims.js';
import { Changes } from './Changes.js';
import { Levers } from './Levers.js';
import { Markdown } from './Markdown.js';
import { isGame, lesson } from './state/current.js';
import { choiceNameIn, mine } from './state/player.js';
import { change } from './state/work.js';

export function ExercisePart() {
  if (lesson.value === null) return null;
  const { options, edits } = lesson.value.lesson.exercise;
  const ticks = Object.keys(options ?? {}).length > 0;
  const may = (...kinds: readonly EditRule['kind'][]): boolean => edits.some(({ kind }) => kinds.includes(kind));
  const how = may('move') ? (ticks ? 'learn.howTicked' : 'learn.how') : may('add') ? 'learn.how' : 'learn.howChosen';
  return (
    <>
      {!isGame.value && <Aims />}
      {may('move', 'add', 'remove', 'role', 'servers', 'need') && <p class="soft">{t(how)}</p>}
      <Levers />
      <Changes />
      <Hints />
      <Root />
    </>
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
