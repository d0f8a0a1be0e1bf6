/** The end of a lesson: the one sentence to take along, what is fact and what is model, and what is handed in. */
import { t } from '../i18n/translate.js';
import { language } from '../state/preferences.js';
import { HandIn } from './HandIn.js';
import { Markdown } from './Markdown.js';
import { isGame, lesson } from './state/current.js';
import { openInVisualiser } from './state/leave.js';
import { leaveLesson, mine } from './state/player.js';
import { change } from './state/work.js';

export function Debrief() {
  if (lesson.value === null) return null;
  const { lesson: each } = lesson.value;
  const lang = language.value;
  return (
    <>
      {isGame.value && <GapOfGame />}
      <blockquote class="principle">{each.principle[lang]}</blockquote>
      <details>
        <summary>{t('learn.facts')}</summary>
        <Markdown text={each.sections.facts[lang]} />
      </details>
      <HandIn />
      <p>
        <button type="button" class="plain" onClick={leaveLesson}>
          {t('learn.leave')}
        </button>{' '}
        <button type="button" class="plain" onClick={openInVisualiser}>
          {t('learn.remix')}
        </button>{' '}
        <small>{t('learn.remixHow')}</small>
      </p>
    </>
  );
}

/** A challenge asks for its sentence at the end. */
function GapOfGame() {
  if (lesson.value === null) return null;
  const { id, sections } = lesson.value.lesson;
  return (
    <label class="sentence">
      {sections.gap[language.value]}
      <textarea
        rows={3}
        maxLength={300}
        value={mine.value.explanation}
        onInput={({ currentTarget }) => change(id, { explanation: currentTarget.value })}
      />
    </label>
  );
}
