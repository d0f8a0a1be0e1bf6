/**
 * What comes one after another, kept up to a number: when there is no more room, of what was kept every second is forgotten, and from
 * then on every second, fourth, eighth, ... is kept.
 *
 * Of runs with seeds 1, 2, 3, ... that is a fair sample, for no seed knows of another; and the same one whoever made the runs.
 */
export interface Thinned<Item> {
  /** Given up to `most`, all; else between half of `most` and `most`. */
  readonly items: readonly Item[];
  add(item: Item): void;
}

/** @param most >= 2 */
export function thinned<Item>(most: number): Thinned<Item> {
  let items: Item[] = [];
  let stride = 1;
  let seen = 0;
  return {
    get items() {
      return items;
    },
    add(item) {
      const isKept = seen % stride === 0;
      seen++;
      if (!isKept) return;
      if (items.length < most) {
        items.push(item);
        return;
      }
      items = items.filter((_, place) => place % 2 === 0);
      stride *= 2;
      // It is the next of the wider stride where the number of those before it is one.
      if ((seen - 1) % stride === 0) items.push(item);
    },
  };
}
