/** Values of a sweep at which something is so, neighbours as one piece: `10s – 50s, 90s`. */

/** @param values in their order @param isSo of the place of a value */
export function heldAt(values: readonly string[], isSo: (place: number) => boolean): string {
  const pieces: [from: number, to: number][] = [];
  for (let place = 0; place < values.length; place++) {
    if (!isSo(place)) continue;
    const last = pieces.at(-1);
    if (last !== undefined && last[1] === place - 1) last[1] = place;
    else pieces.push([place, place]);
  }
  return pieces
    .map(([from, to]) => {
      if (from === to) return values[from];
      return `${values[from]}${to === from + 1 ? ',' : ' –'} ${values[to]}`;
    })
    .join(', ');
}
