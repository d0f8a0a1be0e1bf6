import { expect, test } from 'vitest';
import { coordinateSearch } from '../../../validation/coordinate-search.js';

/** (x - 3)² + (y - 1)²: lowest at [3, 1], one coordinate at a time. */
const bowl = ([x, y]: readonly number[]): number => (x - 3) ** 2 + (y - 1) ** 2;
const steps = [5, 5];

test('finds the lowest point of a bowl and tries every point once', () => {
  let asked = 0;
  const found = coordinateSearch(
    (point) => {
      asked++;
      return bowl(point);
    },
    { steps, start: [0, 0], budget: 100 },
  );
  expect(found).toEqual({ point: [3, 1], loss: 0, tried: asked });
  // Round 1: five of x at y = 0, four more of y at x = 3. Round 2: at [3, 1] four more of x; those of y are known.
  expect(asked).toBe(13);
});

test('stays where it is when nothing is lower, for a move needs a reason', () => {
  expect(coordinateSearch(() => 1, { steps, start: [2, 4], budget: 100 })).toEqual({
    point: [2, 4],
    loss: 1,
    tried: 9,
  });
});

test('ends with its budget, with the best that it has seen', () => {
  // The start, then x = 1, 2 and 3: [3, 0] is the best of four.
  expect(coordinateSearch(bowl, { steps, start: [0, 0], budget: 4 })).toEqual({ point: [3, 0], loss: 1, tried: 4 });
});
