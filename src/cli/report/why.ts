/** Why the worst service went down: the chain of events from its roots, each with its line in the scenario. */
import { formatDuration, type Step, textIn } from '../../index.js';
import { WIDTH } from '../output/terminal.js';
import { padEnd, padStart, widthOf, wrap } from '../output/width.js';
import { type Explanation, heading, INDENT, type RunReport, type Section } from './report.js';
import { clock, dayOf } from './times.js';

/** The last steps of a longer chain tell most. */
const SHOWN = 12;

export const why: Section = (report) =>
  report.why
    .map((explanation) => explain(report, explanation))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));

function explain(report: RunReport, { service, steps }: Explanation): string[] {
  if (steps.length === 0) return [];
  const { terminal, texts, full } = report;
  const { language, paint, glyphs } = terminal;
  const seconds = service.result.downtimeSeconds > 0 ? service.result.downtimeSeconds : service.result.notUpSeconds;
  const title = texts.wentDown(textIn(service.name, language, service.id), formatDuration(seconds, language));
  const shown = full || steps.length <= SHOWN ? steps : steps.slice(-SHOWN);
  const hidden = steps.length - shown.length;
  const day = new Set(shown.map(({ at }) => dayOf(at))).size > 1;
  return [
    heading(report, texts.why, title),
    ...(hidden > 0 ? [`${' '.repeat(INDENT)}${paint.dim(`${glyphs.ellipsis} ${texts.moreSteps(hidden)}`)}`] : []),
    ...shown.flatMap((step, i) => stepLines(report, step, hidden + i + 1, day)),
  ];
}

function stepLines({ scenario, terminal }: RunReport, step: Step, number: number, day: boolean): string[] {
  const { paint } = terminal;
  const lead = `${' '.repeat(INDENT)}${padStart(String(number), 2)}  ${clock(step.at, day)}  `;
  const place = step.line === null ? '' : `${fileName(scenario.file)}:${step.line}`;
  const room = WIDTH - lead.length;
  const lines = wrap(step.text, room);
  const last = lines[lines.length - 1] ?? '';
  const texts = lines.map((line, i) => (i === 0 ? lead : ' '.repeat(lead.length)) + line);
  if (place === '') return texts;
  if (widthOf(last) + 2 + widthOf(place) <= room) {
    const width = WIDTH - widthOf(place);
    texts[texts.length - 1] = padEnd(texts[texts.length - 1], width) + paint.dim(place);
    return texts;
  }
  return [...texts, paint.dim(padStart(place, WIDTH))];
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
