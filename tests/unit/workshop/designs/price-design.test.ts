/** The template lesson with a price list: North and South have 20 shops each, login 20 in North. */
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../../src/scenario/edits/edit.js';
import { loadDesign } from '../../../../src/workshop/designs/load-design.js';
import { checkLesson } from '../../../../src/workshop/lessons/check-lesson.js';
import { lessonTemplate } from '../../../../src/workshop/lessons/template.js';

const PRICES = `  budget: { moves: 4, points: 30 }
  edits:
    - { kind: add, services: [login], roles: [active], points: 6 }
    - { kind: servers, services: [shop], step: 10%, most: 150%, points: 5 }
    - { kind: need, of: [shop], as: [optional], points: 10 }
    - { kind: set, paths: [recovery.order], order: [shop, login] }
  options:
    drill: { name: { en: a, ko: b }, points: 9, lays: { services: { shop: { queue: 50 } } }, excludes: [tool] }
    tool: { name: { en: a, ko: b }, points: 7, lays: { services: { login: { queue: 50 } } }, times: 2 }
  sites: { open: [north], points: [20, 16] }
`;
const TEMPLATE = lessonTemplate('own');
const text = TEMPLATE['lesson.md'].replace(/ {2}budget:.*?(?= {2}reference:)/s, PRICES);
const { loaded } = checkLesson(
  { id: 'own', file: 'lesson.md', text },
  { file: 'scenario.yaml', text: TEMPLATE['scenario.yaml'] },
);
if (loaded === null) throw new Error('the lesson is wrong');

const load = (edits: readonly Edit[], options: readonly string[] = []) =>
  loadDesign(loaded, { layout: 'base', options, edits });
const servers = (count: number): Edit => ({ kind: 'servers', service: 'shop', site: 'south', servers: count });
const why = (edits: readonly Edit[], options: readonly string[] = []): string[] =>
  load(edits, options).hindrances.map(({ en }) => en);

describe('priceDesign', () => {
  it('counts edits and options as moves, and adds up their points and those of a further site', () => {
    // South is used and not open: 20. A login there: 6.
    const { price } = load([{ kind: 'add', service: 'login', site: 'south' }]);
    expect(price).toMatchObject({ moves: 1, points: 26, movesLeft: 3, pointsLeft: 4, affordable: true });
    expect(load([], ['tool']).price).toMatchObject({ moves: 1, points: 27 });
  });

  it.each([
    // 10 % of 20 is 2: up to 22 one step, 23 begins the second; steps down cost nothing and give nothing back.
    [21, 5],
    [22, 5],
    [23, 10],
    [10, 0],
  ])('of %d servers instead of 20 in steps of 2 takes %d points', (count, points) => {
    expect(load([servers(count)]).price?.points).toBe(20 + points);
  });

  it('tells why a design cannot be locked', () => {
    expect(why([servers(30)])).toEqual(['it costs more than the budget']);
    expect(why([servers(31)])).toEqual(['the lesson does not allow this change']);
    expect(why([{ kind: 'add', service: 'login', site: 'south', role: 'hot-standby' }])).toEqual([
      'the lesson does not allow this change',
    ]);
    // More servers than the largest deployment has would be capacity for nothing.
    expect(why([{ kind: 'add', service: 'login', site: 'south', servers: 21 }])).toEqual([
      'the lesson does not allow this change',
    ]);
    expect(why([{ kind: 'set', path: 'services.shop.queue', value: '9' }])).toEqual([
      'the lesson does not allow this change',
    ]);
    expect(why([{ kind: 'set', path: 'recovery.order', value: '[login, shop]' }])).toEqual([]);
    expect(why([{ kind: 'set', path: 'recovery.order', value: '[login, login]' }])[0]).toBeDefined();
    expect(why([{ kind: 'remove', service: 'shop', site: 'mars' }])).toContain('what it names is not there');
  });

  it('holds options to what is offered beside each other and how often', () => {
    expect(why([], ['drill', 'tool'])).toEqual(['it cannot be taken beside another one']);
    expect(why([], ['tool', 'tool', 'tool'])).toContain('it is taken more often than it is offered');
    expect(why([], ['fourth-team'])).toContain('the lesson offers no such option');
  });

  it('refuses another layout than those that one may begin from', () => {
    expect(loadDesign(loaded, { layout: 'mars', options: [], edits: [] }).hindrances).not.toEqual([]);
  });

  it('makes a text that opens anywhere, with the design as its last layout', () => {
    const { made, scenario } = load([{ kind: 'add', service: 'login', site: 'south' }]);
    expect(made.layout).toBe('design');
    expect(made.changes).toEqual(['+ login@south']);
    expect(scenario?.layouts).toEqual(['base', 'design']);
  });
});
