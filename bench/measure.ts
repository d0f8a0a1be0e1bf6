/** What every benchmark shares: timing by turns, and a table. */

/** One thing to measure: does `count` operations. What it returns is kept, so that no compiler can drop the work. */
export type Work = (count: number) => number;

export interface Measured {
  readonly name: string;
  /** Nanoseconds an operation, the best of the rounds: what disturbs a measurement only ever makes it slower. */
  readonly nanoseconds: number;
}

let kept = 0;

/** Measures each by turns, so that a slow moment of the machine hits all of them; after a warm-up round. */
export function measure(works: Readonly<Record<string, Work>>, count: number, rounds = 7): Measured[] {
  const best = new Map(Object.keys(works).map((name) => [name, Number.POSITIVE_INFINITY]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now();
      kept += work(count);
      const nanoseconds = ((performance.now() - start) * 1e6) / count;
      if (round > 0) best.set(name, Math.min(best.get(name) as number, nanoseconds));
    }
  }
  if (Number.isNaN(kept)) throw new Error('a benchmark computed NaN');
  return [...best].map(([name, nanoseconds]) => ({ name, nanoseconds }));
}

/** Prints rows of equal length under a title, the first column to the left, the others to the right. */
export function table(title: string, rows: readonly (readonly string[])[]): void {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  console.log(`\n${title}`);
  for (const row of rows) {
    console.log(`  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')}`);
  }
}

/** Million operations a second. */
export function millions(nanoseconds: number): string {
  return (1000 / nanoseconds).toFixed(2);
}
