import { describe, expect, it } from 'vitest';
import { constant, exponential, logNormal } from '../../../src/engine/distributions.js';
import { check, checked, smallFile, wrong } from './checked.js';

describe('a small scenario', () => {
  const scenario = checked(smallFile(), { file: 'scenarios/small.yaml' });
  const [shop] = scenario.services;

  it('has its name from the file and its times from the start', () => {
    expect(scenario).toMatchObject({
      id: 'small',
      file: 'scenarios/small.yaml',
      durationSeconds: 86_400,
      layout: 'base',
      layouts: ['base'],
    });
    expect(scenario.start).toEqual({ epochMilliseconds: Date.parse('2024-05-13T00:00:00Z'), offsetMinutes: 540 });
  });

  it('has as many servers in a site as are deployed there, over its zones', () => {
    expect(scenario.sites.map(({ id, servers }) => [id, servers])).toEqual([
      ['north', 20],
      ['south', 0],
    ]);
    expect(shop.deployments[0].zones).toEqual([
      { zone: 'a', servers: 10 },
      { zone: 'b', servers: 10 },
    ]);
    expect(scenario.sites[1].zones).toEqual([{ id: 'all', path: 'sites.south', share: 1 }]);
  });

  it('gets documented defaults, and lists where', () => {
    expect(shop).toMatchObject({
      class: 'stateless',
      queuePerServer: 100,
      health: { intervalSeconds: 10, threshold: 3 },
      routing: 'nearest',
    });
    expect(shop.serviceTime).toEqual(exponential(0.01));
    expect(shop.users).toMatchObject({ timeoutSeconds: 10, retries: 0, profile: 'flat', comeBack: { probability: 0 } });
    expect(scenario.defaulted).toContain('services.shop.users.timeout');
    expect(scenario.defaulted).toContain('services.shop.serviceTime');
    // Off, not guessed.
    expect(scenario.defaulted).not.toContain('services.shop.users.retries');
  });

  it('gives a slow server one core and a longer service time', () => {
    const text = smallFile().replace('200/s', '20/s');
    expect(checked(text).services[0].serviceTime).toEqual(exponential(1 / 20));
  });

  it('has a population of its own for a number of people', () => {
    expect(scenario.populations).toEqual([{ id: 'shop', people: 200_000 }]);
  });

  it('knows where everything stands in the file', () => {
    expect(scenario.positions['services.shop.deploy.north']).toEqual([11, 15]);
    expect(scenario.positions.duration).toEqual([4, 1]);
  });
});

describe('a capacity for all deployments', () => {
  const file = (capacity: string) =>
    smallFile().replace(
      'deploy: { north: { servers: 20, capacity: 200/s } }',
      `${capacity}\n    deploy: { north: { servers: 20 } }`,
    );

  it('is theirs', () => {
    expect(checked(file('capacity: 200/s')).services[0].deployments[0].capacityPerServer).toBe(200);
  });

  it.each([
    ['capacity: 0/s', ['not-positive services.shop.capacity']],
    ['capacity:', ['no-value services.shop']],
    ['capactiy: 200/s', ['unknown-key services.shop']],
    ['', ['missing-key services.shop.deploy.north']],
  ])('%j is told once', (capacity, expected) => {
    expect(wrong(file(capacity))).toEqual(expected);
  });
});

describe('needs', () => {
  const login =
    '  login:\n    deploy: { north: { servers: 1, capacity: 200/s } }\n  store:\n    deploy: { north: { servers: 1, capacity: 200/s } }\n';
  const of = (needs: string) =>
    checked(smallFile(`    needs: ${needs}\n${login}`)).services.find(({ id }) => id === 'shop')?.needs ?? [];

  it('are in the order of a list', () => {
    expect(of('[store, { service: login, kind: optional }]').map(({ service, kind }) => [service, kind])).toEqual([
      ['store', 'required'],
      ['login', 'optional'],
    ]);
  });

  it('are in the order of their numbers, then of their ids, in a mapping', () => {
    expect(of('{ store: required, login: optional }').map(({ service }) => service)).toEqual(['login', 'store']);
    expect(of('{ login: optional, store: { order: 1 } }').map(({ service }) => service)).toEqual(['store', 'login']);
  });

  it('of several kinds are several', () => {
    expect(
      of('{ store: { kind: [required, startup], byHand: 30m }, login: operate }').map(({ service, kind, byHand }) => [
        service,
        kind,
        byHand,
      ]),
    ).toEqual([
      ['login', 'operate', null],
      ['store', 'required', constant(1800)],
      ['store', 'startup', constant(1800)],
    ]);
  });

  it('may have a breaker and a cache with defaults', () => {
    expect(of('{ store: { breaker: {}, cache: { entries: 100k } }, login: optional }')[1]).toMatchObject({
      breaker: { failureShare: 0.5, windowSeconds: 10, openSeconds: 5 },
      cache: { entries: 100_000, hits: 0.9, coldAtStart: false },
    });
  });
});

describe('zones', () => {
  const deployed = (zones: string) =>
    checked(smallFile().replace('servers: 20,', `servers: 20, zones: ${zones},`)).services[0].deployments[0].zones;

  it('may be named for a deployment, alike or with shares', () => {
    expect(deployed('[a]')).toEqual([{ zone: 'a', servers: 20 }]);
    expect(deployed('[a, b]')).toEqual([
      { zone: 'a', servers: 10 },
      { zone: 'b', servers: 10 },
    ]);
    expect(deployed('{ a: 30%, b: 70% }')).toEqual([
      { zone: 'a', servers: 6 },
      { zone: 'b', servers: 14 },
    ]);
  });

  it('that are only named are alike', () => {
    const sites = checked(smallFile().replace('{ a: 50%, b: 50% }', '[x, y, z]')).sites;
    expect(sites[0].zones.map(({ id, share }) => [id, share])).toEqual([
      ['x', 1 / 3],
      ['y', 1 / 3],
      ['z', 1 / 3],
    ]);
  });

  it('may be thirds', () => {
    const sites = checked(smallFile().replace('{ a: 50%, b: 50% }', '{ a: 33.3%, b: 33.3%, c: 33.3% }')).sites;
    expect(sites[0].zones.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

describe('recovery', () => {
  it('has an order by rule or by list, whose services exist and are named once', () => {
    const order = (written: string) => smallFile(`recovery: { order: ${written} }\n`);
    expect(checked(order('critical-path')).recovery.order).toBe('critical-path');
    expect(checked(order('[shop]')).recovery.order).toEqual(['shop']);
    expect(wrong(order('[shop, shop]'))).toEqual(['same-twice recovery.order[1]']);
    expect(wrong(order('[shp]'))).toEqual(['unknown-service recovery.order[0]']);
  });

  it('knows power by site and by zone, and never', () => {
    const { recovery } = checked(
      smallFile('recovery: { power: { north: { a: 1h, b: never }, south: 2024-05-13T10:00:00+09:00 } }\n'),
    );
    expect(
      recovery.power.map(({ site, zone, atSeconds }) => [site, zone, atSeconds < 1e6 ? atSeconds : 'never']),
    ).toEqual([
      ['north', 'a', 3600],
      ['north', 'b', 'never'],
      ['south', 'all', 3600],
    ]);
  });

  it('has one team when none is named, and gives it all tasks', () => {
    const { recovery, classes } = checked(smallFile());
    expect(recovery.teams).toMatchObject([{ id: 'operations', people: 4 }]);
    expect(new Set(classes.map(({ start }) => start?.team))).toEqual(new Set(['operations']));
  });

  it('gives tasks to the team that is meant for them, else to the largest', () => {
    const { classes, recovery } = checked(
      smallFile('recovery: { teams: { platform: 2, night: { people: 3, from: 8h, onSite: true } } }\n'),
    );
    expect(classes.find(({ id }) => id === 'tool')?.start?.team).toBe('platform');
    expect(classes.find(({ id }) => id === 'stateless')?.start?.team).toBe('night');
    expect(recovery.boot.team).toBe('platform');
    expect(recovery.teams[0]).toMatchObject({ id: 'night', people: 3, onSite: true });
    expect(recovery.teams[0].groups).toMatchObject([{ people: 3, fromSeconds: 28_800 }]);
  });

  it('boots at rates an hour and pauses at night', () => {
    const text =
      'recovery: { boot: { byHand: 40/h, byTool: 1/s, wave: 50, casualties: 3% }, nightPause: { from: "23:30", to: "6:00" } }\n';
    const { boot, nightPause } = checked(smallFile(text)).recovery;
    expect(boot).toMatchObject({
      byHandPerHour: 40,
      byToolPerHour: 3600,
      wave: 50,
      casualties: 0.03,
      repair: { people: 1 },
    });
    expect(nightPause).toEqual({ fromHour: 23.5, toHour: 6 });
  });
});

describe('classes', () => {
  it('change a built-in one, or are like another', () => {
    const text = `classes:
  stateless: { start: { duration: 5m } }
  mail: { like: large-stateful, check: { duration: { median: 8h, p95: 20h }, people: 2 }, verify: none, byHand: never }
  small-mail: { like: mail, quorum: 30% }
`;
    const classes = new Map(checked(smallFile(text)).classes.map((each) => [each.id, each]));
    expect(classes.get('stateless')?.start?.duration).toEqual(constant(300));
    expect(classes.get('mail')).toMatchObject({
      check: { duration: logNormal(28_800, 72_000), people: 2 },
      verify: null,
      quorum: 0.8,
      byHandFactor: null,
    });
    expect(classes.get('small-mail')).toMatchObject({ check: { people: 2 }, verify: null, quorum: 0.3 });
    expect(classes.size).toBe(7);
  });

  it('need a duration for a stage that they do not inherit', () => {
    expect(wrong(smallFile('classes: { mine: { check: { people: 1 } } }\n'))).toEqual([
      'missing-key classes.mine.check',
    ]);
  });
});

describe('faults', () => {
  it('have their parameters in SI units, and defaults from their kind', () => {
    const [fault] = checked(
      smallFile('faults:\n  - { at: 1h, kind: crash, service: shop, share: 30%, until: 2h, ramp: 5m }\n'),
    ).faults;
    expect(fault).toMatchObject({ id: 'crash-1', atSeconds: 3600, untilSeconds: 7200 });
    expect(fault.parameters).toEqual({ service: 'shop', share: 0.3, ramp: 300, steps: 10 });
  });

  it('keep the order of the file in their ids', () => {
    const faults = Array.from({ length: 11 }, (_, i) => `  - { at: ${i}m, kind: power-loss, site: north }\n`).join('');
    const ids = checked(smallFile(`faults:\n${faults}`)).faults.map(({ id }) => id);
    expect(ids[0]).toBe('power-loss-01');
    expect(ids[10]).toBe('power-loss-11');
  });
});

describe('expectations', () => {
  const of = (text: string) => checked(smallFile(`expect:\n  - ${text}\n`)).expectations[0];

  it.each([
    ['{ service: shop, restored: { within: 12h } }', { measure: 'restoredAfterSeconds', of: 'shop', atMost: 43_200 }],
    ['{ service: shop, firstFunction: { within: 1h } }', { measure: 'firstFunctionAfterSeconds', atMost: 3600 }],
    ['{ service: shop, recovered: { within: 1h } }', { measure: 'recoveredAfterSeconds', atMost: 3600 }],
    ['{ service: shop, sustained: true }', { measure: 'lowestShare', atLeast: 0.99 }],
    ['{ survives: any-site, within: 10m }', { measure: 'survives', of: 'any-site', withinSeconds: 600 }],
    ['{ survives: north/a, within: 10m, untouched: passes }', { of: 'north/a', untouchedPasses: true }],
    ['{ measure: availability, of: shop, atLeast: 99.9% }', { measure: 'availability', atLeast: 0.999 }],
    ['{ measure: downtimeSeconds, of: shop, atMost: 30m }', { atMost: 1800 }],
    ['{ measure: userHoursLost, atMost: 200M }', { of: null, atMost: 2e8 }],
    ['{ measure: userHoursLost, atMost: { share: 40%, ofLayout: base } }', { atMost: 0.4, relativeTo: 'base' }],
    ['{ measure: userHoursLost, atMost: { share: 40%, of-layout: base } }', { atMost: 0.4, relativeTo: 'base' }],
    ['{ measure: peakLoad, of: north, atMost: 90% }', { of: 'north', atMost: 0.9 }],
    ['{ measure: servicesDownAtOnce, atMost: 2 }', { atMost: 2 }],
    ['{ measure: vulnerable, atMost: 0 }', { measure: 'vulnerable', atMost: 0 }],
  ])('%s has one structured form', (text, expected) => {
    expect(of(text)).toMatchObject(expected);
  });

  it.each([
    ['{ measure: downtimeSeconds, of: shop, atMost: 30 }', 'bare-number expect[0].atMost'],
    ['{ measure: availability, of: shop, atLeast: 0.999 }', 'bare-number expect[0].atLeast'],
    ['{ measure: userHoursLost, atMost: { share: 40%, ofLayout: bse } }', 'unknown-layout expect[0].atMost.ofLayout'],
    ['{ measure: downtimeSeconds, of: north, atMost: 30m }', 'wrong-subject expect[0].of'],
    ['{ measure: userHoursLost, atMost: { share: 40%, of-layout: bse } }', 'unknown-layout expect[0].atMost.of-layout'],
    ['{ measure: userHoursLost, atMost: { share: 40% } }', 'missing-key expect[0].atMost'],
    ['{ service: shop, restored: { within: 1h }, within: 5m }', 'key-not-taken expect[0]'],
    ['{ service: shop, sustained: true, atLeast: 90% }', 'key-not-taken expect[0]'],
    ['{ survives: any-site, within: 1h, of: shop }', 'key-not-taken expect[0]'],
    ['{ measure: userHoursLost, atMost: 5M, within: 1h }', 'key-not-taken expect[0]'],
    ['{ survives: any-site }', 'missing-key expect[0]'],
    ['{ restored: { within: 1h } }', 'missing-key expect[0]'],
    ['{ of: shop, service: shop, sustained: true }', 'one-of expect[0]'],
  ])('%s is refused', (text, expected) => {
    expect(wrong(smallFile(`expect:\n  - ${text}\n`))).toEqual([expected]);
  });
});

describe('history', () => {
  it('counts durations from its own origin, and wall-clock times from the start', () => {
    const text = `history:
  since: 2024-05-13T09:10:00+09:00
  rows:
    - { service: shop, firstFunction: { after: 2h, by: 2024-05-13T12:10:00+09:00 }, source: a newspaper }
    - { service: shop, restored: { by: 5h } }
`;
    const { history } = checked(smallFile(text));
    expect(history?.sinceSeconds).toBe(600);
    expect(history?.rows).toMatchObject([
      { id: 'shop', milestone: 'firstFunction', afterSeconds: 7800, bySeconds: 11_400, source: 'a newspaper' },
      { id: 'shop-2', milestone: 'restored', afterSeconds: null, bySeconds: 18_600, source: null },
    ]);
  });
});

describe('provenance', () => {
  it('is kept by path and changes no value', () => {
    const text = smallFile().replace('servers: 20,', 'servers: { value: 20, source: "a report" }, assumed: the rest,');
    const scenario = checked(text);
    expect(scenario.services[0].deployments[0].servers).toBe(20);
    expect(scenario.provenance).toEqual({
      'services.shop.deploy.north': { assumed: 'the rest' },
      'services.shop.deploy.north.servers': { source: 'a report' },
    });
  });
});

describe('layouts', () => {
  const text = smallFile(`layouts:
  as-it-is: {}
  both: { services: { shop: { deploy: { south: { servers: 5, capacity: 200/s }, north: { servers: 15 } } } } }
  none: { services: { shop: { users: , deploy: { north: { role: cold-standby } } } } }
`);

  it('are the file with what they change; the first runs when none is asked for', () => {
    expect(checked(text)).toMatchObject({ layout: 'as-it-is', layouts: ['as-it-is', 'both', 'none'], changes: [] });
    const both = checked(text, { layout: 'both' });
    expect(both.services[0].deployments.map(({ site, servers }) => [site, servers])).toEqual([
      ['north', 15],
      ['south', 5],
    ]);
    expect(both.changes).toEqual(['+ shop@south', '~ shop@north servers 20 -> 15']);
    expect(checked(text, { layout: 'base' }).layout).toBe('base');
  });

  it('may remove', () => {
    const none = checked(text, { layout: 'none' });
    expect(none.services[0].users).toBeNull();
    expect(none.changes).toEqual([
      '~ service shop users { population: 200k, peak: 900/s } -> (default)',
      '~ shop@north role (default) -> cold-standby',
    ]);
  });

  it('tell that a long list is another one, though it is as long, and show how it begins', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const services = names.map((id) => `  ${id}: { capacity: 1/s, deploy: { south: { servers: 1 } } }\n`).join('');
    const file = smallFile(
      `${services}recovery: { order: [a, b, c, d, e] }\nlayouts:\n  same: { recovery: { order: [a, b, c, d, e] } }\n  other: { recovery: { order: [a, b, c, e, d] } }\n`,
    );
    expect(checked(file, { layout: 'same' }).changes).toEqual([]);
    expect(checked(file, { layout: 'other' }).changes).toEqual([
      '~ recovery order [a, b, c, 2 more] -> [a, b, c, 2 more]',
    ]);
  });

  it('are all checked, whichever runs, and say which is wrong', () => {
    const broken = text.replace('servers: 15', 'servers: 0');
    const problems = check(broken).problems.filter(({ severity }) => severity === 'error');
    expect(problems.map(({ code, line, message }) => [code, line, message])).toEqual([
      ['not-positive', 14, '0 is not above zero (in layout "both")'],
    ]);
  });
});

describe('names of layouts', () => {
  it('are ids, and their contents mappings', () => {
    expect(wrong(smallFile('layouts: { "two words": {}, list: [1] }\n'))).toEqual([
      'bad-id layouts',
      'wrong-type layouts.list',
    ]);
    expect(wrong(smallFile('layouts: [a, b]\n'))).toEqual(['wrong-type layouts']);
  });
});

describe('settings', () => {
  it('change what is there and state what was left out, above the layout', () => {
    const set = [
      'services.shop.users.peak=80k/s',
      'services.shop.health.interval=1s',
      'recovery.order=dependency',
      'sites.north.zones={ a: 10%, b: 90% }',
    ];
    const scenario = checked(smallFile(), { set });
    expect(scenario.services[0]).toMatchObject({
      users: { peakPerSecond: 80_000 },
      health: { intervalSeconds: 1, threshold: 3 },
    });
    expect(scenario.recovery.order).toBe('dependency');
    expect(scenario.services[0].deployments[0].zones).toEqual([
      { zone: 'a', servers: 2 },
      { zone: 'b', servers: 18 },
    ]);
    expect(scenario.positions['services.shop.users.peak']).toBeUndefined();
  });

  it('reach into lists, and replace a value with its source', () => {
    const text = smallFile('faults:\n  - { at: { value: 1h, source: x }, kind: power-loss, site: north }\n');
    const scenario = checked(text, { set: ['faults[0].at=5m', 'faults[0].over=10m'] });
    expect(scenario.faults[0]).toMatchObject({ atSeconds: 300, parameters: { over: 600 } });
  });

  it('are refused where they name nothing, and are wrong where they stand', () => {
    const { problems } = check(smallFile(), { set: ['services.shpo.queue=1', 'services.shop.queue=many'] });
    expect(problems.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['--set', 1, 'unknown-path'],
      ['--set', 2, 'bad-number'],
    ]);
  });
});

describe('a problem in Korean', () => {
  it('leaves names as they are, though they be words of ours', () => {
    const file = smallFile('    failover: { team: service, people: 1 }\nrecovery:\n  teams: { data: 3 }\nvalues: 1\n');
    expect(check(file).problems.map(({ messageKo }) => messageKo)).toEqual([
      '없는 팀: "service"',
      '여기에 쓸 수 없는 키: "values"',
    ]);
  });
});

describe('JSON', () => {
  it('is a scenario file too', () => {
    const json = {
      firebreak: 1,
      title: 'Test',
      start: '2024-05-13T09:00:00+09:00',
      duration: '1d',
      sites: { north: { zones: { a: '50%', b: '50%' } }, south: {} },
      services: {
        shop: { users: { population: '200k', peak: '900/s' }, deploy: { north: { servers: 20, capacity: '200/s' } } },
      },
    };
    const { positions: _, sha256: __, ...fromJson } = checked(JSON.stringify(json, null, '\t'));
    const { positions: ___, sha256: ____, ...fromYaml } = checked(smallFile());
    expect(fromJson).toEqual(fromYaml);
  });
});
