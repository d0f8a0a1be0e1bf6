/** What a full queue remembers: who was refused comes back too soon, who was served finds the room that was left. */
import { expect, test } from 'vitest';
import { tenCalls } from '../support/model-systems.js';
import { observe } from '../support/observation.js';

// 150/s make ten calls in a row at a store of 1,000/s. Only the first of the ten meets the queue as others left it: let in
// with chance A, it is followed by nine that each find the room of the answer before. 150 x 10 A = 1,000, so A = 2/3, and
// who gets in at all gets all ten: success 2/3, where ten independent calls would give (2/3)^10 = 0.017.
// To 2 %: a closed form.
test('of ten calls in a row only the first is refused, so two of three requests at 1.5 times the capacity succeed', () => {
  const seen = observe('fluid', tenCalls());
  expect(Math.abs(seen.success('web', 60, 170) / (2 / 3) - 1)).toBeLessThan(0.02);
  // 50 of 150 first calls a second are refused, and none of the 9 x 100 that follow.
  expect(Math.abs(seen.refused('store@here', 60, 170) / 50 - 1)).toBeLessThan(0.02);
});
