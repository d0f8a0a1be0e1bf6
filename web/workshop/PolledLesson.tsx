/** What a class predicted, for a wall: no names, and what came true only once everybody has seen it. */
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import type { GradedLessonDocument } from '../library.js';
import { Histograms } from './Histograms.js';

export function PolledLesson({ lesson }: { readonly lesson: GradedLessonDocument }) {
  const [told, setTold] = useState(false);
  return (
    <section class="collected" aria-label={lesson.title}>
      <h3>
        {lesson.code} · {lesson.title} <small>{t('collect.answers', { people: lesson.people })}</small>
      </h3>
      <Histograms lesson={lesson} withTruth={told} />
      <p>
        <button type="button" class="main-action" aria-pressed={told} onClick={() => setTold(!told)}>
          {t(told ? 'collect.coverTruth' : 'collect.tellTruth')}
        </button>
      </p>
    </section>
  );
}
