import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../src/record/record.js';
import { measure } from '../../../src/results/measures.js';
import { substituteResults, usersLeft } from '../../../src/results/users-away.js';
import { reading, scenario, service, users } from './synthetic.js';

const SITE = CAUSES.indexOf('site');

/** 1,000 people; 800 use chat, 400 maps. Chat fails from 600 s to 1200 s; half of its users leave, and a fifth stay away. */
const run = reading(
  scenario({
    substitutes: [
      { id: 'line', name: { en: 'LINE' } },
      { id: 'other', name: { en: 'Other' } },
    ],
    services: [
      service('chat', {
        users: users({
          share: 0.8,
          substitutes: [
            { id: 'line', share: 0.75 },
            { id: 'other', share: 0.25 },
          ],
        }),
      }),
      service('maps', { users: users({ share: 0.4, substitutes: [{ id: 'other', share: 1 }] }) }),
    ],
  }),
  {
    chat: {
      share: [
        [0, 1],
        [600, 0],
        [1200, 1],
      ],
      cause: [
        [0, 0],
        [600, SITE],
        [1200, 0],
      ],
      wanted: [[0, 100]],
      away: [
        [0, 0],
        [1200, 0.5],
        [2400, 0.2],
      ],
    },
    maps: {
      share: [[0, 1]],
      wanted: [[0, 100]],
      away: [
        [0, 0],
        [600, 0.4],
        [1800, 0.3],
      ],
    },
  },
);

describe('people who left', () => {
  it('are counted for each substitute once, by the service that most of them left', () => {
    // LINE: 800 x 0.5 x 75 % = 300, then 120. Other: the greater of 800 x away x 25 % and 400 x away.
    expect(substituteResults(run)).toEqual([
      { id: 'line', name: { en: 'LINE' }, went: 0, peakUsers: 300, stayed: 120 },
      { id: 'other', name: { en: 'Other' }, went: 0, peakUsers: 160, stayed: 120 },
    ]);
  });

  it('and stayed away are those who are away at the end', () => {
    // The greater of 800 x 0.2 and 400 x 0.3.
    expect(usersLeft(run)).toBe(160);
    expect(measure(run, 'usersLeft', null)?.value).toBe(160);
  });

  it('are affected while they are away, by the cause that drove them off', () => {
    // Chat: 800 for 600 s, 400 for 1200 s, 160 for 1200 s; of 1,000 people x 0.8.
    const hours = measure(run, 'userHoursLost', 'chat')?.value;
    expect(hours).toBeCloseTo((800 * 600 + 400 * 1200 + 160 * 1200) / 3600, 9);
  });

  it('want what they do not get', () => {
    // Chat serves 600 + 1200 x 0.5 + 1200 x 0.8 of 3600 s, maps 600 + 1200 x 0.6 + 1800 x 0.7.
    const chat = 600 + 1200 * 0.5 + 1200 * 0.8;
    const maps = 600 + 1200 * 0.6 + 1800 * 0.7;
    expect(measure(run, 'availability', null)?.value).toBeCloseTo((chat + maps) / 7200, 9);
  });
});
