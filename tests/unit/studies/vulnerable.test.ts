import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../src/scenario/fault-kind.js';
import type { Fault, Scenario } from '../../../src/scenario/model.js';
import { judgeWithRuns } from '../../../src/studies/judge-with-runs.js';
import { withLargerFaults } from '../../../src/studies/larger-faults.js';
import type { Simulate } from '../../../src/studies/simulate-contract.js';
import { judgeStability } from '../../../src/studies/vulnerable.js';
import { expectation, record, scenario, service, users } from '../results/synthetic.js';

const parameter = (type: 'share' | 'factor' | 'service') => ({ type, required: true, meaning: '' });
const kinds: readonly FaultKind[] = [
  {
    kind: 'crash',
    summary: '',
    leavesOut: '',
    until: 'optional',
    parameters: { service: parameter('service'), share: parameter('share') },
  },
  { kind: 'slow', summary: '', leavesOut: '', until: 'optional', parameters: { factor: parameter('factor') } },
];

function fault(over: Partial<Fault>): Fault {
  return { id: 'f', order: 0, path: '', kind: 'crash', atSeconds: 60, untilSeconds: null, parameters: {}, ...over };
}

function withFaults(...faults: readonly Fault[]): Scenario {
  return scenario({ services: [service('store', { users: users() })], faults });
}

/** Not a simulation: the store stays down for good when more than `limit` of it crashes. */
function world(limit: number): Simulate {
  return (of, { faults = of.faults }) => {
    const tipped = (faults[0].parameters.share as number) > limit;
    const share: [number, number][] = tipped
      ? [
          [0, 1],
          [60, 0],
        ]
      : [
          [0, 1],
          [60, 0],
          [120, 1],
        ];
    return record(of, { store: { share } }, { originMicroseconds: 60e6 }, (recorder, entity) => {
      recorder.event(60e6, 'fault.began', entity('service', 'store'), []);
      recorder.event(120e6, 'fault.ended', entity('service', 'store'), []);
    });
  };
}

describe('faults a tenth larger', () => {
  it('have larger shares, factors and durations, and nothing else', () => {
    const before = withFaults(
      fault({ id: 'crash-1', untilSeconds: 160, parameters: { service: 'store', share: 0.5 } }),
      fault({ id: 'slow-1', kind: 'slow', parameters: { factor: 2 } }),
      fault({ id: 'slow-2', kind: 'slow', parameters: { factor: 0.5 } }),
    );
    const { scenario: after, changes } = withLargerFaults(before, kinds);
    // 60 + 100 x 1.1; a factor under 1 moves away from 1: 0.5 / 1.1
    expect(after.faults.map(({ untilSeconds, parameters }) => [untilSeconds, parameters])).toEqual([
      [170, { service: 'store', share: 0.55 }],
      [null, { factor: 2.2 }],
      [null, { factor: 0.454545454545 }],
    ]);
    expect(changes).toEqual([
      'crash-1.share 0.5 -> 0.55',
      'crash-1.until 160 -> 170',
      'slow-1.factor 2 -> 2.2',
      'slow-2.factor 0.5 -> 0.454545454545',
    ]);
  });

  it('stop at everything, and leave a fault of everything as it is', () => {
    const { scenario: after, changes } = withLargerFaults(withFaults(fault({ parameters: { share: 1 } })), kinds);
    expect(after.faults[0].parameters.share).toBe(1);
    expect(changes).toEqual([]);
  });

  it('leave a zone without power for longer', () => {
    const base = withFaults(
      fault({ kind: 'power-loss', atSeconds: 100, parameters: { site: 'pangyo', zones: ['a1'] } }),
    );
    const power = [
      { site: 'pangyo', zone: 'a1', atSeconds: 1100, path: '' },
      { site: 'pangyo', zone: 'a2', atSeconds: 1100, path: '' },
    ];
    const { scenario: after } = withLargerFaults({ ...base, recovery: { ...base.recovery, power } }, kinds);
    // a1: 100 + 1000 x 1.1; a2 was not cut
    expect(after.recovery.power.map(({ atSeconds }) => atSeconds)).toEqual([1200, 1100]);
  });
});

describe('the stability of a run', () => {
  const half = withFaults(fault({ id: 'crash-1', parameters: { service: 'store', share: 0.5 } }));
  const judge = (limit: number) => judgeStability(half, world(limit)(half, { seed: '1' }), world(limit), '1', kinds);

  it('is metastable when it stays bad with nothing broken, since when and by which services', () => {
    expect(judge(0.4)).toEqual({
      stability: 'metastable',
      stuck: [{ id: 'store', share: 0 }],
      quietFromAt: '2022-10-15T15:21:00+09:00',
      enlarged: [],
    });
  });

  it('is vulnerable when a tenth more would make it so, and says what was enlarged', () => {
    expect(judge(0.52)).toMatchObject({
      stability: 'vulnerable',
      stuck: [{ id: 'store', share: 0 }],
      enlarged: ['crash-1.share 0.5 -> 0.55'],
    });
  });

  it('is stable otherwise', () => {
    expect(judge(0.6)).toEqual({ stability: 'stable', stuck: [], quietFromAt: null, enlarged: [] });
  });
});

describe('an expectation not to be vulnerable', () => {
  const half = withFaults(fault({ id: 'crash-1', parameters: { service: 'store', share: 0.5 } }));
  const judge = (limit: number, measure = 'vulnerable') => {
    const simulate = world(limit);
    const judgeOne = judgeWithRuns(half, simulate(half, { seed: '1' }), { simulate, seed: '1', kinds });
    return judgeOne(expectation({ measure, atMost: 0 }));
  };

  it('fails with the evidence, and is met where a tenth more changes nothing', () => {
    expect(judge(0.4)).toEqual({
      verdict: 'failed',
      actual: 1,
      limit: 0,
      because: 'stays bad with nothing broken: store',
    });
    expect(judge(0.52)).toMatchObject({
      verdict: 'failed',
      because: 'with crash-1.share 0.5 -> 0.55 it stays bad with nothing broken: store',
    });
    expect(judge(0.6)).toMatchObject({ verdict: 'met', actual: 0 });
  });

  it('leaves to others what one run can tell', () => {
    expect(judge(0.6, 'availability')).toBeNull();
  });
});
