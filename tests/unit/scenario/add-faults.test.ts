import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkScenario, type LoadedScenario, loadScenario } from '../../../src/library/load-scenario.js';
import { type AddedFault, addFaults } from '../../../src/scenario/add-faults.js';

const FOLDER = join(import.meta.dirname, '../../../scenarios');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

function cut(site: string, over: Partial<AddedFault> = {}): AddedFault {
  return { id: 'live-1', kind: 'power-loss', atSeconds: 4000.25, untilSeconds: null, parameters: { site }, ...over };
}

/** Without lines and the checksum, which move, what is by default, and what was added. */
function withoutPlaces({
  sha256: _,
  positions: __,
  otherLayouts: ___,
  defaulted: ____,
  faults,
  ...rest
}: LoadedScenario) {
  const bare = faults.filter(({ id }) => id !== 'live-1').map((each) => ({ ...each, order: 0, path: '' }));
  // Terms may name all faults of a kind.
  const terms = rest.terms.map((each) => JSON.stringify(each).replace('"live-1",', ''));
  return { ...rest, terms, faults: bare };
}

describe('faults added to a scenario', () => {
  it.each(FILES)('are in %s, and nothing else changes', (file) => {
    const before = loadScenario(read(file));
    const [{ id: site }] = before.sites;
    const after = loadScenario(addFaults(read(file), before.layout, [cut(site)]));
    expect(withoutPlaces(after)).toEqual(withoutPlaces(before));
    const added = after.faults.find(({ id }) => id === 'live-1');
    expect(added).toMatchObject({ kind: 'power-loss', atSeconds: 4000.25, untilSeconds: null });
    expect(added?.parameters.site).toBe(site);
  });

  it.each(['null', '1', 'true', '1e3', '판교'])('name the site %s as what it is, a name', (site) => {
    const text = `firebreak: 1
title: x
start: 2026-01-05T12:00:00Z
duration: 1d
sites: { ${JSON.stringify(site)}: {}, other: {} }
services: { shop: { users: { population: 10, peak: 1/s }, capacity: 9/s, deploy: { ${JSON.stringify(site)}: { servers: 1 } } } }
faults:
  - { at: 1h, kind: power-loss, site: other }
`;
    const added = loadScenario(addFaults(text, null, [cut(site)])).faults.find(({ id }) => id === 'live-1');
    expect(added?.parameters.site).toBe(site);
  });

  it('stand below the last one, in lines of their own, comments kept', () => {
    const text = 'faults:\n  - { at: 1h, kind: power-loss, site: north } # the grid\nrecovery: {}\n';
    expect(addFaults(text, null, [cut('south', { untilSeconds: 7200 })])).toBe(
      'faults:\n  - { at: 1h, kind: power-loss, site: north } # the grid\n' +
        '  - { id: live-1, at: 1h6m40.25s, until: 2h, kind: power-loss, site: south }\nrecovery: {}\n',
    );
  });

  it('stand as far in as those of a list in lines, whatever its form', () => {
    const text = 'faults:\n- at: 1h\n  kind: power-loss\n  site: north\n\nexpect: []';
    expect(addFaults(text, null, [cut('south')])).toBe(
      'faults:\n- at: 1h\n  kind: power-loss\n  site: north\n' +
        '- { id: live-1, at: 1h6m40.25s, kind: power-loss, site: south }\n\nexpect: []',
    );
  });

  it.each([
    ['a list in brackets', 'faults: [ { at: 1h, kind: no-entry, site: north } ]\n'],
    ['an empty list', 'faults: []\n'],
    ['no list', 'title: x'],
    ['nothing', 'faults:\n'],
    ['JSON', '{ "faults": [{ "at": "1h", "kind": "no-entry", "site": "north" }] }'],
    ['JSON without a list', '{ "title": "x" }'],
    ['a list that stands elsewhere', 'x: &f [ { at: 1h, kind: no-entry, site: north } ]\nfaults: *f\n'],
  ])('can be added to %s', (_, text) => {
    const again = addFaults(addFaults(text, null, [cut('south')]), null, [cut('south', { id: 'live-2' })]);
    // What is read is what counts: the faults by their ids, in order.
    const { problems } = checkScenario(again);
    expect(problems.filter(({ code }) => /syntax|bad-yaml/.test(code))).toEqual([]);
    expect(again.match(/live-1/g)).toHaveLength(1);
    expect(again.indexOf('live-2')).toBeGreaterThan(again.indexOf('live-1'));
    expect(again.includes('1h"') || again.includes('1h,') || !text.includes('1h')).toBe(true);
  });

  it('go into the list of a layout that has its own', () => {
    const text =
      'faults:\n  - { at: 1h, kind: no-entry, site: north }\nlayouts:\n  other:\n    faults:\n      - { at: 2h, kind: no-entry, site: north }\n';
    expect(addFaults(text, 'other', [cut('south')])).toBe(
      `${text}      - { id: live-1, at: 1h6m40.25s, kind: power-loss, site: south }\n`,
    );
  });
});
