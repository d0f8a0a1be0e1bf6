/** When the steps of the explanation that is lit happened: numbered lines over the chart; near ones share a number. */
import type { LitStep } from '../library.js';
import { plotWidth, timeToX } from '../state/chart-room.js';
import { lit } from '../state/explaining.js';

const NEAR = 16;

interface Mark {
  readonly x: number;
  readonly first: number;
  readonly last: number;
}

export function PathMarks() {
  const x = timeToX.value;
  const marks = markOf(lit.value, x).filter((mark) => mark.x >= -1 && mark.x <= plotWidth.value + 1);
  return (
    <>
      {marks.map(({ x: at, first, last }) => (
        <div key={first} class="path-mark" style={{ transform: `translateX(${at.toFixed(1)}px)` }} aria-hidden="true">
          <span>{first === last ? first : `${first}–${last}`}</span>
        </div>
      ))}
    </>
  );
}

function markOf(steps: readonly LitStep[], x: (time: number) => number): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { number, time } of [...steps].sort((a, b) => a.time - b.time || a.number - b.number)) {
    const at = x(time);
    const near = marks.at(-1);
    if (near === undefined || at - near.x > NEAR) marks.push({ x: at, first: number, last: number });
    else
      marks[marks.length - 1] = { x: near.x, first: Math.min(near.first, number), last: Math.max(near.last, number) };
  }
  return marks;
}
