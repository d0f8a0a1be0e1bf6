/** A lesson for whoever teaches it: minutes, predictions with replies, what to say, solutions, debrief, all on two pages. */
import { formatDuration, type Language } from '../../results/amounts.js';
import { fill } from '../../results/sentences.js';
import { designLink } from '../designs/design-link.js';
import { designWords } from '../designs/design-words.js';
import { loadDesign } from '../designs/load-design.js';
import type { Solution } from '../lessons/lesson.js';
import type { SectionName } from '../lessons/sections.js';
import { escaped, lessonHtml } from '../text/lesson-html.js';
import type { GuideLesson } from './facilitator-guide.js';
import { GUIDE_TEXTS } from './guide-texts.js';
import { placementTable } from './placement-table.js';
import { solutionPicture } from './solution-picture.js';
import { truthText } from './truth-text.js';

/** @param page that links lead to */
export function lessonPages(guide: GuideLesson, page: string, language: Language): string {
  const { lesson } = guide.loaded;
  const texts = GUIDE_TEXTS[language];
  const markdown = (name: SectionName): string => lessonHtml(lesson.sections[name][language], { scrub });
  const scrub = (id: string): string => {
    const found = lesson.scrubs?.[id];
    return found?.stops[found.start - 1]?.show[language] ?? id;
  };
  const part = (title: string, html: string): string => (html === '' ? '' : `<h2>${escaped(title)}</h2>${html}`);
  return `<section class="page lesson" id="lesson-${lesson.id}">
<h1>${escaped(`${lesson.code} ${lesson.title[language]}`)}</h1>
<p class="lead">${escaped(lesson.objective[language])}<br><em>${escaped(lesson.principle[language])}</em></p>
${minutes(guide, language)}
<div class="columns">
${part(texts.hook, markdown('hook'))}
${part(texts.predictions, predictions(guide, language))}
${part(texts.misconceptions, markdown('misconceptions'))}
${part(texts.say, markers(guide, language))}
${part(texts.gap, markdown('gap'))}
${part(texts.exercise, markdown('exercise'))}
${part(texts.solution, markdown('solution') + solutions(guide, page, language))}
${part(texts.debrief, markdown('debrief') + markdown('debrief-answers'))}
${part(texts.short, markdown('short-of-time'))}
${part(texts.fast, markdown('if-fast'))}
</div></section>`;
}

function minutes({ loaded: { lesson } }: GuideLesson, language: Language): string {
  const texts = GUIDE_TEXTS[language];
  const rows = Object.entries(lesson.minutes) as [keyof typeof texts.minutes, number][];
  const head = rows.map(([name]) => `<th>${escaped(texts.minutes[name])}</th>`).join('');
  const cells = rows.map(([, count]) => `<td>${count}</td>`).join('');
  return `<table class="minutes"><tr>${head}<th>${escaped(texts.inAll)}</th></tr><tr>${cells}<td>${lesson.minutesInAll}</td></tr></table>`;
}

function predictions({ loaded, truths }: GuideLesson, language: Language): string {
  const texts = GUIDE_TEXTS[language];
  return loaded.lesson.predictions
    .map(({ ask, reply }, i) => {
      const answer = `<strong>${escaped(texts.answer)}</strong> ${escaped(truthText(loaded, i, truths[i], language))}`;
      const told = reply === null ? '' : `<br>${escaped(reply[language])}`;
      return `<p>${escaped(ask[language])}<br>${answer}${told}</p>`;
    })
    .join('');
}

function markers({ loaded: { lesson } }: GuideLesson, language: Language): string {
  const items = lesson.watch.markers.map(({ at, title, say }) => {
    const when = formatDuration(at, language);
    return `<li><strong>${escaped(`${when} · ${title[language]}`)}</strong><br>${escaped(say[language])}</li>`;
  });
  return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}

function solutions(guide: GuideLesson, page: string, language: Language): string {
  const { loaded } = guide;
  const { reference, wrong } = loaded.lesson.exercise;
  const [first, ...others] = reference;
  if (first === undefined) return '';
  const items = [...others.map((each) => item(each, '✓', language)), ...wrong.map((each) => item(each, '✗', language))];
  return `${item(first, '✓', language, 'p')}${placement(loaded, first, language)}${picture(guide, first, page, language)}<ul>${items.join('')}</ul>`;
}

function item({ name, why }: Solution, mark: string, language: Language, tag = 'li'): string {
  return `<${tag}>${mark} <strong>${escaped(name[language])}</strong> ${escaped(why[language])}</${tag}>`;
}

/** The stage as it then is, and a link that opens it in the page. */
function picture(
  { loaded, solution }: GuideLesson,
  { name, design }: Solution,
  page: string,
  language: Language,
): string {
  if (solution === null) return '';
  const svg = solutionPicture(solution, loaded.scenario, name[language], language);
  const href = escaped(designLink(loaded, design, page, language));
  return `<figure class="stage">${svg}<figcaption><a href="${href}">${escaped(GUIDE_TEXTS[language].open)}</a></figcaption></figure>`;
}

function placement(loaded: GuideLesson['loaded'], { design }: Solution, language: Language): string {
  const { scenario, price } = loadDesign(loaded, design);
  const texts = GUIDE_TEXTS[language];
  const budget = loaded.lesson.exercise.budget;
  const cost =
    price === null || budget === undefined
      ? ''
      : `<p>${escaped(fill(texts.cost, { moves: String(price.moves), points: String(price.points) }))}</p>`;
  const table = scenario === null ? '' : placementTable(loaded.scenario, scenario, language);
  const plan = `<p class="plan">${designWords(loaded, design, language).map(escaped).join('<br>')}</p>`;
  return `${cost}${table === '' ? plan : table}`;
}
