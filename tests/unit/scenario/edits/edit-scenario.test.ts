import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkScenario, loadScenario } from '../../../../src/library/load-scenario.js';
import { run } from '../../../../src/library/run.js';
import { type Edit, withEdit } from '../../../../src/scenario/edits/edit.js';
import { editScenario } from '../../../../src/scenario/edits/edit-scenario.js';
import { readEdits } from '../../../../src/scenario/edits/read-edits.js';

const FOLDER = join(import.meta.dirname, '../../../../scenarios');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const two = read('two-sites.yaml');

/** Of the layout that the edits make. */
function edited(text: string, ...edits: readonly Edit[]) {
  const result = editScenario(text, edits);
  expect(result.steps.map(({ refused }) => refused)).toEqual(edits.map(() => null));
  return loadScenario(result.text, { layout: result.layout });
}

/** `shop@south 20 warm-standby`, by id. */
function placed(text: string, ...edits: readonly Edit[]): readonly string[] {
  return edited(text, ...edits).services.flatMap(({ id, deployments }) =>
    deployments.map(({ site, servers, role }) => `${id}@${site} ${servers} ${role}`),
  );
}

const refusal = (edit: Edit, text = two): string | null => editScenario(text, [edit]).steps[0].refused;

describe('edits of a layout', () => {
  it('move a service with all its servers', () => {
    expect(placed(two, { kind: 'move', service: 'login', from: 'north', to: 'south' })).toEqual([
      'login@south 10 active',
      'shop@north 20 active',
      'shop@south 20 warm-standby',
    ]);
  });

  it('add the servers that are moved to those that are there, in the role of those that serve', () => {
    expect(placed(two, { kind: 'move', service: 'shop', from: 'north', to: 'south' })).toEqual([
      'login@north 10 active',
      'shop@south 40 active',
    ]);
    expect(placed(two, { kind: 'move', service: 'shop', from: 'south', to: 'north' })).toEqual([
      'login@north 10 active',
      'shop@north 40 active',
    ]);
  });

  it('add a replica like the largest deployment, or as many servers in the role that they say', () => {
    expect(placed(two, { kind: 'add', service: 'login', site: 'south' })).toContain('login@south 10 active');
    const small: Edit = { kind: 'add', service: 'login', site: 'south', servers: 3, role: 'cold-standby' };
    expect(placed(two, small)).toContain('login@south 3 cold-standby');
  });

  it('give a site the servers that it lacks, and none when it has room', () => {
    // South has 40, of which the shop takes 20: 10 more fit, 30 more need 50.
    const servers = (count: number): number | undefined =>
      edited(two, { kind: 'add', service: 'login', site: 'south', servers: count }).sites.find(
        ({ id }) => id === 'south',
      )?.servers;
    expect([servers(10), servers(20), servers(30)]).toEqual([40, 40, 50]);
  });

  it('take a replica away, and put one there again that is nothing but what the edit says', () => {
    expect(placed(two, { kind: 'remove', service: 'shop', site: 'south' })).toEqual([
      'login@north 10 active',
      'shop@north 20 active',
    ]);
    // In the file it is a warm standby there.
    const again: Edit[] = [
      { kind: 'remove', service: 'shop', site: 'south' },
      { kind: 'add', service: 'shop', site: 'south', servers: 7 },
    ];
    expect(placed(two, ...again)).toContain('shop@south 7 active');
  });

  it('are the run of the same change by a setting', () => {
    const same: readonly (readonly [Edit, string])[] = [
      [{ kind: 'role', service: 'shop', site: 'south', role: 'active' }, 'services.shop.deploy.south.role=active'],
      [{ kind: 'servers', service: 'login', site: 'north', servers: 8 }, 'services.login.deploy.north.servers=8'],
      [{ kind: 'need', of: 'shop', service: 'login', as: 'optional' }, 'services.shop.needs.login.kind=optional'],
      [{ kind: 'set', path: 'recovery.teams.service', value: '1' }, 'recovery.teams.service=1'],
      [
        { kind: 'set', path: 'services.shop.failover.decide', value: '{ mean: 1h }' },
        'services.shop.failover.decide={ mean: 1h }',
      ],
    ];
    const unedited = run(loadScenario(two)).document.recordHash;
    for (const [edit, setting] of same) {
      const { recordHash } = run(edited(two, edit)).document;
      expect(recordHash).toBe(run(loadScenario(two, { set: [setting] })).document.recordHash);
      expect(recordHash).not.toBe(unedited);
    }
  });

  it('are the run of the layout that somebody wrote', () => {
    const byHand = edited(two, { kind: 'add', service: 'login', site: 'south' });
    const written = loadScenario(two, { layout: 'login-in-both' });
    expect(run(byHand).document.recordHash).toBe(run(written).document.recordHash);
  });

  it('tell each in the notation of plans, and all together', () => {
    const { steps, changes, layout } = editScenario(two, [
      { kind: 'move', service: 'login', from: 'north', to: 'south' },
      { kind: 'role', service: 'shop', site: 'south', role: 'active' },
    ]);
    expect(layout).toBe('my-layout');
    expect(steps.map((step) => step.changes)).toEqual([
      ['+ login@south', '- login@north'],
      ['~ shop@south role warm-standby -> active'],
    ]);
    expect(changes).toEqual(['+ login@south', '~ shop@south role warm-standby -> active', '- login@north']);
  });

  it('go on from the layout that is named, and leave it as it is', () => {
    const edits: Edit[] = [{ kind: 'servers', service: 'login', site: 'south', servers: 4 }];
    const { text, layout, changes } = editScenario(two, edits, { layout: 'login-in-both', name: 'smaller' });
    expect(layout).toBe('smaller');
    expect(changes).toEqual(['~ login@south servers 10 -> 4']);
    const servers = (name: string): number | undefined =>
      loadScenario(text, { layout: name })
        .services.find(({ id }) => id === 'login')
        ?.deployments.find(({ site }) => site === 'south')?.servers;
    expect([servers('login-in-both'), servers('smaller')]).toEqual([10, 4]);
  });

  it('that change nothing leave the text as it is', () => {
    const { text, layout, steps } = editScenario(two, [
      { kind: 'role', service: 'shop', site: 'north', role: 'active' },
    ]);
    // The file leaves it to the default: it is said now, and that is no other run.
    expect(steps[0].refused).toBeNull();
    expect(run(loadScenario(text, { layout })).document.recordHash).toBe(run(loadScenario(two)).document.recordHash);
    expect(editScenario(two, [{ kind: 'role', service: 'shop', site: 'south', role: 'warm-standby' }]).text).toBe(two);
    expect(editScenario(two, []).text).toBe(two);
  });

  it('are left out, with the reason, when they cannot be made', () => {
    expect(refusal({ kind: 'move', service: 'mail', from: 'north', to: 'south' })).toBe('not-there');
    expect(refusal({ kind: 'move', service: 'login', from: 'south', to: 'north' })).toBe('not-there');
    expect(refusal({ kind: 'move', service: 'login', from: 'north', to: 'east' })).toBe('not-there');
    expect(refusal({ kind: 'move', service: 'login', from: 'north', to: 'north' })).toBe('there-already');
    expect(refusal({ kind: 'add', service: 'shop', site: 'south' })).toBe('there-already');
    expect(refusal({ kind: 'remove', service: 'login', site: 'north' })).toBe('last-one');
    expect(refusal({ kind: 'need', of: 'login', service: 'shop', as: 'optional' })).toBe('not-there');
    expect(refusal({ kind: 'set', path: 'layouts.as-it-is', value: '{}' })).toBe('bad-value');
    expect(refusal({ kind: 'set', path: 'services.__proto__.x', value: '1' })).toBe('bad-value');
    expect(refusal({ kind: 'set', path: 'duration', value: '{' })).toBe('bad-value');
    expect(refusal({ kind: 'set', path: 'faults[7].at', value: '2h' })).toBe('not-there');
  });

  it('take data along to where the service goes, the lead first', () => {
    const text = `firebreak: 1
title: x
start: 2026-01-05T12:00:00Z
duration: 1d
sites: { a: {}, b: {}, c: {} }
services:
  store:
    users: { population: 10, peak: 1/s }
    capacity: 9/s
    deploy: { a: { servers: 2 }, b: { servers: 1 } }
    data: { copies: [a, b] }
`;
    const copies = (edit: Edit): readonly string[] | undefined => edited(text, edit).services[0].data?.copies;
    expect(copies({ kind: 'move', service: 'store', from: 'a', to: 'c' })).toEqual(['c', 'b']);
    expect(copies({ kind: 'move', service: 'store', from: 'a', to: 'b' })).toEqual(['b']);
    expect(copies({ kind: 'add', service: 'store', site: 'c' })).toEqual(['a', 'b', 'c']);
    expect(copies({ kind: 'remove', service: 'store', site: 'a' })).toEqual(['b']);
  });

  it('keep what else a service is needed for, and know needs in a list', () => {
    const text = `firebreak: 1
title: x
start: 2026-01-05T12:00:00Z
duration: 1d
sites: { a: {} }
services:
  shop:
    users: { population: 10, peak: 1/s }
    capacity: 9/s
    deploy: { a: { servers: 2 } }
    needs: [login, { service: pay, kind: [required, startup], retries: 1 }]
  login: { capacity: 9/s, deploy: { a: { servers: 1 } } }
  pay: { capacity: 9/s, deploy: { a: { servers: 1 } } }
`;
    const needs = (service: string): readonly string[] =>
      edited(text, { kind: 'need', of: 'shop', service, as: 'optional' })
        .services.find(({ id }) => id === 'shop')
        ?.needs.map((need) => `${need.service} ${need.kind} ${need.retries}`) ?? [];
    expect(needs('login')).toEqual(['login optional 0', 'pay required 1', 'pay startup 1']);
    expect(needs('pay')).toEqual(['login required 0', 'pay optional 1', 'pay startup 1']);
  });

  it.each(FILES)(
    'make a right scenario of %s whatever is moved, added and removed, and leave its layouts as they are',
    (file) => {
      const text = read(file);
      const before = loadScenario(text);
      const edits: Edit[] = before.services.slice(0, 12).flatMap(({ id, deployments }, i): Edit[] => {
        const [{ site: from }] = deployments;
        const to = before.sites.find(({ id: other }) => !deployments.some(({ site }) => site === other))?.id;
        if (i % 3 === 0 && deployments.length > 1) return [{ kind: 'remove', service: id, site: from }];
        if (to === undefined)
          return [{ kind: 'servers', service: id, site: from, servers: 1 + deployments[0].servers }];
        return [i % 2 === 0 ? { kind: 'add', service: id, site: to } : { kind: 'move', service: id, from, to }];
      });
      const { text: made, layout, steps } = editScenario(text, edits);
      expect(steps.filter(({ refused }) => refused !== null)).toEqual([]);
      expect(made.startsWith(text.slice(0, text.indexOf('layouts:') + 1 || text.length))).toBe(true);
      const { scenario, problems } = checkScenario(made, { layout });
      expect(scenario === null ? problems : []).toEqual([]);
      const names = before.layouts[0] === 'base' ? ['base', layout] : [...before.layouts, layout];
      expect(scenario?.layouts).toEqual(names);
      expect(run(loadScenario(made, { layout: before.layout })).document.recordHash).toBe(
        run(before).document.recordHash,
      );
    },
  );

  it('stand in JSON, and in a file without layouts', () => {
    const json = JSON.stringify({
      firebreak: 1,
      title: 'x',
      start: '2026-01-05T12:00:00Z',
      duration: '1d',
      sites: { a: {}, b: {} },
      services: { shop: { users: { population: 10, peak: '1/s' }, capacity: '9/s', deploy: { a: { servers: 2 } } } },
    });
    const move: Edit = { kind: 'move', service: 'shop', from: 'a', to: 'b' };
    expect(placed(json, move)).toEqual(['shop@b 2 active']);
    expect(JSON.parse(editScenario(json, [move]).text).layouts).toEqual({
      base: {},
      'my-layout': { services: { shop: { deploy: { a: null, b: { servers: 2 } } } } },
    });
    const again = editScenario(editScenario(json, [move]).text, [{ kind: 'add', service: 'shop', site: 'b' }]);
    expect(again.layout).toBe('my-layout-2');
  });

  it('are written as people write them', () => {
    const { text } = editScenario(two, [
      { kind: 'move', service: 'login', from: 'north', to: 'south' },
      { kind: 'servers', service: 'shop', site: 'south', servers: 30 },
    ]);
    expect(text).toContain(`  login-in-both:
    services:
      login: { deploy: { south: { servers: 10 } } }
  my-layout:
    services:
      login:
        deploy:
          north: null
          south: { servers: 10 }
      shop:
        deploy:
          south: { servers: 30 }
`);
  });
});

describe('a list of edits', () => {
  const role = (value: 'active' | 'hot-standby'): Edit => ({ kind: 'role', service: 'a', site: 'x', role: value });
  const add: Edit = { kind: 'add', service: 'a', site: 'y' };

  it('has one value for one thing', () => {
    expect(withEdit([role('active'), { kind: 'set', path: 'p', value: '1' }], role('hot-standby'))).toEqual([
      role('hot-standby'),
      { kind: 'set', path: 'p', value: '1' },
    ]);
  });

  it('keeps both where what stands between may have changed the thing itself', () => {
    expect(withEdit([role('active'), add], role('hot-standby'))).toEqual([role('active'), add, role('hot-standby')]);
  });

  it('is as before when the last is undone', () => {
    expect(withEdit([add], { kind: 'remove', service: 'a', site: 'y' })).toEqual([]);
    const move = (from: string, to: string): Edit => ({ kind: 'move', service: 'a', from, to });
    expect(withEdit([add, move('x', 'z')], move('z', 'x'))).toEqual([add]);
  });

  it('from elsewhere is read whole or not at all', () => {
    expect(readEdits([add, role('active')])).toEqual([add, role('active')]);
    expect(readEdits([add, { kind: 'burn' }])).toBeNull();
    expect(readEdits([{ ...add, servers: -1 }])).toBeNull();
    expect(readEdits([{ ...add, more: 1 }])).toBeNull();
    expect(readEdits('add')).toBeNull();
    expect(readEdits(Array.from({ length: 201 }, () => add))).toBeNull();
  });
});
