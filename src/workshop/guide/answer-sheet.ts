/** All answers on one sheet, to lie face down on the table: predictions, causes, solutions. */
import type { Language } from '../../results/amounts.js';
import { namesIn } from '../grading/grade.js';
import { escaped } from '../text/lesson-html.js';
import type { GuideLesson } from './facilitator-guide.js';
import { GUIDE_TEXTS } from './guide-texts.js';
import { truthText } from './truth-text.js';

export function answerSheet(lessons: readonly GuideLesson[], language: Language): string {
  const texts = GUIDE_TEXTS[language];
  const rows = lessons.flatMap(({ loaded, truths }) => {
    const { lesson } = loaded;
    const { root, reference } = lesson.exercise;
    const answers = lesson.predictions.map(
      ({ ask }, i) =>
        `${escaped(ask[language])}<br><strong>${escaped(truthText(loaded, i, truths[i], language))}</strong>`,
    );
    const cause =
      root === undefined
        ? []
        : [`${escaped(root.ask[language])}<br><strong>${escaped(rootName(loaded, root.answer, language))}</strong>`];
    const solution = reference
      .slice(0, 1)
      .map(({ name }) => `${escaped(texts.solution)}: <strong>${escaped(name[language])}</strong>`);
    const cells = [...answers, ...cause, ...solution].map((each) => `<p>${each}</p>`).join('');
    return cells === '' ? [] : [`<tr><th>${escaped(lesson.code)}</th><td>${cells}</td></tr>`];
  });
  return `<section class="page" id="answers"><h1>${escaped(texts.answers)}</h1><table class="answers">${rows.join('')}</table></section>`;
}

function rootName(loaded: GuideLesson['loaded'], id: string, language: Language): string {
  const name = namesIn(loaded)(id, language);
  return name === id ? id : `${name} (${id})`;
}
