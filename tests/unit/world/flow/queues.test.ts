import { expect, test } from 'vitest';
import { exponential } from '../../../../src/engine/distributions.js';
import { simulate } from '../../../../src/world/simulate.js';
import { readRun } from '../../../support/run-reader.js';
import { buildScenario } from '../../../support/scenario-builder.js';

/** Sixteen workers of the front wait for a store that does 80/s, and give it up after 0.2 s. */
const fewWorkers = () =>
  buildScenario({
    durationSeconds: 60,
    services: {
      front: {
        servers: 8,
        capacityPerServer: 20,
        workersPerServer: 2,
        queuePerServer: 0,
        serviceTime: exponential(0.05),
        users: { peakPerSecond: 800, timeoutSeconds: 0.5 },
        needs: [{ service: 'store', timeoutSeconds: 0.2 }],
      },
      store: {
        servers: 4,
        capacityPerServer: 20,
        workersPerServer: 2,
        queuePerServer: 1000,
        serviceTime: exponential(0.01),
        users: { peakPerSecond: 5, timeoutSeconds: 0.5 },
      },
    },
  });

test('a queue that its callers keep short does not fill from one instant to the next', () => {
  const { record } = readRun(simulate(fewWorkers(), { seed: '1' }));
  const entity = record.entities.findIndex(({ kind, id }) => kind === 'deployment' && id === 'store@here');
  const backlog = record.tracks.find((track) => track.entity === entity && track.quantity === 'backlog');
  // No more arrives than the front can begin on, 160/s, and the users' 5/s: of 80/s that are served, 85/s stay at most.
  backlog?.times.forEach((time, i) => {
    if (i === 0) return;
    const seconds = (time - backlog.times[i - 1]) / 1e6;
    expect(backlog.values[i] - backlog.values[i - 1]).toBeLessThanOrEqual(85 * seconds + 1);
  });
});
