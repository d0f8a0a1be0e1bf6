/** The end of a lesson: the one sentence to take along, what is fact and what is model, and what is handed in. */
import { t } from '../i18n/translate.js';
import { language } from '../state/preferences.js';
import { HandIn } from './HandIn.js';
import { Markdown } from './Markdown.js';
import { lesson } from './state/current.js';
import { openInVisualiser } from './state/leave.js';

export function Debrief() {
  if (lesson.value === null) return null;
  const { lesson: each } = lesson.value;
  const lang = language.value;
  return (
    <>
      <blockquote class="principle">{each.principle[lang]}</blockquote>
      <details>
        <summary>{t('learn.facts')}</summary>
        <Markdown text={each.sections.facts[lang]} />
      </details>
      <HandIn />
      <p>
        <button type="button" class="plain" onClick={openInVisualiser}>
          {t('learn.remix')}
        </button>{' '}
        <small>{t('learn.remixHow')}</small>
      </p>
    </>
  );
}
