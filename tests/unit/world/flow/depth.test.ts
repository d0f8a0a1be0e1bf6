import { expect, test } from 'vitest';
import { createRecorder } from '../../../../src/record/record-writer.js';
import { circlesOf, depthOfServices } from '../../../../src/world/flow/depth.js';
import { compileTopology } from '../../../../src/world/topology.js';
import { buildScenario } from '../../../support/scenario-builder.js';

test('a callee is deeper than all that call it', () => {
  const scenario = buildScenario({
    services: {
      a: { needs: [{ service: 'c' }] },
      b: { needs: [{ service: 'a' }, { service: 'd' }] },
      c: { needs: [{ service: 'd' }] },
      d: {},
    },
  });
  // b calls a calls c calls d: depths 1, 2, 3, 4 in that order.
  expect([...depthOfServices(compileTopology(scenario, createRecorder()))]).toEqual([2, 1, 3, 4]);
});

test('services in a circle share a depth', () => {
  const scenario = buildScenario({
    services: {
      a: { needs: [{ service: 'b', calls: 0.5 }] },
      b: { needs: [{ service: 'a', calls: 0.5 }, { service: 'c' }] },
      c: {},
    },
  });
  const [a, b, c] = depthOfServices(compileTopology(scenario, createRecorder()));
  expect(a).toBe(b);
  expect(c).toBe(b + 1);
});

test('a long chain of calls does not exhaust the stack', () => {
  const chain = Array.from({ length: 50_000 }, (_, i) => (i < 49_999 ? [i + 1] : []));
  expect(circlesOf(chain)).toHaveLength(50_000);
});
