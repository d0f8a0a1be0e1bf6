import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import { loadScenario } from '../../../../src/library/load-scenario.js';
import { layoutBetween } from '../../../../src/studies/advise/layout-between.js';
import {
  changeDeployment,
  changeRecovery,
  changeService,
  changeSite,
  inTurn,
} from '../../../../src/studies/saved-by/change.js';
import { withCopies } from '../../../../src/studies/saved-by/copy.js';

const FILE = 'scenarios/two-sites.yaml';
const text = readFileSync(FILE, 'utf8');
const scenario = loadScenario(text, { file: FILE });

describe('what was changed, as a layout', () => {
  it('is nothing when nothing was', () => {
    expect(layoutBetween(scenario, scenario)).toEqual({});
  });

  it('read from the file again is the changed scenario', () => {
    const changed = inTurn([
      withCopies([{ service: 'login', site: 'south', servers: 10 }]),
      (base) => changeSite(base, 'north', (each) => ({ ...each, servers: 60 })),
      (base) =>
        changeDeployment(base, 'shop', 'north', (each) => ({
          ...each,
          servers: 40,
          zones: [
            { zone: 'a', servers: 24 },
            { zone: 'b', servers: 16 },
          ],
        })),
      (base) => changeDeployment(base, 'shop', 'south', (each) => ({ ...each, role: 'hot-standby' })),
      (base) =>
        changeService(base, 'shop', (each) => ({ ...each, failover: { ...each.failover, decide: constant(0) } })),
      (base) =>
        changeRecovery(base, {
          teams: base.recovery.teams.map((team) =>
            team.id === 'service'
              ? { ...team, people: 6, groups: team.groups.map((group) => ({ ...group, people: 6 })) }
              : team,
          ),
        }),
    ])(scenario);
    const layout = layoutBetween(scenario, changed);
    expect(Object.keys(layout).sort()).toEqual(['recovery', 'services', 'sites']);
    const written = text.replace('layouts:\n', `layouts:\n  changed: ${JSON.stringify(layout)}\n`);
    const read = loadScenario(written, { file: FILE, layout: 'changed' });
    for (const part of ['sites', 'services', 'recovery'] as const)
      expect(withoutPlaces(read[part])).toEqual(withoutPlaces(changed[part]));
  });
});

/** Where a value stands in the file is no part of what it says; nor are defaults that were filled in. */
function withoutPlaces(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (key, value) => (key === 'path' ? undefined : value)));
}
