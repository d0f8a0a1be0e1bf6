/** A contingency for people: the expectations first, then a matrix of cases and layouts, then what nobody would expect. */
import {
  type ContingencyCase,
  type ContingencyDocument,
  type ContingencyLayout,
  type FailureKind,
  formatCount,
  formatDuration,
  formatShare,
  isoClock,
  isoInstant,
  namesOf,
  type Scenario,
  textIn,
} from '../../../index.js';
import { columns } from '../../output/columns.js';
import { asciiSigns, GLYPHS_ASCII } from '../../output/glyphs.js';
import { printableDeep } from '../../output/printable.js';
import { type Terminal, WIDTH } from '../../output/terminal.js';
import { cut, wrap } from '../../output/width.js';
import { type ContingencyTexts, contingencyTextsIn } from './contingency-texts.js';

export interface ContingencyReport {
  readonly document: ContingencyDocument;
  readonly layouts: readonly Scenario[];
  /** The command that repeats it. */
  readonly again: string;
  readonly full: boolean;
  readonly terminal: Terminal;
}

interface Told extends Omit<ContingencyReport, 'layouts'> {
  readonly texts: ContingencyTexts;
  /** Of one case, in words: `North a + Login`. */
  readonly failure: (of: Pick<ContingencyCase, 'failed' | 'kinds'>) => string;
  readonly service: (id: string) => string;
}

const INDENT = '    ';
const SHOWN = 20;
const SURPRISES_SHOWN = 12;
const NAMES_SHOWN = 3;
const LONGEST_NAME = 40;

export function contingencyReport({ layouts, ...given }: ContingencyReport): string {
  const { terminal, document } = given;
  const { language, glyphs, paint } = terminal;
  const safe = <Data>(data: Data): Data => printableDeep(data, glyphs === GLYPHS_ASCII ? asciiSigns : undefined);
  const [scenario] = layouts;
  const { start } = scenario;
  const names = namesOf(scenario, language);
  const journeys = new Set(scenario.journeys.map(({ id }) => id));
  const report: Told = {
    ...given,
    document: safe(document),
    texts: safe(contingencyTextsIn(language)),
    failure: ({ failed, kinds }) =>
      safe(failed.map((id, i) => names({ kind: kinds[i], id, of: [], path: '' })).join(' + ')),
    service: (id) => safe(names({ kind: journeys.has(id) ? 'journey' : 'service', id, of: [], path: '' })),
  };
  const { texts } = report;
  const [{ failsAtSeconds }] = document.layouts;
  const dot = ` ${glyphs.dot} `;
  const facts = [
    document.scenario.id,
    document.layouts.map(({ id }) => id).join(', '),
    `${texts.seed} ${document.seed}`,
    texts.cases(document.done),
    texts.at(isoClock(isoInstant(start.epochMilliseconds + failsAtSeconds * 1000, start.offsetMinutes))),
  ].join(dot);
  const sections = [
    [
      `  ${paint.bold(cut(safe(textIn(scenario.title, language, scenario.id)), WIDTH - 2, glyphs.ellipsis))}`,
      ...wrap(safe(facts), WIDTH - 2).map((line) => `  ${paint.dim(line)}`),
      ...(document.partial ? [`  ${paint.bold(paint.yellow(texts.partial(document.done, document.asked)))}`] : []),
    ],
    expectations(report),
    matrix(report),
    surprises(report),
    closing(report),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function heading({ terminal }: Told, title: string, more = ''): string {
  const { paint, glyphs } = terminal;
  return `  ${paint.bold(`${glyphs.section} ${title}`)}${more === '' ? '' : paint.dim(`  ${more}`)}`;
}

function expectations(report: Told): string[] {
  const { document, terminal, texts } = report;
  const { glyphs, paint } = terminal;
  const marks = { met: paint.green, failed: paint.red, inconclusive: paint.yellow };
  const lines = document.layouts.flatMap(({ id, expectations: all }) =>
    all.flatMap(({ name, verdict, because }) => [
      `${INDENT}${marks[verdict](glyphs[verdict])}  ${cut(`${name} (${id})`, WIDTH - 10, glyphs.ellipsis)}`,
      ...wrap(because, WIDTH - 8).map((line) => `${INDENT}   ${paint.dim(line)}`),
    ]),
  );
  return lines.length === 0 ? [] : [heading(report, texts.expectations), ...lines];
}

/** Rows are what fails, worst over all layouts first; columns are layouts. */
function matrix(report: Told): string[] {
  const { document, texts, terminal, full, failure, service } = report;
  const { language, paint, glyphs } = terminal;
  const rows = new Map<string, ContingencyCase[]>();
  for (const each of document.cases) {
    const key = `${each.kinds.join(' ')} ${each.failed.join(' ')}`;
    rows.set(key, [...(rows.get(key) ?? []), each]);
  }
  const worst = (cases: readonly ContingencyCase[]): number => Math.max(...cases.map((each) => each.userHoursLost));
  const ordered = [...rows.values()].sort((a, b) => worst(b) - worst(a));
  const telling = ordered.filter((cases) =>
    cases.some((each) => each.userHoursLost > 0 || each.down > 0 || each.verdict === 'failed'),
  );
  const shown = full ? ordered : telling.slice(0, SHOWN);
  const single = document.layouts.length === 1;
  const mark = ({ verdict }: ContingencyCase): string => (verdict === null ? '' : glyphs[verdict]);
  const lost = (each: ContingencyCase): string =>
    each.userHoursLost > 0 ? formatCount(each.userHoursLost, language) : '–';
  const head = single
    ? ['', '', texts.lost, '', texts.down, texts.longest]
    : ['', '', ...document.layouts.flatMap(({ id }) => [cut(id, 16, glyphs.ellipsis), ''])];
  const cells = shown.map((cases) => {
    const [first] = cases;
    const lead = [
      cut(failure(first), LONGEST_NAME, glyphs.ellipsis),
      paint.dim([...new Set(first.kinds)].map((kind) => texts.kind[kind]).join('+')),
    ];
    if (!single)
      return [
        ...lead,
        ...document.layouts.flatMap(({ id }) => {
          const of = cases.find(({ layout }) => layout === id);
          return of === undefined ? ['', ''] : [lost(of), mark(of)];
        }),
      ];
    const longest = first.worst[0];
    const text =
      longest === undefined ? '' : `${formatDuration(longest.downtimeSeconds, language)} ${service(longest.id)}`;
    return [...lead, lost(first), mark(first), String(first.down), cut(text, 30, glyphs.ellipsis)];
  });
  const align = single
    ? (['left', 'left', 'right', 'left', 'right', 'left'] as const)
    : (['left', 'left', ...document.layouts.flatMap(() => ['right', 'left'] as const)] as const);
  const harmless = ordered.length - telling.length;
  return [
    heading(report, texts.heading, texts.worstFirst),
    ...columns([head, ...cells], { align, indent: INDENT.length }),
    ...(!full && telling.length > shown.length
      ? [`${INDENT}${paint.dim(`${glyphs.ellipsis} ${texts.more(telling.length - shown.length)}`)}`]
      : []),
    ...(!full && harmless > 0 ? [`${INDENT}${paint.dim(texts.harmless(harmless))}`] : []),
    `${INDENT}${paint.dim(texts.legend(glyphs.met, glyphs.failed, glyphs.inconclusive))}`,
    ...partsCostMore(report),
    ...document.layouts.flatMap((layout) => pairs(report, layout)),
  ];
}

/** The same for several layouts is said once. */
function partsCostMore({ document, texts, terminal, failure, service }: Told): string[] {
  const name = (kind: FailureKind, id: string): string => failure({ kinds: [kind], failed: [id] });
  const sentences = document.partsCostMore.map(({ zone, site, services }) =>
    texts.partCostsMore(name('zone', zone), name('site', site), services.map(service).join(', ')),
  );
  return [...new Set(sentences)]
    .flatMap((line) => wrap(line, WIDTH - INDENT.length))
    .map((line) => `${INDENT}${terminal.paint.dim(line)}`);
}

function pairs({ texts, terminal }: Told, { pairs: run }: ContingencyLayout): string[] {
  const { language, paint } = terminal;
  if (run.how !== 'some') return [];
  const lines = [texts.pairsSome(run.possible, run.picked, run.drawn)];
  if (run.worstDrawnUserHours !== null && run.shareWorseAtMost !== null)
    lines.push(
      texts.pairsBound(formatCount(run.worstDrawnUserHours, language), formatShare(run.shareWorseAtMost, language)),
    );
  return lines.flatMap((line) => wrap(line, WIDTH - INDENT.length)).map((line) => `${INDENT}${paint.dim(line)}`);
}

function surprises(report: Told): string[] {
  const { document, texts, terminal, full, failure, service } = report;
  const { glyphs, paint, language } = terminal;
  const all = document.cases.filter(({ unexpected }) => unexpected.length > 0);
  if (all.length === 0)
    return [
      heading(report, texts.unexpected),
      ...wrap(texts.nothingUnexpected, WIDTH - 4).map((line) => INDENT + line),
    ];
  const shown = full ? all : all.slice(0, SURPRISES_SHOWN);
  const lines = shown.flatMap((each) => {
    const names = full ? each.unexpected : each.unexpected.slice(0, NAMES_SHOWN);
    const more = each.unexpected.length - names.length;
    const told = names.map(
      ({ id, downtimeSeconds }) => `${service(id)} (${formatDuration(downtimeSeconds, language)})`,
    );
    const layout = document.layouts.length > 1 ? ` (${each.layout})` : '';
    const text = `${texts.with(failure(each))}${layout}: ${told.join(', ')}${more > 0 ? ` ${texts.moreNames(more)}` : ''}`;
    return wrap(text, WIDTH - INDENT.length - 2).map((line, i) => `${INDENT}${i === 0 ? '' : '  '}${line}`);
  });
  return [
    heading(report, texts.unexpected, texts.unexpectedMeans),
    ...lines,
    ...(shown.length < all.length
      ? [`${INDENT}${paint.dim(`${glyphs.ellipsis} ${texts.more(all.length - shown.length)}`)}`]
      : []),
  ];
}

function closing({ document, texts, terminal, again }: Told): string[] {
  const { paint } = terminal;
  const failed = document.cases.filter(({ verdict }) => verdict === 'failed').length;
  const judged = document.cases.some(({ verdict }) => verdict !== null);
  const verdict = texts.failed(failed, document.cases.length);
  return [
    ...(judged ? [`  ${paint.bold(failed > 0 ? paint.red(verdict) : paint.green(verdict))}`] : []),
    `  ${texts.again}  ${paint.dim(again)}`,
  ];
}
