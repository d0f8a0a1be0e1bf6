/** Who is where, and the three prizes beside it: most robust, best value, best prophet. Several winners lower the heat. */
import type { EntryResult } from './play-challenge.js';

export interface Standings {
  /** Places of the entries by score, best first; those without a score last, as they came. */
  readonly order: readonly number[];
  /** By card: places of the entries, least loss first. */
  readonly byCard: readonly {
    readonly card: string;
    readonly order: readonly number[];
    /** One for each entry, from 1; equal losses have the same. Null: no score. */
    readonly places: readonly (number | null)[];
  }[];
  /**
   * Best worst card; most availability and recovery a point spent, since neither thrift nor foresight is bought, and whoever
   * spends nothing has nothing for it; foresight nearest. Null: nobody.
   */
  readonly mostRobust: number | null;
  readonly bestValue: number | null;
  readonly bestProphet: number | null;
}

export function standingsOf(entries: readonly EntryResult[]): Standings {
  const places = entries.map((_, i) => i);
  const scored = places.filter((i) => entries[i].score !== null);
  const by = (of: (entry: EntryResult) => number) => (a: number, b: number) => of(entries[b]) - of(entries[a]) || a - b;
  const order = [...scored].sort(by(({ score }) => score?.total ?? 0));
  const cards = entries.find(({ loss }) => loss !== null)?.loss?.cards ?? [];
  const best = (of: (entry: EntryResult) => number): number | null => [...scored].sort(by(of))[0] ?? null;
  return {
    order: [...order, ...places.filter((i) => entries[i].score === null)],
    byCard: cards.map(({ card }, at) => {
      const lost = (i: number): number => entries[i].loss?.cards[at].userHours ?? 0;
      const sorted = [...scored].sort(by(({ loss }) => -(loss?.cards[at].userHours ?? 0)));
      const placed = places.map((i) =>
        scored.includes(i) ? 1 + sorted.filter((other) => lost(other) < lost(i)).length : null,
      );
      return { card, order: sorted, places: placed };
    }),
    mostRobust: best(({ loss }) => -Math.max(...(loss?.cards.map(({ userHours }) => userHours) ?? [0]))),
    bestValue: scored.some((i) => spent(entries[i]) > 0)
      ? best((entry) => (spent(entry) > 0 ? bought(entry) / spent(entry) : Number.NEGATIVE_INFINITY))
      : null,
    bestProphet: scored.some((i) => (entries[i].score?.foresight ?? 0) > 0)
      ? best(({ score }) => score?.foresight ?? 0)
      : null,
  };
}

function spent({ loaded }: EntryResult): number {
  return loaded.price?.points ?? 0;
}

function bought({ score }: EntryResult): number {
  return (score?.availability ?? 0) + (score?.recovery ?? 0);
}
