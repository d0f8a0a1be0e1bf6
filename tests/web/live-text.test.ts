import { describe, expect, it } from 'vitest';
import type { AddedFault } from '../../src/index.js';
import { readLive, writeLive } from '../../web/state/live-text.js';

const FAULTS: readonly AddedFault[] = [
  { id: 'live-1', kind: 'power-loss', atSeconds: 7200, untilSeconds: null, parameters: { site: 'south' } },
  { id: 'live-2', kind: 'partition', atSeconds: 7300, untilSeconds: 9000, parameters: { sites: ['north'] } },
  { id: 'live-3', kind: 'crash', atSeconds: 8000, untilSeconds: null, parameters: { service: 'shop', share: '50%' } },
  { id: 'live-4', kind: 'surge', atSeconds: 8000, untilSeconds: 8001, parameters: { service: 'shop', factor: 2 } },
];

describe('faults in an address', () => {
  it('are those that were written', () => {
    expect(readLive(writeLive(FAULTS))).toEqual(FAULTS);
  });

  it('are short', () => {
    expect(writeLive(FAULTS.slice(0, 2))).toBe('power-loss,7200,,site:south;partition,7300,9000,sites:+north');
  });

  it.each([null, '', 'power-loss', 'power-loss,soon,,site:south', '<b>,1,,site:x', 'fire,9,3,site:x'])(
    'are none in %j',
    (text) => {
      expect(readLive(text)).toEqual([]);
    },
  );
});
