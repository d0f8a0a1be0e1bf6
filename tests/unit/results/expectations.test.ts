import { describe, expect, it } from 'vitest';
import { type JudgeOptions, judgeExpectations } from '../../../src/results/expectations.js';
import type { Expectation } from '../../../src/scenario/model.js';
import { fire, fireScenario } from './fire.js';
import { deployment, expectation, need, reading, scenario, service, users } from './synthetic.js';

/** The verdict on one expectation about the fire. Mail is restored 1800 s after T+0 and loses 1000 x 1796 s of people. */
function judge(over: Partial<Expectation>, options?: JudgeOptions) {
  return judgeExpectations(fire({ expectations: [expectation(over)] }), options)[0];
}

describe('an expectation', () => {
  it('is named in the language of the sentences, in the other one where it has no name in that', () => {
    const named = { name: { en: 'mail in time', ko: '제때 복구' }, of: 'mail', atMost: 3600 };
    expect(judge(named, { language: 'ko' }).name).toBe('제때 복구');
    expect(judge({ ...named, name: { en: 'mail in time' } }, { language: 'ko' }).name).toBe('mail in time');
  });

  it('is met within its limit, and says by how much', () => {
    expect(judge({ name: { en: 'mail in time' }, of: 'mail', atMost: 3600 })).toEqual({
      name: 'mail in time',
      verdict: 'met',
      actual: 1800,
      limit: 3600,
      file: 'synthetic.yaml',
      line: 99,
      because: 'Mail: restored after 30 min, limit 1 h',
      becauseSteps: [],
    });
  });

  it('is met on its limit', () => {
    expect(judge({ of: 'mail', atMost: 1800 }).verdict).toBe('met');
    expect(judge({ of: 'mail', atMost: 1799 }).verdict).toBe('failed');
  });

  it('that failed tells the chain of causes', () => {
    const result = judge({ of: 'mail', atMost: 600 });
    expect(result.verdict).toBe('failed');
    expect(result.because).toBe(
      'Mail: restored after 30 min, limit 10 min, because power loss (SK C&C Pangyo, a1) began → SK C&C Pangyo a1 lost power (50 servers)' +
        ' → Object store (SK C&C Pangyo) lost 10 servers, 0 left → Object store: up → down, 0 % succeed' +
        ' → Mail: up → down, because it needs Object store (required); its own machines are fine, 0 % succeed',
    );
  });

  it('of the whole run is explained by the service that cost people most', () => {
    // 1000 people x 1796 s
    const result = judge({ measure: 'userHoursLost', atMost: 100 });
    expect(result.verdict).toBe('failed');
    expect(result.actual).toBeCloseTo((1000 * 1796) / 3600, 9);
    expect(result.because).toContain('Mail: up → down');
  });

  it('of at least a share fails below it', () => {
    // availability 1 - 1796/3600
    expect(judge({ measure: 'availability', of: 'mail', atLeast: 0.5 }).verdict).toBe('met');
    expect(judge({ measure: 'availability', of: 'mail', atLeast: 0.51 }).verdict).toBe('failed');
  });

  it('fails when what it waits for never came', () => {
    const dead = reading(
      scenario({
        services: [service('mail', { users: users() })],
        expectations: [expectation({ of: 'mail', atMost: 600 })],
      }),
      {
        mail: {
          share: [
            [0, 1],
            [60, 0],
          ],
        },
      },
    );
    expect(judgeExpectations(dead)[0]).toMatchObject({
      verdict: 'failed',
      actual: null,
      because: 'mail: restored after: not within the run, limit 10 min',
    });
  });

  it('is inconclusive when no fault took effect, unless the file says that this passes', () => {
    const quiet = (untouchedPasses: boolean) =>
      judgeExpectations(
        reading(
          scenario({
            services: [service('mail', { users: users() })],
            expectations: [expectation({ of: 'mail', atMost: 600, untouchedPasses })],
          }),
          { mail: { share: [[0, 1]] } },
          { originMicroseconds: null },
        ),
      )[0];
    expect(quiet(false)).toMatchObject({
      verdict: 'inconclusive',
      because: 'no fault took effect on anything in this run',
    });
    expect(quiet(true)).toMatchObject({ verdict: 'met', actual: 0 });
  });

  it('is inconclusive when nothing that was hit can reach its target', () => {
    expect(judge({ of: 'bank', atMost: 600 })).toMatchObject({
      verdict: 'inconclusive',
      because: 'nothing that was hit can reach bank, in any layout of the file',
    });
    expect(judge({ of: 'bank', atMost: 600, untouchedPasses: true }).verdict).toBe('met');
  });

  it('is judged when another layout of the file has the target where the fault hits', () => {
    const services = fireScenario().services.map((each) =>
      each.id === 'bank' ? { ...each, deployments: [deployment('pangyo')] } : each,
    );
    expect(judge({ of: 'bank', atMost: 600 }, { layouts: [fireScenario({ services })] }).verdict).toBe('met');
    const needing = fireScenario().services.map((each) =>
      each.id === 'bank' ? { ...each, needs: [need('mail', 'optional')] } : each,
    );
    expect(judge({ of: 'bank', atMost: 600 }, { layouts: [fireScenario({ services: needing })] }).verdict).toBe('met');
  });

  it('of a layout needs no fault', () => {
    const quiet = reading(
      scenario({ expectations: [expectation({ measure: 'changes', atMost: 0 })], changes: ['+ replica mail@anyang'] }),
      {},
      { originMicroseconds: null },
    );
    expect(judgeExpectations(quiet)[0]).toMatchObject({ verdict: 'failed', actual: 1, because: 'changes 1, limit 0' });
  });

  it('is judged when a surge of demand can reach its target through those who call it', () => {
    const services = [
      service('store', { users: users() }),
      service('web', { needs: [need('store')] }),
      service('bank', { users: users() }),
    ];
    const judged = (of: string) =>
      judgeExpectations(
        reading(
          scenario({ services, expectations: [expectation({ of, atMost: 600 })] }),
          {},
          {},
          (recorder, entity) => {
            recorder.event(0, 'demand.surged', entity('service', 'web'), [], 3);
          },
        ),
      )[0].verdict;
    expect(judged('store')).toBe('met');
    expect(judged('bank')).toBe('inconclusive');
  });

  it('may be a share of another layout’s value', () => {
    const relative = { measure: 'userHoursLost', atMost: 0.4, relativeTo: 'as-it-was' };
    const result = judge(relative, { valueInLayout: (layout) => (layout === 'as-it-was' ? 2000 : null) });
    expect(result).toMatchObject({ verdict: 'met', limit: 800 });
    expect(judge(relative)).toMatchObject({
      verdict: 'inconclusive',
      because: 'the limit is relative to layout "as-it-was", which was not run',
    });
  });

  it('is inconclusive, never met, on a measure that is unknown or needs runs that were not made', () => {
    expect(judge({ measure: 'creditsDue', atMost: 1e9 })).toMatchObject({ verdict: 'inconclusive', actual: null });
    expect(judge({ measure: 'nonsense', atMost: 1 }).verdict).toBe('inconclusive');
    expect(judge({ of: 'mail', withinSeconds: 3600 })).toMatchObject({
      verdict: 'inconclusive',
      because: 'it states no limit',
    });
    expect(judge({ measure: 'survives', of: 'any-site', withinSeconds: 600 }).verdict).toBe('inconclusive');
    const judged = { verdict: 'failed', actual: 1, limit: 0, because: 'it did not' } as const;
    expect(judge({ measure: 'survives', of: 'any-site' }, { withRuns: () => judged })).toMatchObject(judged);
  });
});
