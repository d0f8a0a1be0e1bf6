import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain, explainOnceInSteps } from '../../../src/library/explain.js';
import { loadScenario } from '../../../src/library/load-scenario.js';
import { run } from '../../../src/library/run.js';

const file = join(import.meta.dirname, '../../../scenarios/two-sites.yaml');
const scenario = loadScenario(readFileSync(file, 'utf8'), { file: 'two-sites.yaml' });

describe('an explanation of a run that was made before', () => {
  const { reading } = run(scenario, { seed: '7' });

  it('is the same as one that makes the run itself, roots and changes included', () => {
    const options = { at: '2h', seed: '7', changes: 2 };
    expect(explain(scenario, 'shop', { ...options, reading })).toEqual(explain(scenario, 'shop', options));
  });

  it('is of the seed of that run', () => {
    expect(explain(scenario, 'shop', { reading, changes: 0 }).seed).toBe('7');
  });

  it('may name its instant in microseconds', () => {
    const at = (moment: string | number) => explain(scenario, 'shop', { reading, at: moment, changes: 0 });
    expect(at(7200e6)).toEqual(at('2h'));
  });

  it('is told in each language from the same runs', () => {
    const steps = explainOnceInSteps(scenario, 'shop', { reading, at: '2h', changes: 2 });
    let next = steps.next();
    while (!next.done) next = steps.next();
    for (const language of ['en', 'ko'] as const) {
      expect(next.value(language)).toEqual(explain(scenario, 'shop', { reading, at: '2h', changes: 2, language }));
    }
  });
});
