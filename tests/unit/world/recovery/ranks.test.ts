import { describe, expect, test } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import { createRecorder } from '../../../../src/record/record-writer.js';
import type { RecoveryOrder } from '../../../../src/scenario/model.js';
import { serviceRanks } from '../../../../src/world/recovery/work/ranks.js';
import { compileTopology } from '../../../../src/world/topology.js';
import { buildScenario, type ServiceSpec } from '../../../support/scenario-builder.js';

/** Services in the order in which they are brought back. The keys of `services` are in the order of the file. */
function order(by: RecoveryOrder, services: Record<string, ServiceSpec>, tools: readonly string[] = []): string[] {
  const work = (hours: number) => ({ start: { duration: constant(hours * 3600), team: 'ops', people: 1 } });
  const scenario = buildScenario({
    services,
    classes: { plain: work(1), long: work(10) },
    recovery: { order: by, boot: { tools } },
  });
  const topology = compileTopology(scenario, createRecorder());
  const ranks = serviceRanks(topology);
  return [...topology.services].sort((a, b) => ranks[a.index] - ranks[b.index]).map(({ spec }) => spec.id);
}

const users = (peakPerSecond: number) => ({ users: { peakPerSecond } });

describe('the order of recovery', () => {
  test('scenario: as written, not by id', () => {
    expect(order('scenario', { zebra: {}, ant: {}, bee: {} })).toEqual(['zebra', 'ant', 'bee']);
  });

  test('users: most users first, and what they rest upon before them', () => {
    // talk (90) needs login, login needs keys: both inherit 90 and come before it; mail (50) needs store.
    const services = {
      mail: { ...users(50), needs: [{ service: 'store' }] },
      talk: { ...users(90), needs: [{ service: 'login' }, { service: 'ads', kind: 'optional' as const }] },
      ads: users(1),
      store: {},
      login: { needs: [{ service: 'keys', kind: 'startup' as const }] },
      keys: {},
    };
    expect(order('users', services)).toEqual(['keys', 'login', 'talk', 'store', 'mail', 'ads']);
  });

  test('users: tools that boot everything inherit from everything', () => {
    expect(order('users', { talk: users(90), tool: {} }, ['tool'])).toEqual(['tool', 'talk']);
  });

  test('dependency: the longest chain above comes first', () => {
    const services = {
      web: { needs: [{ service: 'api' }] },
      api: { needs: [{ service: 'db' }] },
      other: { needs: [{ service: 'db' }] },
      db: {},
    };
    expect(order('dependency', services)).toEqual(['db', 'api', 'other', 'web']);
  });

  test('critical-path: the most work from here to the end comes first', () => {
    // a: 1 h, then x: 10 h = 11 h from a on; b: 1 h, then y: 1 h = 2 h from b on.
    const services = {
      y: { needs: [{ service: 'b' }] },
      b: {},
      x: { class: 'long', needs: [{ service: 'a' }] },
      a: {},
    };
    expect(order('critical-path', services)).toEqual(['a', 'x', 'b', 'y']);
  });

  test('a list: as it says, even against what others rest upon; what it leaves out comes last, most users first', () => {
    const services = {
      ads: users(1),
      mail: { ...users(50), needs: [{ service: 'store' }] },
      talk: users(90),
      store: {},
    };
    expect(order(['ads', 'mail'], services)).toEqual(['ads', 'mail', 'talk', 'store']);
    expect(order(['store', 'ads'], services)).toEqual(['store', 'ads', 'talk', 'mail']);
  });

  test('a circle of needs has an order, too', () => {
    const services = {
      a: { needs: [{ service: 'b', kind: 'startup' as const }] },
      b: { needs: [{ service: 'a', kind: 'startup' as const }] },
    };
    for (const by of ['scenario', 'users', 'dependency', 'critical-path'] as const) {
      expect([...order(by, services)].sort()).toEqual(['a', 'b']);
    }
  });
});
