/** Why the worst service went down: the chain of events from its roots, each with its line in the scenario. */
import { dayOf, formatDuration, isoTime, type Step, textIn } from '../../index.js';
import { type Language, WIDTH } from '../output/terminal.js';
import { padEnd, padStart, widthOf, wrap } from '../output/width.js';
import { type Explanation, heading, INDENT, type RunReport, type Section } from './report.js';
import type { Texts } from './texts.js';

/** The last steps of a longer chain tell most. */
const SHOWN = 12;
const LONGEST_NAME = 30;

export const why: Section = (report) =>
  report.why
    .map((explanation) => explain(report, explanation))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));

function explain(report: RunReport, { service, steps }: Explanation): string[] {
  if (steps.length === 0) return [];
  const { terminal, texts, full, scenario } = report;
  const { language, paint, glyphs } = terminal;
  const shown = full || steps.length <= SHOWN ? steps : steps.slice(-SHOWN);
  const hidden = steps.length - shown.length;
  const day = new Set(shown.map(({ at }) => dayOf(at))).size > 1;
  const places = shown.map(({ line }) => (line === null ? '' : `${fileName(scenario.file)}:${line}`));
  const room = WIDTH - Math.max(...places.map((place) => widthOf(place) + 2));
  return [
    heading(report, texts.why, title(service, texts, language)),
    ...(hidden > 0 ? [`${' '.repeat(INDENT)}${paint.dim(`${glyphs.ellipsis} ${texts.moreSteps(hidden)}`)}`] : []),
    ...shown.flatMap((step, i) => {
      const [first, ...rest] = stepLines(step, hidden + i + 1, day, room);
      return [places[i] === '' ? first : `${padEnd(first, room)}  ${paint.dim(places[i])}`, ...rest];
    }),
  ];
}

function title({ name, id, result }: Explanation['service'], texts: Texts, language: Language): string {
  const { downtimeSeconds, notUpSeconds } = result;
  const told = downtimeSeconds > 0 ? texts.wasDown : texts.wasNotUp;
  return told(
    textIn(name, language, id),
    formatDuration(downtimeSeconds > 0 ? downtimeSeconds : notUpSeconds, language),
  );
}

/** Number and clock before the sentence, whose further lines stand below its first. */
function stepLines(step: Step, number: number, day: boolean, width: number): string[] {
  const lead = `${' '.repeat(INDENT)}${padStart(String(number), 2)}  ${isoTime(step.at, day)}  `;
  return wrap(step.text, width - lead.length).map((line, i) => (i === 0 ? lead : ' '.repeat(lead.length)) + line);
}

/** The end of it, when it is long: that tells scenarios apart. */
function fileName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.length <= LONGEST_NAME ? name : name.slice(-LONGEST_NAME);
}
