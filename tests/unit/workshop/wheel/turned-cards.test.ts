import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkLesson,
  type LoadedLesson,
  readInterventions,
  responseScenario,
  turnedFaults,
  wheelDeck,
  writeInterventions,
} from '../../../../src/index.js';

const read = (name: string): string => readFileSync(`web/lessons/wheel-of-misfortune/${name}`, 'utf8');
const source = (text: string) => ({ id: 'wheel-of-misfortune', file: 'lesson.md', text });
const LOADED = checkLesson(source(read('lesson.md')), { file: 'w.yaml', text: read('scenario.yaml') })
  .loaded as LoadedLesson;

describe('the deck of a wheel', () => {
  it('has the same order for the same code, each card once, and none without a code', () => {
    const deck = wheelDeck(LOADED, 'north-wind-42');
    expect(wheelDeck(LOADED, 'north-wind-42')).toEqual(deck);
    expect([...deck].sort()).toEqual(['backup', 'cordon', 'match', 'rack', 'taxi']);
    expect(wheelDeck(LOADED, '')).toEqual([]);
    // Of 120 orders ten codes hit more than one.
    const orders = Array.from({ length: 10 }, (_, i) => wheelDeck(LOADED, `code-${i}`).join());
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  it('strikes at the stop at which it was turned, for as long as it says', () => {
    // Stop 2 is at 1 h; the taxi takes 40 min.
    expect(turnedFaults(LOADED.lesson, [{ stop: 1, card: 'taxi' }])).toEqual([
      { id: 'card-1', kind: 'team-absent', atSeconds: 3600, untilSeconds: 6000, parameters: { team: 'service' } },
    ]);
    const { scenario } = responseScenario(LOADED, ['permit'], [{ stop: 1, card: 'taxi' }]);
    expect(scenario?.faults.find(({ id }) => id === 'card-1')?.atSeconds).toBe(3600);
  });

  it('leaves out a card and a stop that are not there', () => {
    expect(turnedFaults(LOADED.lesson, [{ stop: 0, card: 'constructor' }])).toEqual([]);
    expect(turnedFaults(LOADED.lesson, [{ stop: 9, card: 'taxi' }])).toEqual([]);
  });

  it('is refused with its place when a card is no fault of the scenario', () => {
    const text = read('lesson.md').replace('team: service }\n      lasts', 'team: kitchen }\n      lasts');
    const { loaded, problems } = checkLesson(source(text), { file: 'w.yaml', text: read('scenario.yaml') });
    expect(loaded).toBeNull();
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['bad-overlay', 'wheel.deck.taxi.fault']]);
  });
});

describe('what was decided and turned', () => {
  it('is read from a submission as it was written', () => {
    const turns = [
      { stop: 0, card: 'taxi' },
      { stop: 2, card: 'rack' },
    ];
    const written = writeInterventions(['wait', 'easy', 'at-once'], turns);
    expect(written).toEqual(['wait', 'easy', 'at-once', '1:taxi', '3:rack']);
    expect(readInterventions(written)).toEqual({ choices: ['wait', 'easy', 'at-once'], turns });
  });
});
