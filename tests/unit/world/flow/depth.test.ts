import { expect, test } from 'vitest';
import { createRecorder } from '../../../../src/record/record-writer.js';
import { depthOfServices } from '../../../../src/world/flow/depth.js';
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
  const name = (i: number) => `s${String(i).padStart(5, '0')}`;
  const services = Object.fromEntries(
    Array.from({ length: 5000 }, (_, i) => [name(i), i < 4999 ? { needs: [{ service: name(i + 1) }] } : {}]),
  );
  const depth = depthOfServices(compileTopology(buildScenario({ services }), createRecorder()));
  expect(depth[0]).toBe(1);
  expect(depth[4999]).toBe(5000);
});
