/** The words of explanations: when a day is told, and when not. */
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../src/results/binding/say.js';
import { reading, scenario } from './synthetic.js';

const HOUR = 3600e6;
// The run starts on 15 October at 15:19.
const all = scenario();
const { view } = reading(all, {}, {}, () => undefined);
const at = (hours: number, language: 'en' | 'ko' = 'en') => sayIn(all, view, language, hours * HOUR);

describe('a span of time', () => {
  it('has no days when both ends are of the day that is asked about', () => {
    expect(at(2).span(1 * HOUR, 3 * HOUR)).toBe('from 16:19 to 18:19');
  });

  it('has the day of an end that is on another day', () => {
    expect(at(2).span(1 * HOUR, 14 * HOUR)).toBe('from 16:19 to 16 Oct 05:19');
  });

  it('has both days when it began on another: the end would be read as on that day', () => {
    // Asked on the 16th, it ends on the 16th, and did not end on the 15th.
    expect(at(10).span(1 * HOUR, 14 * HOUR)).toBe('from 15 Oct 16:19 to 16 Oct 05:19');
    expect(at(10, 'ko').span(1 * HOUR, 14 * HOUR)).toBe('10월 15일 16:19부터 10월 16일 05:19까지');
  });

  it('tells the day once when both ends are of one other day', () => {
    expect(at(30).span(1 * HOUR, 2 * HOUR)).toBe('from 15 Oct 16:19 to 17:19');
  });

  it('may last to the end of the run', () => {
    expect(at(2).span(1 * HOUR, null)).toBe('from 16:19 to the end of the run');
    expect(at(2, 'ko').span(1 * HOUR, null)).toBe('16:19부터 실행 끝까지');
  });
});
