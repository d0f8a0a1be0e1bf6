/** All lessons, what each is about and how far one has come; one's own work saved to a file and opened again. */
import { useState } from 'preact/hooks';
import { download } from '../files/download.js';
import { t } from '../i18n/translate.js';
import { type Lesson, writeToken } from '../library.js';
import { learning } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { allLessons, lessonOf } from './lessons.js';
import { kept } from './state/kept-text.js';
import { openLesson } from './state/player.js';
import { submissionOf } from './state/submission.js';
import { forgetAll, readWork, work } from './state/work.js';

export function LessonList() {
  const lang = language.value;
  return (
    <main class="workshop" aria-label={t('learn.label')}>
      <h2>{t('learn.label')}</h2>
      <p class="soft">{t('learn.about')}</p>
      <ul class="lessons">
        {allLessons().map((lesson) => (
          <li key={lesson.id}>
            <button type="button" onClick={() => openLesson(lesson.id)}>
              <span class="code">{lesson.code}</span>
              <span>
                <strong>{lesson.title[lang]}</strong>
                <small>{lesson.objective[lang]}</small>
              </span>
              <span class="soft">
                {t('learn.minutes', { minutes: lesson.minutesInAll })}
                <small>{progressOf(lesson)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Mine />
    </main>
  );
}

function progressOf({ id, kind }: Lesson): string {
  const mine = work.value.lessons[id];
  if (mine === undefined) return '';
  if (mine.lock === null) return t('learn.begun');
  // What was changed since is not what was handed in.
  const loaded = mine.handedIn === undefined ? null : lessonOf(id);
  const submission = loaded === null ? null : submissionOf(loaded);
  if (submission !== null && writeToken(submission) === mine.handedIn) return t('learn.handedIn');
  if (mine.explanation.trim() === '') return t('learn.lockedShort', { code: mine.lock });
  const { options, edits } = mine.design;
  const isMended = kind === 'lesson' && options.length + edits.length > 0;
  return t(isMended ? 'learn.mended' : 'learn.explained');
}

function Mine() {
  const [message, setMessage] = useState('');
  const [sure, setSure] = useState(false);
  return (
    <section class="my-work" aria-label={t('learn.mine')}>
      <h3>{t('learn.mine')}</h3>
      {!kept.value && <p class="alarm">{t('learn.notKept')}</p>}
      <p>
        <button
          type="button"
          class="plain"
          onClick={() =>
            download('firebreak-work.json', `${JSON.stringify(work.value, null, 1)}\n`, 'application/json')
          }
        >
          {t('learn.save')}
        </button>{' '}
        <label class="plain file">
          {t('learn.open')}
          <input
            type="file"
            accept=".json"
            class="visually-hidden"
            onChange={async ({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file === undefined) return;
              const opened = readWork(await file.text());
              if (opened !== null) work.value = opened;
              setMessage(t(opened === null ? 'learn.notWork' : 'learn.opened', { file: file.name }));
              currentTarget.value = '';
            }}
          />
        </label>{' '}
        <button
          type="button"
          class="plain"
          onClick={() => {
            if (sure) forgetAll();
            setSure(!sure);
          }}
        >
          {t(sure ? 'learn.resetSure' : 'learn.reset')}
        </button>{' '}
        <button
          type="button"
          class="plain"
          onClick={() => {
            learning.value = { page: 'collect' };
          }}
        >
          {t('learn.collect')}
        </button>
      </p>
      <p role="status">{message}</p>
    </section>
  );
}
