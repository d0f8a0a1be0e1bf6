import { describe, expect, it } from 'vitest';
import { failureCases } from '../../../src/studies/cases.js';
import type { Simulate } from '../../../src/studies/simulate-contract.js';
import { judgeSurvival, survives } from '../../../src/studies/survives.js';
import { deployment, expectation, record, scenario, service, site, users } from '../results/synthetic.js';

/** Chat in both sites, mail in Pangyo only; Gasan carries nothing. */
const all = scenario({
  durationSeconds: 36_000,
  sites: [
    site('anyang'),
    site('gasan'),
    site('pangyo', {
      zones: [
        { id: 'a1', path: '', share: 0.5 },
        { id: 'a2', path: '', share: 0.5 },
      ],
    }),
  ],
  links: [
    { id: 'anyang-gasan', path: '', between: ['anyang', 'gasan'], latencySeconds: 0.001, cost: 0 },
    { id: 'anyang-pangyo', path: '', between: ['anyang', 'pangyo'], latencySeconds: 0.001, cost: 0 },
  ],
  services: [
    service('chat', { users: users(), deployments: [deployment('anyang'), deployment('pangyo')] }),
    service('mail', { name: { en: 'Mail', ko: '메일' }, users: users() }),
  ],
});

/** Not a simulation: mail is away for as long as the test says when Pangyo is hit, chat always stays up. */
function world(mailAwaySeconds: number | null): Simulate {
  return (of, { faults = [] }) => {
    const [{ atSeconds, parameters }] = faults;
    const hit = parameters.site === 'pangyo';
    const share: [number, number][] = [[0, 1]];
    if (hit) share.push([atSeconds, 0]);
    if (hit && mailAwaySeconds !== null) share.push([atSeconds + mailAwaySeconds, 1]);
    return record(of, { chat: { share: [[0, 1]] }, mail: { share } }, { originMicroseconds: atSeconds * 1e6 });
  };
}

describe('the cases of single failures', () => {
  it('are the sites, zones and links that carry a service', () => {
    const ids = (of: string) => failureCases(all, of).map(({ id }) => id);
    expect(ids('any-site')).toEqual(['anyang', 'pangyo']);
    expect(ids('any-zone')).toEqual(['anyang/a1', 'pangyo/a1']);
    expect(ids('any-link')).toEqual(['anyang-pangyo']);
    expect(ids('any')).toHaveLength(5);
    expect(ids('pangyo')).toEqual(['pangyo']);
    expect(ids('busan')).toEqual([]);
  });

  it('cut power of a site or zone and the connection of a link, once and for all, when the scenario’s first fault is', () => {
    const fault = { id: 'f', order: 0, path: '', kind: 'crash', atSeconds: 180, untilSeconds: null, parameters: {} };
    const early = scenario({ ...all, faults: [fault] });
    const [siteCase] = failureCases(early, 'pangyo');
    const [zoneCase] = failureCases(early, 'pangyo/a1');
    const [linkCase] = failureCases(all, 'any-link');
    expect(siteCase.faults).toMatchObject([
      { kind: 'power-loss', atSeconds: 180, untilSeconds: null, parameters: { site: 'pangyo' } },
    ]);
    expect(zoneCase.faults).toMatchObject([{ kind: 'power-loss', parameters: { site: 'pangyo', zones: ['a1'] } }]);
    // without a fault of its own: a tenth of the run
    expect(linkCase.faults).toMatchObject([
      { kind: 'partition', atSeconds: 3600, parameters: { sites: ['anyang', 'pangyo'] } },
    ]);
  });
});

describe('surviving any one site', () => {
  const cases = failureCases(all, 'any-site');

  it('is met when every service with users is back in time in every case', () => {
    expect(survives(all, cases, 600, world(300), '1')).toMatchObject({
      verdict: 'met',
      worst: { failure: { id: 'pangyo' }, worst: { service: 'mail', restoredAfterSeconds: 300 } },
    });
  });

  it('fails by the worst case', () => {
    const judge = judgeSurvival(all, world(1200), '1');
    expect(judge(expectation({ measure: 'survives', of: 'any-site', withinSeconds: 600 }))).toEqual({
      verdict: 'failed',
      actual: 1200,
      limit: 600,
      because: 'pangyo: Mail restored after 20 min, limit 10 min; fails in 1 of 2 cases',
      becauseSteps: [],
    });
  });

  it('fails when a service does not come back within the run', () => {
    const judge = judgeSurvival(all, world(null), '1', 'ko');
    expect(judge(expectation({ measure: 'survives', of: 'any-site', withinSeconds: 600 }))).toMatchObject({
      verdict: 'failed',
      actual: null,
      because: 'pangyo: 메일 실행 기간 안에 복구 안 됨, 한도 10분; 2개 경우 중 1개 실패',
    });
  });

  it('is inconclusive when there is no case, or no case took effect', () => {
    const nothing: Simulate = (of) => record(of, {}, { originMicroseconds: null });
    expect(survives(all, cases, 600, nothing, '1').verdict).toBe('inconclusive');
    expect(survives(all, [], 600, world(1), '1').verdict).toBe('inconclusive');
    const judge = judgeSurvival(all, nothing, '1');
    expect(
      judge(expectation({ measure: 'survives', of: 'any-site', withinSeconds: 600, untouchedPasses: true }))?.verdict,
    ).toBe('met');
  });

  it('leaves other measures to others', () => {
    expect(judgeSurvival(all, world(1), '1')(expectation({ measure: 'availability' }))).toBeNull();
  });
});
