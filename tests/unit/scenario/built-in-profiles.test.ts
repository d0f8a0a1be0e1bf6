import { describe, expect, it } from 'vitest';
import { BUILT_IN_PROFILES, builtInSteps, STEPS_A_DAY } from '../../../src/scenario/built-in-profiles.js';

describe.each(Object.keys(BUILT_IN_PROFILES))('the profile %s', (name) => {
  it('has half-hourly shares of its peak, which it reaches', () => {
    const steps = builtInSteps(name) ?? [];
    expect(steps).toHaveLength(STEPS_A_DAY);
    expect(Math.max(...steps)).toBe(1);
    expect(Math.min(...steps)).toBeGreaterThan(0);
  });
});

it('a profile that there is not has no steps', () => {
  expect(builtInSteps('constructor')).toBeNull();
});
