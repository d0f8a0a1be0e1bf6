/** The wheel of misfortune on paper: what is decided at each stop, what an update must have, and cards to cut out. */
import { formatDuration, type Language } from '../../results/amounts.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import type { Lesson } from '../lessons/lesson.js';
import { escaped } from '../text/lesson-html.js';
import { GUIDE_TEXTS } from './guide-texts.js';

/** Empty without a wheel. */
export function wheelCards({ lesson }: LoadedLesson, language: Language): string {
  const { wheel, title } = lesson;
  if (wheel === undefined) return '';
  const texts = GUIDE_TEXTS[language];
  const stops = wheel.stops.map(({ at, ask, choices }) => {
    const names = Object.values(choices).map(({ name }) => `<li>${escaped(name[language])}</li>`);
    return `<p><strong>${escaped(formatDuration(at, language))}</strong> ${escaped(ask[language])}</p><ol type="A">${names.join('')}</ol>`;
  });
  const checklist = wheel.checklist.map((each) => `<li>${escaped(each[language])}</li>`);
  const roles = Object.values(wheel.roles).map(
    ({ name, card, sees }) =>
      `<div class="card"><h3>${escaped(name[language])}</h3><p>${escaped(card[language])}</p><p>${escaped(texts.sees[sees])}</p></div>`,
  );
  return `<section class="page" id="cards-${lesson.id}"><h1>${escaped(`${texts.roles}: ${title[language]}`)}</h1>
<h2>${escaped(texts.stops)}</h2>${stops.join('')}
<h2>${escaped(texts.update)}</h2><ul>${checklist.join('')}</ul>
<div class="cards">${roles.join('')}</div>${deckCards(wheel.deck ?? {}, language)}</section>`;
}

/** Cards of the hidden deck to cut out, for whoever plays without the page. */
function deckCards(deck: NonNullable<NonNullable<Lesson['wheel']>['deck']>, language: Language): string {
  const cards = Object.values(deck).map(
    ({ title, text }) =>
      `<div class="card"><h3>${escaped(title[language])}</h3><p>${escaped(text[language])}</p></div>`,
  );
  if (cards.length === 0) return '';
  return `<h2>${escaped(GUIDE_TEXTS[language].deck)}</h2><div class="cards">${cards.join('')}</div>`;
}
