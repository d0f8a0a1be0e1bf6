import { describe, expect, it } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import { checked, smallFile } from '../checked.js';

describe('a team', () => {
  it('that is a number is one group of people who can do everything', () => {
    const { recovery } = checked(smallFile('recovery: { teams: { ops: 3 } }'));
    expect(recovery.teams).toMatchObject([
      {
        id: 'ops',
        people: 3,
        groups: [{ id: '', people: 3, classes: null, stages: null, fromSeconds: 0, called: null }],
      },
    ]);
  });

  it('has its own people first and then its groups by id, who come with the team unless they say otherwise', () => {
    const { recovery } = checked(
      smallFile(`recovery:
  teams:
    data:
      people: 2
      from: 1h
      groups:
        storage: { people: 1, classes: [large-stateful], stages: [check] }
        duty: { people: 3, from: 0s, called: 30m }
`),
    );
    expect(recovery.teams[0].people).toBe(6);
    expect(recovery.teams[0].groups).toMatchObject([
      { id: '', people: 2, fromSeconds: 3600 },
      { id: 'duty', people: 3, fromSeconds: 0, called: constant(1800) },
      { id: 'storage', people: 1, fromSeconds: 3600, classes: ['large-stateful'], stages: ['check'] },
    ]);
  });
});
