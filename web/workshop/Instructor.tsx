/** What the instructor sees of the step: what to say, wrong predictions to expect, the solution, what good answers contain. */
import { t } from '../i18n/translate.js';
import { momentText, type SectionName } from '../library.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { Commit } from './Challenge.js';
import { Markdown } from './Markdown.js';
import { isGame, lesson, type Step, step } from './state/current.js';
import { redesign } from './state/exercise.js';

const SECTIONS_OF: Readonly<Record<Step, readonly SectionName[]>> = {
  hook: ['short-of-time', 'if-fast'],
  predict: ['misconceptions'],
  watch: [],
  gap: ['misconceptions'],
  exercise: ['solution'],
  debrief: ['debrief-answers', 'if-fast'],
};

export function Instructor() {
  if (lesson.value === null) return null;
  const { lesson: each } = lesson.value;
  const lang = language.value;
  const now = step.value;
  return (
    <section class="instructor" aria-label={t('learn.instructor')}>
      {isGame.value && now === 'hook' && <Commit />}
      {now === 'watch' &&
        session.value !== null &&
        each.watch.markers.map(({ at, title, say }) => (
          <p key={at}>
            <strong>
              {momentText((session.value as NonNullable<typeof session.value>).reading, at * 1e6, lang)} {title[lang]}
            </strong>
            <br />
            {say[lang]}
          </p>
        ))}
      {(now === 'predict' || now === 'gap') &&
        each.predictions.map(({ id, reply }) => reply !== null && <p key={id}>{reply[lang]}</p>)}
      {SECTIONS_OF[now].map((name) => (
        <div key={name}>
          <h4>{t(`learn.section.${name}` as 'learn.section.solution')}</h4>
          <Markdown text={each.sections[name][lang]} />
        </div>
      ))}
      {now === 'exercise' &&
        [...each.exercise.reference, ...each.exercise.wrong].map(({ id, name, why, design, fails }) => (
          <div key={id} class="solution">
            <strong>
              {fails.length === 0 ? '✓' : '✗'} {name[lang]}
            </strong>
            <p>{why[lang]}</p>
            <button type="button" class="plain" onClick={() => void redesign(() => design)}>
              {t('learn.try')}
            </button>
          </div>
        ))}
    </section>
  );
}
