/** The budget challenge: its cards, the lock, the draw, and the score with its parts. */
import { t } from '../i18n/translate.js';
import { CONFIDENCES, commitmentOf, formatCount, formatDuration, formatShare } from '../library.js';
import { language } from '../state/preferences.js';
import {
  codeIsWrong,
  drawn,
  lockDesign,
  mayLock,
  result,
  score,
  scoring,
  setDeck,
  todaysCode,
  watchCard,
} from './state/challenge.js';
import { lesson } from './state/current.js';
import { loadedDesign } from './state/exercise.js';
import { locked, mine } from './state/player.js';
import { LOSS } from './state/submission.js';
import { change } from './state/work.js';
import { Who } from './Who.js';

/** All cards, to be read before anything is bought. */
export function Cards({ only }: { readonly only?: readonly string[] }) {
  const all = Object.entries(lesson.value?.lesson.challenge?.cards ?? {});
  const shown = only === undefined ? all : only.flatMap((id) => all.filter(([each]) => each === id));
  return (
    <ol class="cards" aria-label={t('game.cards')}>
      {shown.map(([id, { title, text }]) => (
        <li key={id}>
          <strong>{title[language.value]}</strong>
          <p>{text[language.value]}</p>
          {only !== undefined && (
            <button type="button" class="plain" onClick={() => watchCard(id)}>
              {t('game.watch')}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

export function LockDesign() {
  if (lesson.value === null) return null;
  const { id } = lesson.value.lesson;
  const given = mine.value.answers[LOSS] as Partial<(typeof mine.value.answers)[string]> | undefined;
  const set = (part: object): void => {
    if (locked.value) return;
    const answers = { ...mine.value.answers, [LOSS]: { ...given, ...part } };
    change(id, { answers: answers as typeof mine.value.answers });
  };
  return (
    <>
      <fieldset class="question" disabled={locked.value}>
        <legend>{t('game.loss')}</legend>
        <div class="number-answer large">
          <input
            type="number"
            min={0}
            step="any"
            aria-label={t('game.loss')}
            value={typeof given?.value === 'number' ? given.value : ''}
            onInput={({ currentTarget }) => {
              const value = currentTarget.valueAsNumber;
              set({ value: Number.isFinite(value) && value >= 0 ? value : undefined });
            }}
          />
          <span>{t('game.userHours')}</span>
        </div>
        <div class="confidence" role="radiogroup" aria-label={t('learn.confidence')}>
          <span>{t('learn.confidence')}</span>
          {CONFIDENCES.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="confidence-loss"
                checked={given?.confidence === each}
                onChange={() => set({ confidence: each })}
              />{' '}
              {formatShare(each / 100, language.value, 0)}
            </label>
          ))}
        </div>
        <label class="sentence">
          {t('game.commitment')}
          <input
            type="text"
            value={mine.value.commitment}
            onInput={({ currentTarget }) => change(id, { commitment: currentTarget.value.trim() })}
          />
        </label>
      </fieldset>
      {loadedDesign.value?.hindrances.map((why) => (
        <p key={why.en} class="alarm">
          {why[language.value]}
        </p>
      ))}
      <Who may={mayLock()} missing={t('game.missing')} lock={lockDesign} label={t('game.lock')} />
    </>
  );
}

export function Draw() {
  const { deck } = mine.value;
  return (
    <>
      <label class="sentence">
        {t('game.code')}
        <input type="text" value={deck} onInput={({ currentTarget }) => setDeck(currentTarget.value.trim())} />
      </label>
      <p>
        <button type="button" class="plain" onClick={() => setDeck(todaysCode())}>
          {t('game.today')}
        </button>
      </p>
      {codeIsWrong.value && (
        <p class="alarm" role="alert">
          {t('game.wrongCode')}
        </p>
      )}
      {drawn.value.length > 0 && (
        <>
          <Cards only={drawn.value} />
          <p>
            <button type="button" class="main-action" disabled={scoring.value !== null} onClick={() => void score()}>
              {t('game.score')}
            </button>
          </p>
          {scoring.value !== null && (
            <p class="soft">{t('collect.running', { done: scoring.value.done, of: scoring.value.of })}</p>
          )}
          <ScoreTable />
        </>
      )}
    </>
  );
}

/** Never the sum alone. */
function ScoreTable() {
  const row = result.value;
  if (row === null) return null;
  if (row.score === null) return <p class="alarm">{row.refused.join('; ')}</p>;
  const lang = language.value;
  const { availability, recovery, thrift, foresight, total } = row.score;
  const cards = lesson.value?.lesson.challenge?.cards ?? {};
  return (
    <section aria-label={t('game.result')} role="status">
      <h4>{t('game.result')}</h4>
      <table class="score">
        <tbody>
          {(
            [
              ['availability', availability, 600],
              ['recovery', recovery, 250],
              ['thrift', thrift, 150],
              ['foresight', foresight, 50],
            ] as const
          ).map(([part, points, most]) => (
            <tr key={part}>
              <th scope="row">{t(`game.part.${part}`)}</th>
              <td class="number">{t('game.of', { points: Math.round(points), most })}</td>
            </tr>
          ))}
          <tr class="best">
            <th scope="row">{t('game.total')}</th>
            <td class="number">{t('game.of', { points: total, most: 1050 })}</td>
          </tr>
        </tbody>
      </table>
      <ul>
        {row.cards.map(({ card, userHours, seconds }) => (
          <li key={card}>
            {t('game.cardLoss', {
              card: cards[card]?.title[lang] ?? card,
              hours: formatCount(Math.round(userHours), lang),
              time: formatDuration(seconds, lang),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** For the facilitator: what is written on the board before anybody designs. */
export function Commit() {
  const { deck } = mine.value;
  const id = lesson.value?.lesson.id;
  if (id === undefined) return null;
  return (
    <label class="sentence">
      {t('game.commit')}
      <input type="text" value={deck} onInput={({ currentTarget }) => setDeck(currentTarget.value.trim())} />
      {deck !== '' && <code class="commitment">{commitmentOf(deck)}</code>}
      {deck !== '' && deck.length < 8 && <small class="alarm">{t('game.shortCode')}</small>}
    </label>
  );
}
