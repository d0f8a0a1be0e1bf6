/** The rates of a MiSim experiment, as LIMBO writes them: seconds and requests a second, without a line of names. */

import type { ImportKind } from '../import-kind.js';
import { MOST_RATE, numberFrom } from '../reading/tree-access.js';

export const misimLoad: ImportKind = {
  name: 'misim-load',
  title: 'rates of a MiSim experiment',
  syntax: 'table',
  expects: 'two columns of numbers: seconds, requests a second',
  recognises: (content) =>
    content.syntax === 'table' &&
    content.rows.length > 0 &&
    content.rows
      .slice(0, 5)
      .every(({ cells }) => cells.length === 2 && cells.every((cell) => cell !== '' && !Number.isNaN(Number(cell)))),
  read({ content }, system, problems) {
    if (content.syntax !== 'table') return;
    for (const { cells, at } of content.rows) {
      const [time, rate] = cells;
      const seconds = numberFrom(time ?? '', at, 'the time', problems, { most: 1e9 });
      const perSecond = numberFrom(rate ?? '', at, 'the rate', problems, { most: MOST_RATE });
      if (seconds !== null && perSecond !== null) system.rates.push([seconds, perSecond]);
    }
  },
};
