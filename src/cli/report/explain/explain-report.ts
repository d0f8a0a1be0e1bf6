/** An explanation for people: numbered sentences with times and lines of the file, in sections. */
import {
  type BindingStep,
  dayOf,
  formatCount,
  formatDuration,
  furtherSteps,
  isoClock,
  isoTime,
  placeIn,
  type Step,
  textIn,
  took,
} from '../../../index.js';
import { asciiSigns, GLYPHS_ASCII } from '../../output/glyphs.js';
import { printableDeep } from '../../output/printable.js';
import { WIDTH } from '../../output/terminal.js';
import { padEnd, padStart, widthOf, wrap } from '../../output/width.js';
import { explainCommandLine } from '../../shell-commands.js';
import { type ExplainReport, heading } from './explain-frame.js';
import { savedLines } from './saved-lines.js';

const INDENT = 4;
const STILL_SHOWN = 14;
const PATH_SHOWN = 16;
const SLACK_SHOWN = 6;

export function explainReport(asked: ExplainReport): string {
  const isAscii = asked.terminal.glyphs === GLYPHS_ASCII;
  const report = { ...asked, document: printableDeep(asked.document, isAscii ? asciiSigns : undefined) };
  const sections = [
    head(report),
    wentDown(report),
    roots(report),
    still(report),
    back(report),
    savedLines(report),
    hours(report),
    foot(report),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function head(report: ExplainReport): string[] {
  const { document, terminal, texts } = report;
  const { paint, glyphs, language } = terminal;
  const name = textIn(document.name, language, document.service);
  const dot = ` ${glyphs.dot} `;
  const facts = [document.scenario.id, document.layout, `${texts.seed} ${document.seed}`].join(dot);
  const bad = texts.down(
    formatDuration(document.downtimeSeconds, language),
    formatDuration(document.notUpSeconds, language),
  );
  return [`  ${paint.bold(texts.at(name, isoClock(document.at)))}`, `  ${paint.dim(`${facts}${dot}${bad}`)}`];
}

function wentDown(report: ExplainReport): string[] {
  const { document, texts } = report;
  if (document.wentDown.length === 0) return [];
  return [
    heading(report, texts.wentDown),
    ...sentences(report, document.wentDown, (step) => isoTime(step.at, true)).flat(),
  ];
}

function roots(report: ExplainReport): string[] {
  const { document, texts } = report;
  if (document.roots === null) return [];
  const { steps } = document.roots;
  return [
    heading(report, texts.roots, texts.rootsHow),
    ...(steps.length === 0
      ? [`${' '.repeat(INDENT)}${texts.noRoots}`]
      : sentences(report, steps, (step) => (isAct(step) ? isoTime(step.at, true) : ''), false).flat()),
  ];
}

/** What happened at a time, and is no fact that always holds. */
const isAct = ({ rule }: Step): boolean => rule === 'root.fault' || rule === 'root.intervention';

function still(report: ExplainReport): string[] {
  const { document, full, texts } = report;
  if (document.stillDown.length === 0)
    return [heading(report, texts.stillDown), `${' '.repeat(INDENT)}${texts.stillUp}`];
  // Loops come last, and are what nobody must miss.
  const loops = document.stillDown.filter(({ rule }) => rule === 'binds.loop').length;
  const shown = full ? document.stillDown.length : Math.max(STILL_SHOWN, loops);
  return [
    heading(report, texts.stillDown, texts.longest),
    ...limited(report, sentences(report, document.stillDown.map(marked(report)), null), shown, loops),
  ];
}

/** What lasts longest bears a mark. */
function marked({ terminal }: ExplainReport): (step: BindingStep) => Step {
  const mark = terminal.glyphs === GLYPHS_ASCII ? '>' : '▸';
  return (step) => (step.lastsLongest ? { ...step, text: `${mark} ${step.text}` } : step);
}

function back(report: ExplainReport): string[] {
  const { document, texts, terminal, full } = report;
  const { language, paint } = terminal;
  if (document.outage === null) return [];
  if (document.pathBack.length === 0)
    return [heading(report, texts.pathBack), `${' '.repeat(INDENT)}${texts.neverBack}`];
  const time = (step: { fromAt: string; at: string }): string =>
    `${isoTime(step.fromAt, true).slice(0, 11)} – ${dayOf(step.fromAt) === dayOf(step.at) ? isoTime(step.at, false).slice(0, 5) : isoTime(step.at, true).slice(0, 11)}`;
  const path = document.pathBack.map((step) => ({
    ...step,
    text: step.text + took(step, language),
  }));
  const further = furtherSteps(document).map((step) => ({
    ...step,
    text: step.text + took(step, language),
  }));
  const off = document.offPath
    .filter(({ slackSeconds }) => slackSeconds > 0)
    .map((step) => ({
      ...step,
      text: `${step.text}: ${texts.slack(formatDuration(step.slackSeconds, language))}`,
    }));
  return [
    heading(report, texts.pathBack),
    ...limited(
      report,
      sentences(report, path, (step) => time(step as (typeof path)[number]), false),
      full ? path.length : PATH_SHOWN,
      2,
    ),
    ...(off.length === 0 ? [] : ['', `${' '.repeat(INDENT)}${paint.dim(texts.offPath)}`]),
    ...limited(
      report,
      sentences(report, off, (step) => time(step as (typeof off)[number]), false),
      full ? off.length : SLACK_SHOWN,
      0,
    ),
    ...(further.length === 0 ? [] : ['', heading(report, texts.pathToFull)]),
    ...limited(
      report,
      sentences(report, further, (step) => time(step as (typeof path)[number]), false),
      full ? further.length : PATH_SHOWN,
      2,
    ),
  ];
}

function hours(report: ExplainReport): string[] {
  const { document, texts, terminal } = report;
  const { language, paint } = terminal;
  const name = textIn(document.name, language, document.service);
  const rows = (
    [
      [texts.ofService(name), document.userHours.service],
      [texts.ofAll, document.userHours.all],
    ] as const
  ).flatMap(([title, of]) => {
    if (of.lost < 0.5) return [];
    const roots = [
      ...of.roots.map(({ text, line, userHours }) => ({ text, line, userHours })),
      ...(of.shared.userHours > 0
        ? [{ text: `${texts.shared} (${of.shared.roots.join(', ')})`, line: null, userHours: of.shared.userHours }]
        : []),
    ].filter(({ userHours }) => userHours >= 0.5);
    return [
      `${' '.repeat(INDENT)}${padStart(formatCount(of.lost, language), 9)}  ${title}`,
      ...roots.map(({ text, line, userHours }) => {
        const left = `${' '.repeat(INDENT)}${padStart(formatCount(userHours, language), 9)}    ${text}`;
        return line === null
          ? left
          : `${padEnd(left, WIDTH - widthOf(placeIn(report.file, line)) - 2)}  ${paint.dim(placeIn(report.file, line))}`;
      }),
    ];
  });
  return rows.length === 0 ? [] : [heading(report, texts.userHours), ...rows];
}

function foot({ request, document, terminal }: ExplainReport): string[] {
  return [`  ${terminal.paint.dim(explainCommandLine(request, document.service, document.at))}`];
}

/** Each as the lines that it takes: its number, its time, the sentence, what explains it, and its line in the file. */
function sentences(
  report: ExplainReport,
  steps: readonly Step[],
  time: ((step: Step) => string) | null,
  withCauses = time === null,
): string[][] {
  const { terminal } = report;
  const { paint, glyphs } = terminal;
  const times = steps.map((step) => time?.(step) ?? '');
  const timeWidth = Math.max(0, ...times.map(widthOf));
  const places = steps.map(({ line }) => (line === null ? '' : placeIn(report.file, line)));
  const room = WIDTH - Math.max(0, ...places.map((each) => widthOf(each) + 2));
  return steps.map((step, i) => {
    const lead = `${' '.repeat(INDENT)}${padStart(String(i + 1), 2)}  ${timeWidth > 0 ? `${padEnd(times[i], timeWidth)}  ` : ''}`;
    const arrow = glyphs === GLYPHS_ASCII ? '<-' : '←';
    const because =
      withCauses && step.causes.length > 0 ? ` ${arrow} ${step.causes.map((cause) => cause + 1).join(', ')}` : '';
    return wrap(`${step.text}${because}`, room - widthOf(lead)).map((line, k) => {
      if (k > 0) return ' '.repeat(widthOf(lead)) + line;
      return places[i] === '' ? lead + line : `${padEnd(lead + line, room)}  ${paint.dim(places[i])}`;
    });
  });
}

/** The first ones and the last ones; how many are left out between them is said. */
function limited(report: ExplainReport, all: readonly string[][], shown: number, last: number): string[] {
  const { terminal, texts } = report;
  if (all.length <= shown) return all.flat();
  const hidden = all.length - shown;
  const note = `${' '.repeat(INDENT)}    ${terminal.paint.dim(`${terminal.glyphs.ellipsis} ${texts.more(hidden)}`)}`;
  return [...all.slice(0, shown - last).flat(), note, ...(last > 0 ? all.slice(-last).flat() : [])];
}
