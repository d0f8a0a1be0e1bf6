/** An explanation as Markdown, to paste into a ticket: the same sentences, nothing left out. */
import { formatCount, formatDuration, helpingChanges, type RootHours, type Step, textIn } from '../../../index.js';
import { printableDeep } from '../../output/printable.js';
import { shellWords } from '../../shell-words.js';
import { clock, wallClock } from '../times.js';
import { type ExplainReport, furtherSteps, place, took } from './explain-frame.js';
import { effectText } from './saved-lines.js';

export function explainMarkdown(asked: ExplainReport): string {
  const report = { ...asked, document: printableDeep(asked.document) };
  const { document, texts, terminal } = report;
  const { language } = terminal;
  const name = textIn(document.name, language, document.service);
  const bad = texts.down(
    formatDuration(document.downtimeSeconds, language),
    formatDuration(document.notUpSeconds, language),
  );
  const parts = [
    `### ${escaped(texts.at(name, wallClock(document.at)))}\n\n${escaped(`${document.scenario.id}, ${document.layout}, ${texts.seed} ${document.seed}; ${bad}`)}`,
    section(
      texts.wentDown,
      numbered(report, document.wentDown, (step) => clock(step.at, true)),
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
        (step) => clock(step.at, true),
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
        (step) => clock(step.at, true),
      ),
    ),
    section(
      texts.pathToFull,
      numbered(
        report,
        furtherSteps(report).map((step) => ({ ...step, text: step.text + took(step, language) })),
        (step) => clock(step.at, true),
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

function numbered(report: ExplainReport, steps: readonly Step[], time: ((step: Step) => string) | null): string {
  return steps
    .map((step, i) => {
      const when = time === null ? '' : `${time(step)} `;
      const because =
        time === null && step.causes.length > 0 ? ` ← ${step.causes.map((cause) => cause + 1).join(', ')}` : '';
      const line = step.line === null ? '' : ` (\`${place(report, step.line).replaceAll('`', '')}\`)`;
      return `${i + 1}. ${when}${escaped(step.text)}${because}${line}`;
    })
    .join('\n');
}

function rooted(report: ExplainReport): string {
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

function saved(report: ExplainReport): string {
  const { document, texts } = report;
  if (document.savedBy.length === 0) return '';
  const { best, rest } = helpingChanges(report.document);
  const lines = best.map((each) => {
    const again =
      each.layout === null ? shellWords(each.set.flatMap((one) => ['--set', one])) : JSON.stringify(each.layout);
    return `- ${effectText(report, each)}: ${escaped(each.change)} (\`${again.replaceAll('`', '')}\`)`;
  });
  if (best.length === 0) lines.push(`- ${texts.nothingHelps}`);
  if (rest.length > 0) lines.push(`- ${escaped(texts.noEffect(rest.map(({ change }) => change).join('; ')))}`);
  return lines.join('\n');
}

function hours({ texts, terminal }: ExplainReport, title: string, { lost, roots, shared }: RootHours): string {
  if (lost < 0.5) return '';
  const { language } = terminal;
  const rows = roots
    .filter(({ userHours }) => userHours >= 0.5)
    .map(({ text, userHours }) => `  - ${formatCount(userHours, language)}: ${escaped(text)}`);
  if (shared.userHours >= 0.5)
    rows.push(`  - ${formatCount(shared.userHours, language)}: ${texts.shared} (${escaped(shared.roots.join(', '))})`);
  return [`- ${formatCount(lost, language)} ${escaped(title)}`, ...rows].join('\n');
}

/** Text of the scenario makes no markup, and ends no line. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`);
}
