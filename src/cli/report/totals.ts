/** The numbers of the whole run; what is unknown or nothing is left out. */
import { formatCount, formatDuration, formatShare, textIn } from '../../index.js';
import { columns } from '../output/columns.js';
import { cut } from '../output/width.js';
import { heading, INDENT, type RunReport, type Section } from './report.js';

/** Less than this of anything is printed as 0, which is nothing. */
const LEAST = 0.005;
const STUCK_WIDTH = 60;

export const totals: Section = (report) => {
  const { document, terminal, texts } = report;
  const { language, paint } = terminal;
  const { totals: all, stability } = document;
  const { money } = all;
  const count = (value: number | null): string | null =>
    value === null || value < LEAST ? null : formatCount(value, language);
  const after = (seconds: number | null): string | null =>
    seconds === null ? texts.never : seconds === 0 ? null : formatDuration(seconds, language);
  const price = (value: number | null): string | null => {
    const amount = count(value);
    return amount === null ? null : `${amount}${money.currency === null ? '' : ` ${money.currency}`}`;
  };
  const rows: [string, string | null, string][] = [
    [texts.userHoursLost, count(all.userHoursLost), texts.lowerBound],
    [texts.peakUsersAffected, count(all.peakUsersAffected), ''],
    [texts.served(formatShare(0.5, language)), after(all.served50AfterSeconds), ''],
    [texts.served(formatShare(0.95, language)), after(all.served95AfterSeconds), ''],
    [texts.requestsFailed, count(all.requestsFailed), ''],
    [texts.servicesEverDown, texts.ofAll(all.servicesEverDown, document.services.length), ''],
    [texts.usersLeft, count(all.usersLeft), ''],
    ...document.substitutes.map(({ id, name, went, peakUsers, stayed }): [string, string | null, string] => [
      texts.leftFor(textIn(name, language, id)),
      count(went),
      texts.leftAndStayed(formatCount(peakUsers, language), formatCount(stayed, language)),
    ]),
    [texts.workBounced, count(all.workBounced), ''],
    [texts.writesLost, count(all.writesLost), ''],
    [texts.recoveryPoint, after(all.recoveryPointSeconds ?? 0), ''],
    [texts.writesToMerge, count(all.writesToMerge), ''],
    [texts.manualSteps, count(all.manualSteps), ''],
    [texts.revenueLost, price(money.revenue), ''],
    [texts.restoration, price(money.restoration), ''],
    [texts.credits, price(money.credits), ''],
    [texts.merchants, price(money.merchants), ''],
    [texts.uncovered, price(money.uncovered), uncoveredNote(report)],
    [texts.cost, price(all.cost), ''],
    [texts.stability, texts.stabilities[stability], ''],
    ['', stuckText(report), ''],
  ];
  const shown = rows.filter((row): row is [string, string, string] => row[1] !== null);
  return [
    heading(report, texts.totals),
    ...columns(
      shown.map(([name, value, note]) => [name, note === '' ? value : `${value}  ${paint.dim(`(${note})`)}`]),
      { align: ['left', 'left'], indent: INDENT },
    ),
  ];
};

/** What the losses that no terms pay are made of. */
function uncoveredNote({ document, terminal, texts }: RunReport): string {
  const parts = document.totals.money.uncoveredBy;
  if (parts === null) return '';
  const amount = (value: number): string => formatCount(value, terminal.language);
  return texts.uncoveredBy(amount(parts.indirect), amount(parts.forceMajeure), amount(parts.limits));
}

/** The services that stayed bad in the run that decided on the stability. */
function stuckText({ document, scenario, terminal, texts, full }: RunReport): string | null {
  const { stuck } = document.stabilityEvidence;
  if (stuck.length === 0) return null;
  const all = [...scenario.services, ...scenario.journeys];
  const names = stuck.map(({ id }) => textIn(all.find((each) => each.id === id)?.name, terminal.language, id));
  const text = texts.stuck(names.join(', '));
  return full ? text : cut(text, STUCK_WIDTH, terminal.glyphs.ellipsis);
}
