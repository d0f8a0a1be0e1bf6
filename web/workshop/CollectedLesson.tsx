/** One lesson of a class: predictions beside what came true, who met which aim, and the words of the explanations. */
import { t } from '../i18n/translate.js';
import { formatCount, type GradedLessonDocument, type GradedRow } from '../library.js';
import { language } from '../state/preferences.js';
import { CollectedGames } from './CollectedGames.js';
import { nameShown } from './collected-name.js';
import { Histograms } from './Histograms.js';

export function CollectedLesson({ lesson }: { readonly lesson: GradedLessonDocument }) {
  return (
    <section class="collected" aria-label={lesson.title}>
      <h3>
        {lesson.code} · {lesson.title}
      </h3>
      {lesson.kind !== 'challenge' && <p>{t('collect.passed', { passed: lesson.passed, people: lesson.people })}</p>}
      <CollectedGames lesson={lesson} />
      <Histograms lesson={lesson} />
      <Matrix lesson={lesson} />
      {lesson.words.length > 0 && (
        <ul class="words" aria-label={t('collect.words')}>
          {lesson.words.map(({ word, people }) => (
            <li key={word} style={{ fontSize: `${Math.min(26, 11 + 3 * people)}px` }}>
              {word}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Matrix({ lesson }: { readonly lesson: GradedLessonDocument }) {
  const lang = language.value;
  const isGame = lesson.kind === 'challenge';
  return (
    <div class="scroll">
      <table class="pass-matrix">
        <caption>{t('collect.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('collect.place')}</th>
            <th scope="col">{t('collect.nick')}</th>
            <th scope="col">{t('collect.lock')}</th>
            {isGame && <th scope="col">{t('collect.score')}</th>}
            {!isGame &&
              lesson.aims.map((aim, i) => (
                <th scope="col" key={aim} title={aim}>
                  {t('collect.aim', { number: i + 1 })} ({lesson.aimsMet[i]})
                </th>
              ))}
            <th scope="col">{t('collect.predictions')}</th>
            <th scope="col">{t('collect.changes')}</th>
            <th scope="col">{t('collect.hints')}</th>
            <th scope="col">{t('inspector.lost')}</th>
            <th scope="col">{t('collect.explanation')}</th>
          </tr>
        </thead>
        <tbody>
          {lesson.rows.map((row) => (
            <tr key={`${row.workshop} ${row.nick}`}>
              <td>{row.place}</td>
              <th scope="row">{nameShown(row)}</th>
              <td>
                <code>{row.lockCode}</code>
              </td>
              {isGame && <td title={scoreText(row)}>{row.score === null ? '–' : row.score.total}</td>}
              {!isGame && <Aims lesson={lesson} row={row} />}
              <td>{row.predictions.map((each) => (each === null ? '–' : each.right ? '✓' : '✗')).join(' ')}</td>
              <td title={row.changesInWords.join('\n')}>{row.moves}</td>
              <td>{row.hints}</td>
              <td>{row.userHoursLost === null ? '–' : formatCount(Math.round(row.userHoursLost), lang)}</td>
              <td class="explanation">{row.explanation}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Aims({ lesson, row }: { readonly lesson: GradedLessonDocument; readonly row: GradedRow }) {
  if (row.aims === null) {
    return <td colSpan={lesson.aims.length}>{row.refused.length > 0 ? row.refused.join('; ') : '…'}</td>;
  }
  return (
    <>
      {row.aims.map(({ met, because }, i) => (
        <td key={lesson.aims[i]} class={met ? 'met' : 'failed'} title={because}>
          <span role="img" aria-label={t(met ? 'verdict.met' : 'verdict.failed')}>
            {met ? '✓' : '✗'}
          </span>
        </td>
      ))}
    </>
  );
}

function scoreText({ score }: GradedRow): string {
  if (score === null) return '';
  const { availability, recovery, thrift, foresight } = score;
  return [availability, recovery, thrift, foresight].map((part) => Math.round(part)).join(' + ');
}
