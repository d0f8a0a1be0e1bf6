import { describe, expect, it } from 'vitest';
import { AdviseError, advise, openAdvice } from '../../../../src/library/advise.js';
import type { Expectation, Scenario } from '../../../../src/scenario/model.js';
import { isReached, shortfall } from '../../../../src/studies/advise/aim.js';
import type { Outcome, Tries } from '../../../../src/studies/advise/tries.js';
import { withoutNeedless } from '../../../../src/studies/advise/without-needless.js';
import type { Change } from '../../../../src/studies/saved-by/change.js';
import { sample } from '../../../../src/studies/statistics/sample.js';
import { bundledScenario } from '../../../support/bundled-scenarios.js';

const twoKeys = bundledScenario('two-keys');
const [backInAnHour] = twoKeys.expectations;
const DAY = 86_400;

describe('how far a run is from an aim', () => {
  const within: Expectation = { ...backInAnHour, atMost: 3600 };
  const served: Expectation = { ...backInAnHour, measure: 'availability', atMost: null, atLeast: 0.8 };
  const scenario: Scenario = { ...twoKeys, durationSeconds: DAY };

  it('is by how many limits each value is beyond its own, and nothing when all are met', () => {
    // 3 h against 1 h: two limits. Below it: none.
    expect(shortfall([within], [3 * 3600], scenario)).toBe(2);
    expect(shortfall([within], [1800], scenario)).toBe(0);
    // A share 0.3 under what it must be; limits under one are no divisor.
    expect(shortfall([within, served], [3 * 3600, 0.5], scenario)).toBeCloseTo(2.3, 12);
  });

  it('counts what never came as having come at the end', () => {
    expect(shortfall([within], [null], scenario)).toBe(23);
  });

  it('is reached when 95 % of the seeds have nothing left', () => {
    expect(isReached(sample([...Array(19).fill(0), 1]))).toBe(true);
    expect(isReached(sample([...Array(18).fill(0), 1, 1]))).toBe(false);
    expect(isReached(sample([]))).toBe(false);
  });
});

describe('advice with an aim', async () => {
  const document = await advise(twoKeys, { aims: ['bank=1h'], seeds: 3 });

  it('goes on until it is met, with no more than that takes', () => {
    expect(document).toMatchObject({
      ended: 'aim-met',
      aimMet: true,
      budget: null,
      spent: 7200,
      aims: ['bank not up for 1h at most'],
    });
    expect(document.steps.flatMap(({ changes }) => changes.map(({ id }) => id)).sort()).toEqual([
      'copy:accounts@south',
      'copy:signatures@south',
    ]);
    expect(document.steps.flatMap(({ changes }) => changes.map(({ cost }) => cost))).toEqual([3600, 3600]);
  });

  it('of the file is meant by its name in either language, or by all', async () => {
    for (const aim of ['the bank is back within an hour', '은행 1시간 안에 복구', 'all'])
      expect(openAdvice(twoKeys, { aims: [aim] })).toEqual([backInAnHour]);
  });

  it('that cannot be met for the money says so', async () => {
    const poor = await advise(twoKeys, { aims: ['bank=1h'], budget: 4000, seeds: 3 });
    expect(poor).toMatchObject({ aimMet: false, budget: 4000 });
    expect(poor.ended).not.toBe('aim-met');
  });

  it.each([
    [{ aims: ['bnak=1h'] }, 'bad-aim', 'there is no service or journey "bnak"; did you mean "bank"?'],
    [{ aims: ['the bank is back in an hour'] }, 'bad-aim', 'did you mean "the bank is back within an hour"?'],
    [{ aims: ['bank=5'] }, 'bad-aim', 'write service=1h'],
    [{}, 'no-end', 'state a budget or an aim'],
  ])('%j is refused', (options, code, says) => {
    const refusal = (() => {
      try {
        openAdvice(twoKeys, options);
      } catch (error) {
        return error as AdviseError;
      }
      return null;
    })();
    expect(refusal).toBeInstanceOf(AdviseError);
    expect(refusal).toMatchObject({ code, message: expect.stringContaining(says) });
    expect(refusal?.messageKo).not.toBe('');
  });

  it('that needs other runs is refused', () => {
    const survives = { ...twoKeys, expectations: [{ ...backInAnHour, measure: 'survives', of: 'any-site' }] };
    expect(() => openAdvice(survives, { aims: ['all'] })).toThrow(/needs other runs/);
  });
});

describe('changes that are not needed', () => {
  /** Marks its id in the title, and costs so many people at 1 each. */
  const change = (id: string, people: number): Change => ({
    id,
    kind: 'test',
    set: [],
    layout: null,
    text: () => id,
    apply: (base) => ({
      ...base,
      title: { en: `${base.title.en} ${id}` },
      prices: { ...base.prices, perPerson: 1 },
      recovery: {
        ...base.recovery,
        teams: base.recovery.teams.map((team, i) => (i === 0 ? { ...team, people: team.people + people } : team)),
      },
    }),
  });
  const start: Scenario = { ...twoKeys, title: { en: 'with' } };

  /** The aim is met by a scenario that has one of these sets of changes. */
  function triesThat(enough: readonly (readonly string[])[], asked: string[] = []): Tries {
    return {
      runs: () => 0,
      outcomes: async (scenarios) =>
        scenarios.map(({ title }): Outcome => {
          const has = String(title.en).split(' ').slice(1);
          asked.push(has.join(' '));
          const isMet = enough.some((set) => set.every((id) => has.includes(id)));
          return { lost: sample([1]), short: sample([isMet ? 0 : 1]) };
        }),
    };
  }

  it('are left out, the dearest first', async () => {
    const changes = [change('a', 1), change('b', 5), change('c', 3)];
    const asked: string[] = [];
    const met = { scenario: start, outcome: { lost: sample(), short: sample([0]) }, spent: 9 };
    const kept = await withoutNeedless(
      start,
      met,
      changes,
      triesThat(
        [
          ['a', 'b'],
          ['a', 'c'],
        ],
        asked,
      ),
    );
    // Without b it is met by a and c; without c as well it is not, without a neither.
    expect([...(kept?.needless ?? [])]).toEqual(['b']);
    expect(asked).toEqual(['a c', 'a', 'c']);
    expect(kept?.now.scenario.title.en).toBe('with a c');
  });

  it('all stand when it is stopped', async () => {
    const stopped: Tries = { runs: () => 0, outcomes: async () => null };
    const met = { scenario: start, outcome: { lost: sample(), short: sample([0]) }, spent: 9 };
    expect(await withoutNeedless(start, met, [change('a', 1)], stopped)).toBeNull();
  });
});
