import { expect, it } from 'vitest';
import { STATES } from '../../../src/record/record.js';
import { becauseIn } from '../../../src/results/because.js';
import { reading, scenario, service } from './synthetic.js';

const all = scenario({ services: [service('mail')] });
const state = (name: (typeof STATES)[number]): number => STATES.indexOf(name);

const { view } = reading(all, {}, {}, (recorder, entity) => {
  const mail = entity('service', 'mail');
  const zone = recorder.entity('zone', 'west/a');
  const fault = recorder.entity('fault', 'cut');
  const there = recorder.entity('deployment', 'mail@west');
  const work = recorder.entity('task', 'mail@west:start#1');
  const began = recorder.event(0, 'fault.began', fault, []); // 0
  const lost = recorder.event(0, 'power.lost', zone, [began], 5); // 1
  recorder.event(1e6, 'power.returned', zone, [began], 5); // 2
  const waits = recorder.event(1e6, 'task.waits', work, [lost]); // 3
  const starts = recorder.event(2e6, 'task.began', work, [waits], 1, 1); // 4
  const done = recorder.event(3e6, 'task.finished', work, [starts], 1); // 5
  const again = recorder.event(3e6, 'servers.recovered', there, [done], 5); // 6
  recorder.event(3e6, 'state.changed', mail, [again], state('recovering'), state('down'), 0); // 7
  recorder.event(4e6, 'state.changed', mail, [lost, starts], state('down'), state('recovering'), 0); // 8
  recorder.event(4e6, 'state.changed', mail, [lost], state('down'), state('recovering'), 0); // 9
  recorder.event(4e6, 'work.bounced', recorder.entity('dependency', 'a->mail'), [6], 9); // 10
});

it.each([
  [0, null],
  [1, 'cut began'],
  // It went; that is not why it came back.
  [2, 'the scenario gives it back then'],
  [3, 'west a lost power (5 servers)'],
  // Work began after it had waited, and ended after it had begun.
  [4, null],
  [5, null],
  [6, 'start of mail (west) finished after 1 s'],
  [7, 'the work is done, but callers do not see it yet'],
  // Somebody is at it since the work began, not since the power went.
  [8, 'start of mail (west) began: 1 person'],
  [9, null],
  [10, null],
])('event %i is because: %s', (event, text) => {
  expect(becauseIn(all, view, 'en')(event)).toBe(text);
});

it('says it in Korean, too', () => {
  expect(becauseIn(all, view, 'ko')(2)).toBe('시나리오에 적힌 복구 시각');
});
