/** Something that has lines: the file, or the `--set` arguments one a line. */
export interface Source {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A place on one line of a source. Lines and columns count from 1 (UTF-16 units); `endColumn` is just after it. */
export interface Span {
  readonly source: Source;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** Turns offsets of a text into places. Lines end at `\n`; a `\r` before it is not part of the line. */
export interface Positions {
  readonly source: Source;
  at(start: number, end: number): Span;
}

export function positionsOf(name: string, text: string): Positions {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const source: Source = { name, lines };
  return {
    source,
    at(start, end) {
      const index = lineOf(starts, start);
      const column = start - starts[index] + 1;
      const lineEnd = lines[index].length + 1;
      return {
        source,
        line: index + 1,
        column,
        endColumn: Math.max(column + 1, Math.min(end - starts[index] + 1, lineEnd)),
      };
    },
  };
}

/** The last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
