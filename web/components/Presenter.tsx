/**
 * For a projector: nothing but stage, legend, time, chapters and what just happened; `B` blackens the screen for a moment,
 * `N` shows what is to be said, on the same screen.
 */
import { t } from '../i18n/translate.js';
import { countUpTo, formatCount, MARKER_SIGNS, momentText, sentencesOf, sinceFault } from '../library.js';
import { calmTime } from '../state/clock.js';
import { language } from '../state/preferences.js';
import { chapterNow, chapters, goToChapter, notesShown, type Told, togglePresenter } from '../state/presenting.js';
import { type Session, session } from '../state/session.js';
import { blackened, presenting } from '../state/view.js';
import { Clock } from './Clock.js';

const MOST = 3;

export function Presenter() {
  if (!presenting.value || session.value === null) return null;
  const { reading, scenario, markers } = session.value;
  const times = Float64Array.from(markers, ({ time }) => time);
  const now = countUpTo(times, calmTime.value);
  const say = sentencesOf(scenario, reading.view, language.value);
  return (
    <>
      <div class="presenter">
        <Clock />
        <ol class="captions">
          {markers.slice(Math.max(0, now - MOST), now).map(({ event, kind }) => (
            <li key={event}>
              <span aria-hidden="true">{MARKER_SIGNS[kind]}</span> {say(reading.view.event(event))}
            </li>
          ))}
        </ol>
        <button type="button" class="plain" title="P" onClick={togglePresenter}>
          {t('presenter.end')}
        </button>
        <Chapters of={session.value} />
        {notesShown.value && <Notes />}
      </div>
      {blackened.value && (
        <button
          type="button"
          class="blackened"
          aria-label={t('presenter.light')}
          onClick={() => {
            blackened.value = false;
          }}
        />
      )}
    </>
  );
}

/** A digit each; the one that one is in bears its name. */
function Chapters({ of }: { readonly of: Session }) {
  const now = chapterNow.value;
  if (chapters.value.length === 0) return null;
  const named = chapters.value[now];
  return (
    <nav class="chapters" aria-label={t('presenter.chapters')}>
      <ol>
        {chapters.value.map((each, i) => (
          <li key={each.time}>
            <button
              type="button"
              aria-current={i === now ? 'step' : undefined}
              aria-label={`${i + 1}. ${nameOf(each, of)}`}
              title={nameOf(each, of)}
              onClick={() => goToChapter(i)}
            >
              <strong>{i + 1}</strong> <small>{sinceFault(of.reading, each.time)}</small>
            </button>
          </li>
        ))}
      </ol>
      {named !== undefined && <p>{nameOf(named, of)}</p>}
    </nav>
  );
}

function Notes() {
  const chapter = chapters.value[chapterNow.value];
  const text = chapter?.kind === 'lesson' ? chapter.notes[language.value] : t('presenter.noNotes');
  return (
    <aside class="notes" aria-label={t('presenter.notes')}>
      <p>{text}</p>
    </aside>
  );
}

function nameOf(chapter: Told, { scenario, reading }: Session): string {
  const lang = language.value;
  if (chapter.kind === 'lesson') return chapter.title[lang];
  if (chapter.kind === 'event') return sentencesOf(scenario, reading.view, lang)(reading.view.event(chapter.event));
  return t('presenter.peak', {
    people: formatCount(Math.round(chapter.people), lang),
    moment: momentText(reading, chapter.time, lang),
  });
}
