/** A challenge that a class played: three prizes, since one winner is no fun for the others, and who stands where under each card. */
import { t } from '../i18n/translate.js';
import { formatCount, type GradedLessonDocument } from '../library.js';
import { language } from '../state/preferences.js';
import { nameShown } from './collected-name.js';

type Game = GradedLessonDocument['games'][number];

const PRIZES = ['mostRobust', 'bestValue', 'bestProphet'] as const;

export function CollectedGames({ lesson }: { readonly lesson: GradedLessonDocument }) {
  return (
    <>
      {lesson.games.map((game) => (
        <section key={game.deck} class="game" aria-label={t('prize.deck', { deck: game.deck })}>
          <h4>{t('prize.deck', { deck: game.deck })}</h4>
          <dl class="prizes">
            {PRIZES.map((prize) => {
              const winner = game[prize];
              return (
                <div key={prize} title={t(`prize.${prize}.how`)}>
                  <dt>{t(`prize.${prize}`)}</dt>
                  <dd>
                    <strong>{winner === null ? '–' : nameShown(lesson.rows[game.rows[winner]])}</strong>
                    <small>{t(`prize.${prize}.how`)}</small>
                  </dd>
                </div>
              );
            })}
          </dl>
          <Ranks game={game} lesson={lesson} />
        </section>
      ))}
    </>
  );
}

function Ranks({ game, lesson }: { readonly game: Game; readonly lesson: GradedLessonDocument }) {
  const lang = language.value;
  return (
    <div class="scroll">
      <table class="pass-matrix">
        <caption>{t('prize.ranks')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('collect.nick')}</th>
            {game.titles.map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {game.order.map((entry) => {
            const row = lesson.rows[game.rows[entry]];
            return (
              <tr key={`${row.workshop} ${row.nick}`}>
                <th scope="row">{nameShown(row)}</th>
                {game.byCard.map(({ card, places }, i) => (
                  <td key={card} class={places[entry] === 1 ? 'met' : ''}>
                    {places[entry] === null ? '–' : t('prize.place', { place: places[entry] })}
                    <small>{row.cards[i] !== undefined && formatCount(Math.round(row.cards[i].userHours), lang)}</small>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
