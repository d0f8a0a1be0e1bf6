/** The services that cost people most, each with a bar of its states over time. */
import { CAUSE_WORDS, formatCount, formatDuration, STATE_WORDS, type Summary, textIn } from '../../index.js';
import { columns } from '../output/columns.js';
import { cut } from '../output/width.js';
import { heading, INDENT, type RunReport, type Section } from './report.js';

type Worst = Summary['worst'][number];
type State = Worst['strip']['worst'][number];

const SHOWN = 8;
const NAME_WIDTH = 22;
const CAUSE_WIDTH = 19;
/** A cell that was bad for less than this share of its time is drawn small: ten seconds do not colour a day. */
const MOSTLY = 0.5;
const LEGEND: readonly State[] = ['down', 'recovering', 'overloaded', 'degraded', 'warming'];

export const worstServices: Section = (report) => {
  const { summary, terminal, texts, full } = report;
  const { glyphs, paint } = terminal;
  if (summary.worst.length === 0) return [heading(report, texts.worst, texts.nothingFailed)];
  const shown = full ? summary.worst : summary.worst.slice(0, SHOWN);
  const head = ['', texts.overTime, texts.down, texts.notUp, texts.lost, texts.cause].map((cell) => paint.dim(cell));
  const lines = columns([head, ...shown.map((worst) => row(report, worst))], {
    align: ['left', 'left', 'right', 'right', 'right', 'left'],
    indent: INDENT,
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

function row(report: RunReport, worst: Worst): string[] {
  const { terminal, document } = report;
  const { language, glyphs } = terminal;
  const { result } = worst;
  const time = (seconds: number): string => (seconds > 0 ? formatDuration(seconds, language) : '–');
  const lost = result.userHoursLost > 0 ? formatCount(result.userHoursLost, language) : '–';
  return [
    cut(textIn(worst.name, language, worst.id), report.full ? 40 : NAME_WIDTH, glyphs.ellipsis),
    strip(report, worst),
    time(result.downtimeSeconds),
    time(result.notUpSeconds),
    document.totals.userHoursLost > 0 ? lost : '',
    cut(causeText(report, worst), CAUSE_WIDTH, glyphs.ellipsis),
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
