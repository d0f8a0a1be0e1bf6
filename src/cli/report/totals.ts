/** The numbers of the whole run; what is unknown or nothing is left out. */
import { formatCount, formatDuration, formatShare } from '../../index.js';
import { columns } from '../output/columns.js';
import { heading, INDENT, type Section } from './report.js';

export const totals: Section = (report) => {
  const { document, summary, terminal, texts } = report;
  const { language, paint } = terminal;
  const { totals: all, stability } = document;
  const { money } = all;
  const count = (value: number | null): string | null =>
    value === null || value === 0 ? null : formatCount(value, language);
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
    [texts.servicesEverDown, texts.ofAll(all.servicesEverDown, summary.counts.all), ''],
    [texts.usersLeft, count(all.usersLeft), ''],
    [texts.writesLost, count(all.writesLost), ''],
    [texts.manualSteps, count(all.manualSteps), ''],
    [texts.revenueLost, price(money.revenue), ''],
    [texts.cost, price(all.cost), ''],
    [texts.stability, texts.stabilities[stability], ''],
  ];
  const shown = rows.filter((row): row is [string, string, string] => row[1] !== null);
  return [
    heading(report, texts.totals),
    ...columns(
      shown.map(([name, value, note]) => [name, value, paint.dim(note)]),
      { align: ['left', 'left', 'left'], indent: INDENT },
    ),
  ];
};
