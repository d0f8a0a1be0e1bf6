/**
 * Lowers a loss one parameter after another over a fixed grid, with a stated budget.
 *
 * Round after round each parameter tries every step of its grid while the others stay; it takes the lowest, and stays
 * where it is when none is lower, so that nothing moves without reason. Ends with the budget, or after a round in which
 * nothing moved. Left out: moves of two parameters at once, so it may end beside the best point of the grid.
 */
export interface SearchOptions {
  /** Steps of each parameter's grid. */
  readonly steps: readonly number[];
  /** By parameter, an index into its steps. */
  readonly start: readonly number[];
  /** Points tried at most; a point tried before costs nothing. */
  readonly budget: number;
}

export interface Found {
  readonly point: readonly number[];
  readonly loss: number;
  readonly tried: number;
}

export function coordinateSearch(lossAt: (point: readonly number[]) => number, options: SearchOptions): Found {
  const known = new Map<string, number>();
  const left = (): number => options.budget - known.size;
  const ask = (point: readonly number[]): number => {
    const key = point.join();
    let loss = known.get(key);
    if (loss === undefined) {
      loss = lossAt(point);
      known.set(key, loss);
    }
    return loss;
  };
  let point = options.start;
  let loss = ask(point);
  for (let moved = true; moved; ) {
    moved = false;
    for (const [parameter, steps] of options.steps.entries()) {
      const from = point;
      for (let step = 0; step < steps; step++) {
        const next = from.with(parameter, step);
        if (left() <= 0 && !known.has(next.join())) return { point, loss, tried: known.size };
        const found = ask(next);
        if (found >= loss) continue;
        point = next;
        loss = found;
        moved = true;
      }
    }
  }
  return { point, loss, tried: known.size };
}
