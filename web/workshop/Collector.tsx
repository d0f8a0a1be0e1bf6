/** For the instructor: what a class handed in, pasted or dropped, run again; its predictions, aims and places. */
import { useEffect, useState } from 'preact/hooks';
import { download } from '../files/download.js';
import { t } from '../i18n/translate.js';
import { gradeCsv, gradeMarkdown } from '../library.js';
import { learning } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { CollectedLesson } from './CollectedLesson.js';
import { PolledLesson } from './PolledLesson.js';
import { readPhoto } from './scan/read-squares.js';
import { Scanner } from './scan/Scanner.js';
import {
  added,
  collectFrom,
  collectScanned,
  forgetCollected,
  graded,
  grading,
  hidden,
  keepGrading,
  projecting,
  refused,
  tokens,
  unread,
} from './state/collecting.js';

export function Collector() {
  useEffect(keepGrading, []);
  return (
    <main
      class={projecting.value ? 'workshop collector on-wall' : 'workshop collector'}
      aria-label={t('collect.label')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void take(event.dataTransfer?.files);
      }}
    >
      <header>
        <h2>{t('collect.label')}</h2>
        {tokens.value.length > 0 && (
          <button
            type="button"
            class="plain"
            aria-pressed={projecting.value}
            onClick={() => {
              projecting.value = !projecting.value;
            }}
          >
            {t(projecting.value ? 'collect.backFromWall' : 'collect.wall')}
          </button>
        )}
        {!projecting.value && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              learning.value = { page: 'list' };
            }}
          >
            {t('learn.leave')}
          </button>
        )}
      </header>
      {!projecting.value && (
        <>
          <p class="soft">{t('collect.about')}</p>
          <Paste />
          <Found />
        </>
      )}
      <Progress />
      {graded.value?.lessons.map((lesson) =>
        projecting.value ? (
          <PolledLesson key={lesson.id} lesson={lesson} />
        ) : (
          <CollectedLesson key={lesson.id} lesson={lesson} />
        ),
      )}
      {(graded.value?.unknownLessons.length ?? 0) > 0 && (
        <p class="alarm">{t('collect.unknown', { ids: graded.value?.unknownLessons.join(', ') ?? '' })}</p>
      )}
    </main>
  );
}

async function take(files: FileList | null | undefined): Promise<void> {
  const all = [...(files ?? [])];
  const texts = await Promise.all(
    all.map(async (file) => (isPicture(file) ? ((await readPhoto(file)) ?? '') : await file.text())),
  );
  unread.value = all.filter((file, i) => isPicture(file) && texts[i] === '').map(({ name }) => name);
  if (texts.some((text) => text !== '')) collectFrom(texts.join('\n'));
}

function isPicture({ type }: File): boolean {
  return type.startsWith('image/');
}

function Paste() {
  const [text, setText] = useState('');
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        collectFrom(text);
        setText('');
      }}
    >
      <label>
        {t('collect.paste')}
        <textarea
          rows={4}
          value={text}
          placeholder="fb1.…"
          spellcheck={false}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <p>
        <button type="submit" class="main-action" disabled={text.trim() === ''}>
          {t('collect.add')}
        </button>{' '}
        <label class="plain file">
          {t('collect.files')}
          <input
            type="file"
            multiple
            class="visually-hidden"
            onChange={async ({ currentTarget }) => {
              await take(currentTarget.files);
              currentTarget.value = '';
            }}
          />
        </label>{' '}
        <Scanner found={collectScanned} />
      </p>
      {unread.value.length > 0 && (
        <p class="alarm" role="alert">
          {t('scan.noSquares', { files: unread.value.join(', ') })}
        </p>
      )}
    </form>
  );
}

function Found() {
  const [sure, setSure] = useState(false);
  const lang = language.value;
  const document = graded.value;
  return (
    <>
      <p role="status">
        {added.value !== null && t('collect.added', { count: added.value })}{' '}
        {t('collect.count', { count: tokens.value.length })}
      </p>
      {refused.value.length > 0 && (
        <ul class="refused" aria-label={t('collect.refused')}>
          {refused.value.map(({ token, line, why }) => (
            <li key={`${line} ${token}`}>
              <code>{token}…</code> {t('collect.line', { line })}: <strong>{why[lang]}</strong>
            </li>
          ))}
        </ul>
      )}
      {tokens.value.length > 0 && (
        <p class="collector-tools">
          <label>
            <input
              type="checkbox"
              checked={hidden.value}
              onChange={({ currentTarget }) => {
                hidden.value = currentTarget.checked;
              }}
            />{' '}
            {t('collect.hide')}
          </label>
          {document !== null && (
            <>
              <button
                type="button"
                class="plain"
                onClick={() => download('firebreak-class.csv', gradeCsv(document), 'text/csv')}
              >
                CSV
              </button>
              <button
                type="button"
                class="plain"
                onClick={() => download('firebreak-class.md', gradeMarkdown(document, lang), 'text/markdown')}
              >
                Markdown
              </button>
            </>
          )}
          <button
            type="button"
            class="plain"
            onClick={() => {
              if (sure) forgetCollected();
              setSure(!sure);
            }}
          >
            {t(sure ? 'learn.resetSure' : 'collect.delete')}
          </button>
        </p>
      )}
    </>
  );
}

function Progress() {
  const now = grading.value;
  if (now === null) return null;
  return (
    <p class="loading">
      {t('collect.running', { done: now.done, of: now.of })}{' '}
      <progress value={now.done} max={Math.max(1, now.of)} aria-label={t('app.progress')} />
    </p>
  );
}
