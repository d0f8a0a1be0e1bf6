/**
 * The facilitator guide: one page of HTML to print on A4, from the same sources as the lessons and the runs.
 *
 * Its own pages in their order, the lessons at 40 (two facing pages each), the cards of the challenge after them, and an
 * answer sheet at the end, whose answers are read from the runs. Nothing is loaded from anywhere.
 */
import type { Language } from '../../results/amounts.js';
import type { Reading } from '../../results/reading.js';
import type { Truths } from '../grading/lesson-truths.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import { escaped, lessonHtml } from '../text/lesson-html.js';
import { answerSheet } from './answer-sheet.js';
import { GUIDE_STYLE } from './guide-style.js';
import { GUIDE_TEXTS } from './guide-texts.js';
import { lessonPages } from './lesson-pages.js';
import type { GuidePage } from './read-guide-page.js';
import { wheelCards } from './wheel-cards.js';

export interface GuideLesson {
  readonly loaded: LoadedLesson;
  readonly truths: Truths;
  /** Of the first solution; null: it is not shown as a picture. */
  readonly solution: Reading | null;
}

export interface GuideOptions {
  readonly language: Language;
  /** Printed at the end: which program made it. */
  readonly version: string;
  /** Address of the page that links lead to, without `#`; `firebreak.html`, beside the guide, when left out. */
  readonly page?: string;
}

const PLACE_OF_LESSONS = 40;
const PLACE_OF_CARDS = 64;
const PLACE_OF_ROLES = 66;

export function facilitatorGuide(
  pages: readonly GuidePage[],
  lessons: readonly GuideLesson[],
  { language, version, page = 'firebreak.html' }: GuideOptions,
): string {
  const texts = GUIDE_TEXTS[language];
  const ordered = [...lessons].sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
  const taught = ordered.filter(({ loaded }) => loaded.lesson.kind !== 'challenge');
  const games = ordered.filter(({ loaded }) => loaded.lesson.kind === 'challenge');
  const parts: { readonly order: number; readonly id: string; readonly title: string; readonly html: string }[] = [
    ...pages.map((page, i) => ({
      order: page.order,
      id: `p${i}`,
      title: page.title[language],
      html: `<section class="page" id="p${i}"><h1>${escaped(page.title[language])}</h1>${lessonHtml(page.text[language])}</section>`,
    })),
    ...taught.map((lesson) => lessonPart(lesson, PLACE_OF_LESSONS, page, language)),
    ...games.map((lesson) => lessonPart(lesson, PLACE_OF_CARDS, page, language)),
    ...games.flatMap(({ loaded }) => cardsPart(loaded, language)),
    ...taught.flatMap(({ loaded }) => wheelPart(loaded, language)),
  ];
  const body = [...parts].sort((a, b) => a.order - b.order);
  const contents = [...body.map(({ id, title }) => [id, title]), ['answers', texts.answers]]
    .map(([id, title]) => `<li><a href="#${id}">${escaped(title)}</a></li>`)
    .join('');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(texts.title)}</title>
<style>${GUIDE_STYLE}</style>
</head>
<body>
<header><p class="kicker">Firebreak</p><h1>${escaped(texts.title)}</h1><p>${escaped(texts.subtitle)}</p><nav><ol>${contents}</ol></nav></header>
${body.map(({ html }) => html).join('\n')}
${answerSheet(ordered, language)}
<footer><p>Firebreak ${escaped(version)}</p></footer>
</body>
</html>
`;
}

function codeOf({ loaded }: GuideLesson): string {
  return loaded.lesson.code;
}

function lessonPart(lesson: GuideLesson, order: number, page: string, language: Language) {
  const { id, code, title } = lesson.loaded.lesson;
  const html = lessonPages(lesson, page, language);
  return { order, id: `lesson-${id}`, title: `${code} ${title[language]}`, html };
}

function wheelPart(loaded: LoadedLesson, language: Language) {
  const html = wheelCards(loaded, language);
  const { id, title } = loaded.lesson;
  const named = `${GUIDE_TEXTS[language].roles}: ${title[language]}`;
  return html === '' ? [] : [{ order: PLACE_OF_ROLES, id: `cards-${id}`, title: named, html }];
}

function cardsPart({ lesson }: LoadedLesson, language: Language) {
  const cards = Object.values(lesson.challenge?.cards ?? {}).map(
    ({ title, text }) =>
      `<div class="card"><h3>${escaped(title[language])}</h3><p>${escaped(text[language])}</p></div>`,
  );
  const title = GUIDE_TEXTS[language].cards;
  const html = `<section class="page" id="cards-${lesson.id}"><h1>${escaped(title)}</h1><div class="cards">${cards.join('')}</div></section>`;
  return [{ order: PLACE_OF_CARDS + 0.5, id: `cards-${lesson.id}`, title, html }];
}
