/** The services that cost people most, each with a bar of its states over time. */
import { CAUSE_WORDS, formatCount, formatDuration, STATE_WORDS, type Summary, textIn } from '../../index.js';
import { columns } from '../output/columns.js';
import { WIDTH } from '../output/terminal.js';
import { cut, widthOf } from '../output/width.js';
import { heading, INDENT, type RunReport, type Section } from './report.js';

type Worst = Summary['worst'][number];
type State = Worst['strip']['worst'][number];

const SHOWN = 8;
/** The cause has at most this share of what the other columns leave to it and the name. */
const CAUSE_SHARE = 0.45;
const GAP = 2;
/** A cell that was bad for less than this share of its time is drawn small: ten seconds do not colour a day. */
const MOSTLY = 0.5;
const LEGEND: readonly State[] = ['down', 'recovering', 'overloaded', 'degraded', 'warming'];

export const worstServices: Section = (report) => {
  const { summary, terminal, texts, full } = report;
  const { glyphs, paint } = terminal;
  if (summary.worst.length === 0) return [heading(report, texts.worst, texts.nothingFailed)];
  const shown = full ? summary.worst : summary.worst.slice(0, SHOWN);
  const head = ['', texts.overTime, texts.down, texts.notUp, texts.lost, texts.cause];
  const lines = columns(fitted([head, ...shown.map((worst) => row(report, worst))], glyphs.ellipsis), {
    align: ['left', 'left', 'right', 'right', 'right', 'left'],
    indent: INDENT,
    gap: GAP,
  });
  const hidden = summary.worst.length - shown.length;
  const indent = ' '.repeat(INDENT);
  return [
    heading(report, texts.worst),
    ...lines,
    ...(hidden > 0 ? [`${indent}${paint.dim(`${glyphs.ellipsis} ${texts.more(hidden)}`)}`] : []),
    `${indent}${paint.dim(legend(report, shown))}`,
  ];
};

/** Names and causes cut to what the numbers leave of a line. */
function fitted(rows: readonly (readonly string[])[], ellipsis: string): string[][] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => widthOf(cells[column]))));
  const last = widths.length - 1;
  const numbers = widths.slice(1, last).reduce((sum, width) => sum + width, 0);
  const room = WIDTH - INDENT - numbers - GAP * last;
  const cause = Math.min(widths[last], Math.max(Math.floor(room * CAUSE_SHARE), room - widths[0]));
  return rows.map(([name, ...cells]) => [
    cut(name, room - cause, ellipsis),
    ...cells.slice(0, -1),
    cut(cells[cells.length - 1], cause, ellipsis),
  ]);
}

function row(report: RunReport, worst: Worst): string[] {
  const { terminal, document } = report;
  const { language } = terminal;
  const { result } = worst;
  const time = (seconds: number): string => (seconds > 0 ? formatDuration(seconds, language) : '–');
  const lost = result.userHoursLost > 0 ? formatCount(result.userHoursLost, language) : '–';
  return [
    textIn(worst.name, language, worst.id),
    strip(report, worst),
    time(result.downtimeSeconds),
    time(result.notUpSeconds),
    document.totals.userHoursLost > 0 ? lost : '',
    causeText(report, worst),
  ];
}

function strip({ terminal }: RunReport, { strip }: Worst): string {
  const { glyphs, paint } = terminal;
  const colours: Readonly<Record<State, (text: string) => string>> = {
    up: paint.dim,
    standby: paint.dim,
    degraded: paint.yellow,
    overloaded: paint.red,
    down: paint.bold,
    recovering: paint.blue,
    warming: paint.blue,
  };
  return strip.worst
    .map((state, i) => {
      const bad = strip.notUp[i];
      if (bad <= 0) return paint.dim(glyphs.cells.up);
      return colours[state](bad < MOSTLY ? glyphs.briefly : glyphs.cells[state]);
    })
    .join('');
}

function causeText({ terminal, scenario }: RunReport, { cause }: Worst): string {
  const { glyphs, language } = terminal;
  const word = CAUSE_WORDS[cause.cause][language];
  if (cause.of === null) return word;
  const known = [...scenario.services, ...scenario.sites].find(({ id }) => id === cause.of);
  const name = textIn(known?.name, language, cause.of);
  return cause.cause === 'dependency' ? `${glyphs.blocked} ${name}` : `${word} ${name}`;
}

/** Only of what is seen above. */
function legend({ terminal, texts }: RunReport, shown: readonly Worst[]): string {
  const { glyphs, language } = terminal;
  const mostly = new Set<State>();
  let briefly = false;
  for (const { strip } of shown) {
    strip.worst.forEach((state, i) => {
      if (strip.notUp[i] >= MOSTLY) mostly.add(state);
      else if (strip.notUp[i] > 0) briefly = true;
    });
  }
  const states = LEGEND.filter((state) => mostly.has(state)).map(
    (state) => `${glyphs.cells[state]} ${STATE_WORDS[state][language]}`,
  );
  return [...states, ...(briefly ? [`${glyphs.briefly} ${texts.briefly}`] : [])].join('   ');
}
