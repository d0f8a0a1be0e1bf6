import { describe, expect, it } from 'vitest';
import { becauseText, beforeSteps, shortBecause } from '../../../src/results/because-text.js';

const STEPS = ['North lost power', 'login lost 20 servers', 'login: up → down', 'cart: up → down', 'shop: up → down'];
const of = (steps: readonly string[], language: 'en' | 'ko' = 'en') => ({
  because: becauseText('shop: restored after 6 h, limit 1 h', steps, language),
  becauseSteps: steps,
});
const upTo = (most: number) => (text: string) => text.length <= most;

describe('the sentence of a verdict', () => {
  it('ends with its chain, and is the number alone without one', () => {
    expect(of(STEPS).because).toBe(
      'shop: restored after 6 h, limit 1 h, because North lost power → login lost 20 servers → login: up → down → cart: up → down → shop: up → down',
    );
    expect(of([]).because).toBe('shop: restored after 6 h, limit 1 h');
    expect(beforeSteps(of(STEPS))).toBe('shop: restored after 6 h, limit 1 h, because ');
    expect(beforeSteps(of([]))).toBe('shop: restored after 6 h, limit 1 h');
  });

  it('is left as it is where it fits', () => {
    expect(shortBecause(of(STEPS), 'en', upTo(200))).toBe(of(STEPS).because);
  });

  it('leaves out as few whole steps as it has to, from the middle', () => {
    // In full it has 140 signs; with eight that say so in the place of the sixteen of the third step, 132; then 114.
    expect(shortBecause(of(STEPS), 'en', upTo(139))).toBe(
      'shop: restored after 6 h, limit 1 h, because North lost power → login lost 20 servers → … 1 more → cart: up → down → shop: up → down',
    );
    expect(shortBecause(of(STEPS), 'en', upTo(120))).toBe(
      'shop: restored after 6 h, limit 1 h, because North lost power → login lost 20 servers → … 2 more → shop: up → down',
    );
  });

  it('keeps the first and the last step, though it were too long with them', () => {
    expect(shortBecause(of(STEPS), 'en', () => false)).toBe(
      'shop: restored after 6 h, limit 1 h, because North lost power → … 3 more → shop: up → down',
    );
    expect(shortBecause(of(STEPS.slice(0, 2)), 'en', () => false)).toBe(of(STEPS.slice(0, 2)).because);
    expect(shortBecause(of(STEPS, 'ko'), 'ko', () => false)).toBe(
      'shop: restored after 6 h, limit 1 h; 경위: North lost power → … 3단계 더 → shop: up → down',
    );
  });
});
