/** An explanation as Markdown, to paste into a ticket: the same sentences, nothing left out. */
import { shellWords } from '../formats/shell/shell-words.js';
import { formatCount, formatDuration, type Language } from '../results/amounts.js';
import type { RootHours } from '../results/explanation.js';
import { type ExplainTexts, explainTextsIn } from '../results/explanation-texts.js';
import { isoClock, isoTime } from '../results/iso-clock.js';
import { textIn } from '../results/names.js';
import { furtherSteps, placeIn, took } from '../results/told-steps.js';
import type { Step } from '../results/went-down.js';
import { helpingChanges } from '../studies/saved-by/helping.js';
import type { ExplainDocument } from './explain.js';
import { effectText } from './saved-text.js';

export interface ExplanationMarkdownOptions {
  /** The scenario's file, for the places in it. */
  readonly file: string;
  readonly language?: Language;
}

interface Told {
  readonly document: ExplainDocument;
  readonly file: string;
  readonly language: Language;
  readonly texts: ExplainTexts;
}

/** GitHub-flavoured; begins with a heading of the third level, so that it fits below others. No name in it makes markup. */
export function explanationMarkdown(
  document: ExplainDocument,
  { file, language = 'en' }: ExplanationMarkdownOptions,
): string {
  const texts = explainTextsIn(language);
  const report: Told = { document, file, language, texts };
  const name = textIn(document.name, language, document.service);
  const bad = texts.down(
    formatDuration(document.downtimeSeconds, language),
    formatDuration(document.notUpSeconds, language),
  );
  const parts = [
    `### ${escaped(texts.at(name, isoClock(document.at)))}\n\n${escaped(`${document.scenario.id}, ${document.layout}, ${texts.seed} ${document.seed}; ${bad}`)}`,
    section(
      texts.wentDown,
      numbered(report, document.wentDown, (step) => isoTime(step.at, true)),
    ),
    section(`${texts.roots} (${texts.rootsHow})`, rooted(report)),
    section(
      texts.stillDown,
      document.stillDown.length === 0 ? texts.stillUp : numbered(report, document.stillDown, null),
    ),
    section(
      texts.pathBack,
      numbered(
        report,
        document.pathBack.map((step) => ({ ...step, text: step.text + took(step, language) })),
        (step) => isoTime(step.at, true),
      ),
    ),
    section(
      texts.offPath,
      numbered(
        report,
        document.offPath
          .filter(({ slackSeconds }) => slackSeconds > 0)
          .map((step) => ({
            ...step,
            text: `${step.text}: ${texts.slack(formatDuration(step.slackSeconds, language))}`,
          })),
        (step) => isoTime(step.at, true),
      ),
    ),
    section(
      texts.pathToFull,
      numbered(
        report,
        furtherSteps(document).map((step) => ({ ...step, text: step.text + took(step, language) })),
        (step) => isoTime(step.at, true),
      ),
    ),
    section(`${texts.savedBy} (${texts.oneAtATime})`, saved(report)),
    section(
      texts.userHours,
      [
        hours(report, texts.ofService(name), document.userHours.service),
        hours(report, texts.ofAll, document.userHours.all),
      ]
        .filter((each) => each !== '')
        .join('\n'),
    ),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(title: string, body: string): string {
  return body === '' ? '' : `#### ${escaped(title.charAt(0) + title.slice(1).toLowerCase())}\n\n${body}`;
}

function numbered(report: Told, steps: readonly Step[], time: ((step: Step) => string) | null): string {
  return steps
    .map((step, i) => {
      const when = time === null ? '' : `${time(step)} `;
      const because =
        time === null && step.causes.length > 0 ? ` ← ${step.causes.map((cause) => cause + 1).join(', ')}` : '';
      const line = step.line === null ? '' : ` (\`${placeIn(report.file, step.line).replaceAll('`', '')}\`)`;
      return `${i + 1}. ${when}${escaped(step.text)}${because}${line}`;
    })
    .join('\n');
}

function rooted(report: Told): string {
  const { document, texts } = report;
  if (document.roots === null) return '';
  const { steps } = document.roots;
  if (steps.length === 0) return texts.noRoots;
  // In order already: each with all before it.
  return numbered(
    report,
    steps.map((step) => ({ ...step, causes: [] })),
    null,
  );
}

function saved(report: Told): string {
  const { document, texts, language } = report;
  if (document.savedBy.length === 0) return '';
  const { best, rest } = helpingChanges(document);
  const lines = best.map((each) => {
    const again =
      each.layout === null ? shellWords(each.set.flatMap((one) => ['--set', one])) : JSON.stringify(each.layout);
    return `- ${effectText(document, each, language)}: ${escaped(each.change)} (\`${again.replaceAll('`', '')}\`)`;
  });
  if (best.length === 0) lines.push(`- ${texts.nothingHelps}`);
  if (rest.length > 0) lines.push(`- ${escaped(texts.noEffect(rest.map(({ change }) => change).join('; ')))}`);
  return lines.join('\n');
}

function hours({ texts, language }: Told, title: string, { lost, roots, shared }: RootHours): string {
  if (lost < 0.5) return '';
  const rows = roots
    .filter(({ userHours }) => userHours >= 0.5)
    .map(({ text, userHours }) => `  - ${formatCount(userHours, language)}: ${escaped(text)}`);
  if (shared.userHours >= 0.5)
    rows.push(`  - ${formatCount(shared.userHours, language)}: ${texts.shared} (${escaped(shared.roots.join(', '))})`);
  return [`- ${formatCount(lost, language)} ${escaped(title)}`, ...rows].join('\n');
}

/** Text of the scenario makes no markup, and ends no line. */
function escaped(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`);
}
