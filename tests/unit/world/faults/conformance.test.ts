/** Every fault kind, whatever it does, keeps these rules; a new kind is tested by being in the list. */
import { describe, expect, test } from 'vitest';
import { hashRecord } from '../../../../src/record/record-hash.js';
import type { FaultValue } from '../../../../src/scenario/model.js';
import { faultKinds, faultModels } from '../../../../src/world/faults/index.js';
import { simulate } from '../../../../src/world/simulate.js';
import { readRun } from '../../../support/run-reader.js';
import { buildScenario, type FaultSpec } from '../../../support/scenario-builder.js';

const VALUES: Readonly<Record<string, FaultValue>> = {
  site: 'a',
  sites: ['a', 'b'],
  zones: ['z1'],
  service: 'store',
  team: 'ops',
  link: 'a-b',
  share: 0.5,
  factor: 3,
  seconds: 60,
  count: 3,
};

const scenario = (faults: readonly FaultSpec[]) =>
  buildScenario({
    durationSeconds: 7200,
    sites: { a: { zones: { z1: 0.5, z2: 0.5 } }, b: {} },
    links: [{ between: ['a', 'b'], latencySeconds: 0.01 }],
    services: {
      store: {
        deployments: { a: { servers: 10 } },
        users: { peakPerSecond: 50 },
        data: { copies: ['a'], backups: { everySeconds: 60, site: 'b', keep: null } },
      },
      web: {
        deployments: { a: { servers: 4 }, b: { servers: 4 } },
        users: { peakPerSecond: 400 },
        needs: [{ service: 'store' }],
      },
    },
    recovery: { teams: { ops: { people: 4 } } },
    faults,
  });

/** Only what must be stated, with the table's defaults filled in as the scenario's checks do. */
function required(kind: (typeof faultKinds)[number]): Record<string, FaultValue> {
  const parameters: Record<string, FaultValue> = {};
  for (const [name, { type, required: must, default: otherwise }] of Object.entries(kind.parameters)) {
    if (must) parameters[name] = VALUES[type];
    else if (otherwise !== undefined) parameters[name] = otherwise;
  }
  return parameters;
}

describe.each(faultModels.map((model) => [model.kind, model] as const))('%s', (kind, model) => {
  const fault = { kind, atSeconds: 600, parameters: required(model) };

  test('says what it does, what it leaves out, and what its parameters mean', () => {
    expect(model.summary).toMatch(/\.$/);
    expect(model.leavesOut).toMatch(/\.$/);
    for (const parameter of Object.values(model.parameters)) {
      expect(parameter.meaning.length).toBeGreaterThan(3);
      if (parameter.required) expect(parameter.default).toBeUndefined();
    }
  });

  test('grows from its begin to its whole, and declines to nothing', () => {
    const run = readRun(simulate(scenario([fault]), { seed: 1 }));
    expect(run.time('fault.began', 'fault-000')).toBe(600);
    const decline = model.decline(fault.parameters);
    expect(decline.at(-1)?.level).toBe(0);
    expect(decline[0].afterSeconds).toBe(0);
  });

  test('has an effect with its parameters alone', () => {
    const { warnings } = simulate(scenario([fault]), { seed: 1 });
    expect(warnings.map(({ code }) => code)).not.toContain('fault-without-effect');
  });

  test('changes nothing before it begins', () => {
    const late = { ...fault, atSeconds: 7200 + 1 };
    const { events, warnings } = simulate(scenario([late]), { seed: 1 });
    expect(events.count).toBe(0);
    expect(warnings.map(({ code }) => code)).toEqual(['fault-without-effect']);
  });

  test('gives the same record twice, with every parameter stated', () => {
    const all = Object.fromEntries(Object.entries(model.parameters).map(([name, { type }]) => [name, VALUES[type]]));
    const faults = [{ ...fault, parameters: all }];
    expect(hashRecord(simulate(scenario(faults), { seed: 7 }))).toBe(
      hashRecord(simulate(scenario(faults), { seed: 7 })),
    );
  });

  test.skipIf(model.until === 'none')('is over when it ends, and all is well an hour later', () => {
    // Not for what is destroyed: that is what "for good" means.
    const run = readRun(simulate(scenario([{ ...fault, untilSeconds: 1800 }]), { seed: 1 }));
    expect(run.time('fault.ended', 'fault-000')).toBe(1800);
    expect(run.at('service', 'web', 'share', 7200)).toBeCloseTo(1, 2);
    expect(run.record.end).toEqual({ faultsActive: 0, tasksOpen: 0 });
  });
});

test('kinds have different names, in order, and no two do the same', () => {
  const names = faultKinds.map(({ kind }) => kind);
  expect(names).toEqual([...new Set(names)].sort());
  const hashes = faultModels.map((model) =>
    hashRecord(simulate(scenario([{ kind: model.kind, atSeconds: 600, parameters: required(model) }]), { seed: 1 })),
  );
  expect(new Set(hashes).size).toBe(hashes.length);
});
