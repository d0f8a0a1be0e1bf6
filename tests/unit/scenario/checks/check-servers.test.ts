import { describe, expect, it } from 'vitest';
import { checked, smallFile, wrong } from '../checked.js';

describe('the room of a zone', () => {
  /** Zones of 30 each; so many of the shop's servers stand in the first. */
  const inZone = (servers: number): string[] =>
    wrong(
      smallFile()
        .replace('north: { zones: { a: 50%, b: 50% } }', 'north: { servers: 60, zones: { a: 50%, b: 50% } }')
        .replace('servers: 20, capacity', `servers: ${servers}, zones: [a], capacity`),
    );

  it('is its share of the servers of the site, to the last one', () => {
    expect(inZone(30)).toEqual([]);
    expect(inZone(31)).toEqual(['zone-overfull sites.north.zones']);
  });

  it('of a site that states no number is as large as it needs to be', () => {
    expect(wrong(smallFile().replace('servers: 20, capacity', 'servers: 20, zones: [a], capacity'))).toEqual([]);
  });
});

describe('a task', () => {
  const TEAMS = 'recovery:\n  teams: { data: 3, ops: 2 }\n';
  const task = (people: number): string => `{ duration: 1h, team: data, people: ${people} }`;

  it.each(['check', 'start', 'verify', 'rebuild'])('to %s holds at most the people of its team', (stage) => {
    const file = (people: number): string => smallFile(`${TEAMS}classes:\n  web: { ${stage}: ${task(people)} }\n`);
    expect(wrong(file(3))).toEqual([]);
    expect(wrong(file(4))).toEqual([`too-many-people classes.web.${stage}.people`]);
  });

  it('to repair servers does, too', () => {
    const file = (people: number): string => smallFile(`${TEAMS}  boot: { repair: ${task(people)} }\n`);
    expect(wrong(file(3))).toEqual([]);
    expect(wrong(file(4))).toEqual(['too-many-people recovery.boot.repair.people']);
  });

  it('to promote does, too', () => {
    const file = (people: number): string => smallFile(`    failover: { team: ops, people: ${people} }\n${TEAMS}`);
    expect(wrong(file(2))).toEqual([]);
    expect(wrong(file(3))).toEqual(['too-many-people services.shop.failover.people']);
  });

  it('holds as many as it likes where people are without number', () => {
    const unlimited = `${TEAMS}  unlimitedPeople: true\nclasses:\n  web: { check: ${task(9)} }\n`;
    expect(wrong(smallFile(unlimited))).toEqual([]);
  });
});

describe('a service that nobody uses', () => {
  const TOOL = '  tool:\n    deploy: { north: { servers: 1, capacity: 200/s } }\n';

  it('is told, but not when servers are booted with it, or somebody needs it', () => {
    expect(wrong(smallFile(TOOL))).toEqual(['no-demand services']);
    expect(wrong(smallFile(`${TOOL}recovery:\n  boot: { tools: [tool] }\n`))).toEqual([]);
    expect(wrong(smallFile(`    needs: { tool: operate }\n${TOOL}`))).toEqual([]);
  });

  it('is told when it has no active deployment', () => {
    const standby = smallFile().replace('servers: 20, capacity', 'servers: 20, role: hot-standby, capacity');
    expect(wrong(standby)).toEqual(['nothing-serves services']);
  });
});

describe('a fault', () => {
  const at = (time: string): string[] =>
    wrong(smallFile(`faults:\n  - { at: ${time}, kind: power-loss, site: north }\n`));

  it('that begins when the run ends does nothing, and is told', () => {
    // The run lasts a day.
    expect(at('86399s')).toEqual([]);
    expect(at('1d')).toEqual(['late-fault faults[0].at']);
  });
});

describe('an id', () => {
  it('of a link has no meaning of its own, and is that of no other link', () => {
    const links = (...ids: string[]): string =>
      smallFile(`links:\n${ids.map((id) => `  - { id: ${id}, between: [north, south], latency: 2ms }\n`).join('')}`);
    expect(wrong(links('any'))).toEqual(['reserved-id links']);
    expect(wrong(links('a', 'a'))).toEqual(['duplicate-id links']);
    expect(checked(links('a', 'b')).links.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
