/** Advice as a page: what it comes to, cost against loss along the steps, each step with what it saves, and the layout to paste. */
import { code, element, figure, type Html, heading, list, paragraph, table } from '../../../formats/html/page.js';
import { formatCount, formatShare, type Language } from '../../../results/amounts.js';
import type { Scenario } from '../../../scenario/model.js';
import { type FrontMark, frontChart } from '../../../scene/charts/front-chart.js';
import { paintSvg } from '../../../scene/svg.js';
import { PALETTES } from '../../../scene/theme.js';
import { type AdviseDocument, type AdviseStep, isOnlyTogether } from '../../../studies/advise/advice.js';
import { moneyText } from '../frame/page-amounts.js';
import { type StudyPageOptions, studyPage } from '../frame/study-page.js';
import { type AdvisePageTexts, advisePageTextsIn } from './advise-texts.js';

interface Frame {
  readonly document: AdviseDocument;
  readonly language: Language;
  readonly texts: AdvisePageTexts;
}

/** @param scenario the layout that is advised on, for the names, sources and defaults that the document does not have */
export function advisePage(
  document: AdviseDocument,
  scenario: Scenario,
  { command, language = 'en' }: StudyPageOptions,
): string {
  const texts = advisePageTextsIn(language);
  const frame: Frame = { document, language, texts };
  return studyPage({
    scenario,
    facts: [
      document.scenario.id,
      document.layout,
      ...(document.budget === null ? [] : [texts.budget(money(document.budget, frame))]),
      ...document.aims.map(texts.aim),
      texts.tries(document.seeds, document.runs),
    ],
    partial: document.ended === 'interrupted' ? texts.partial : null,
    sections: [
      heading(2, texts.inShort),
      list(sentences(frame)),
      ...picture(frame),
      ...stepsSection(frame),
      ...toTry(frame),
    ],
    how: texts.how,
    engine: document.engine,
    command,
    language,
  });
}

function money(value: number, { document, language }: Frame): string {
  return moneyText(value, document.currency, language);
}

function count(value: number, { language }: Frame): string {
  return formatCount(Math.abs(value) < 1 ? 0 : value, language);
}

function shareLeft(hours: number, { document, language }: Frame): string {
  return formatShare(document.userHoursLost > 0 ? hours / document.userHoursLost : 0, language);
}

function sentences(frame: Frame): readonly string[] {
  const { document, texts, language } = frame;
  const { steps, spent, userHoursLeft, ended, sameEverywhere: other } = document;
  // Stopped before anything was known.
  const isKnown = ended !== 'interrupted' || steps.length > 0 || document.userHoursLost > 0;
  return [
    ...(isKnown ? [texts.now(count(document.userHoursLost, frame))] : []),
    ...(steps.length === 0
      ? []
      : [texts.all(steps.length, money(spent, frame), count(userHoursLeft, frame), shareLeft(userHoursLeft, frame))]),
    texts.ended[ended],
    ...(other === null
      ? []
      : [
          texts.everywhere(
            formatShare(other.factor - 1, language),
            money(other.cost, frame),
            count(other.userHoursLost, frame),
          ),
          ...(other.timesAdvice === null
            ? []
            : [texts.times(formatCount(Number(other.timesAdvice.toPrecision(2)), language))]),
        ]),
  ];
}

function picture(frame: Frame): readonly Html[] {
  const { document, texts, language } = frame;
  const { steps, sameEverywhere: other } = document;
  if (steps.length === 0) return [];
  const mark = (name: string, cost: number, loss: number, onFront = true): FrontMark => ({
    name,
    cost,
    loss,
    spread: 0,
    onFront,
  });
  const chart = frontChart({
    marks: [
      mark(texts.asItIs, 0, document.userHoursLost),
      ...steps.map(({ spent, userHoursLost }, i) => mark(String(i + 1), spent, userHoursLost)),
      ...(other === null
        ? []
        : [mark(texts.more(formatShare(other.factor - 1, language)), other.cost, other.userHoursLost, false)]),
    ],
    costLabel: texts.spentLabel(document.currency ?? ''),
    lossLabel: texts.leftLabel,
    width: 900,
    height: 340,
    palette: PALETTES.light,
    language,
  });
  const svg = paintSvg(chart, { title: texts.picture, description: texts.caption });
  return [heading(2, texts.picture), figure(svg, texts.caption)];
}

function stepsSection(frame: Frame): readonly Html[] {
  const { document, texts } = frame;
  if (document.steps.length === 0) return [];
  return [
    heading(2, texts.steps),
    table({
      head: [
        texts.step,
        texts.change,
        texts.saves,
        texts.interval,
        texts.betterIn,
        texts.costs,
        texts.spent,
        texts.left,
        texts.ofAll,
      ],
      rows: document.steps.map((step, i) => [
        String(i + 1),
        changeCell(step, frame),
        count(step.saved, frame),
        step.ci95 === null ? '' : `${count(step.ci95[0], frame)} – ${count(step.ci95[1], frame)}`,
        `${step.betterIn} / ${document.seeds}`,
        step.cost === 0 ? texts.noPrice : money(step.cost, frame),
        money(step.spent, frame),
        count(step.userHoursLost, frame),
        shareLeft(step.userHoursLost, frame),
      ]),
      words: [1],
    }),
  ];
}

function changeCell(step: AdviseStep, frame: Frame): Html {
  const { texts } = frame;
  const alone = step.savedAlone.map((each) => count(each, frame)).join(', ');
  const lines = [
    ...step.changes.map(({ text, cost, needed }) => {
      const notes = [...(cost === null && step.cost !== 0 ? [texts.noPrice] : []), ...(needed ? [] : [texts.needless])];
      return notes.length === 0 ? text : `${text} (${notes.join('; ')})`;
    }),
    ...(step.savedAlone.length === 0 ? [] : [(isOnlyTogether(step) ? texts.together : texts.apart)(alone)]),
  ];
  return { html: lines.map((line) => element('div', line).html).join('') };
}

/** The settings of each step, and all that is needed as a layout. JSON is YAML. */
function toTry({ document, texts }: Frame): readonly Html[] {
  if (document.steps.length === 0) return [];
  const settings = document.steps.flatMap(({ changes }, i) => {
    const set = changes.flatMap((each) => each.set).map((each) => `--set ${each}`);
    return set.length === 0 ? [] : [`${i + 1}: ${set.join(' ')}`];
  });
  return [
    ...(settings.length === 0
      ? []
      : [heading(2, texts.settings), paragraph(texts.settingsNote), code(settings.join('\n'))]),
    heading(2, texts.asLayout),
    code(`advised: ${JSON.stringify(document.asLayout, null, 2)}`),
  ];
}
