import { describe, expect, it } from 'vitest';
import { ancestry, rootsOf, shortestChains } from '../../../src/record/causes.js';
import { createRecorder } from '../../../src/record/record-writer.js';
import { viewRecord } from '../../../src/record/view.js';
import { FACTS } from './facts.js';

const recorder = createRecorder();
const pangyo = recorder.entity('site', 'pangyo');
const store = recorder.entity('service', 'object-store');
const mail = recorder.entity('service', 'mail');
recorder.level(0, mail, 'share', 1);
const fault = recorder.event(100, 'fault.began', pangyo, []);
const entry = recorder.event(100, 'entry.forbidden', pangyo, []);
const power = recorder.event(100, 'power.lost', pangyo, [fault], 32000);
const storeDown = recorder.event(100, 'state.changed', store, [power], 0, 3, 0);
const detour = recorder.event(150, 'queue.filled', mail, [storeDown], 9);
const mailDown = recorder.event(200, 'state.changed', mail, [storeDown, detour], 0, 3, 0.25);
recorder.level(200, mail, 'share', 0.25);
const view = viewRecord(recorder.finish(FACTS));

describe('a view of a record', () => {
  it('finds entities by kind and id', () => {
    expect(view.find('service', 'mail')).toBe(mail);
    expect(view.find('site', 'mail')).toBe(-1);
    expect(view.entity(store).id).toBe('object-store');
    expect(view.ofKind('service')).toEqual([store, mail]);
    expect(view.ofKind('zone')).toEqual([]);
  });

  it('tells the value of a quantity at a time', () => {
    expect(view.at(mail, 'share', 199)).toBe(1);
    expect(view.at(mail, 'share', 200)).toBe(0.25);
    expect(view.at(store, 'share', 200)).toBeNaN();
    expect(view.track(store, 'share')).toBeNull();
  });

  it('knows when a quantity changes next, and when it changed last', () => {
    expect(view.nextChange(mail, 'share', 0)).toBe(200);
    expect(view.nextChange(mail, 'share', 200)).toBeNull();
    expect(view.previousChange(mail, 'share', 200)).toBe(0);
    expect(view.previousChange(store, 'share', 200)).toBeNull();
  });

  it('gives an event with its numbers by name', () => {
    expect(view.event(mailDown)).toEqual({
      index: mailDown,
      time: 200,
      rule: 'state.changed',
      entity: mail,
      causes: [storeDown, detour],
      numbers: { from: 0, to: 3, share: 0.25 },
    });
  });

  it('finds events by entity and by time', () => {
    expect(view.eventsOf(mail)).toEqual([detour, mailDown]);
    expect(view.firstEvent(mail, 0, (event) => event.rule === 'state.changed')).toBe(mailDown);
    expect(view.firstEvent(mail, 201, () => true)).toBe(-1);
    expect(view.eventsBy(['state.changed', 'fault.began'])).toEqual([fault, storeDown, mailDown]);
    expect(view.lastEventAt(99)).toBe(-1);
    expect(view.lastEventAt(150)).toBe(detour);
  });
});

describe('the graph of causes', () => {
  const { events } = view.record;

  it('holds all earlier events that led to one, and no others', () => {
    expect(ancestry(events, mailDown)).toEqual([fault, power, storeDown, detour, mailDown]);
    expect(ancestry(events, mailDown)).not.toContain(entry);
  });

  it('ends in events without causes', () => {
    expect(rootsOf(events, mailDown)).toEqual([fault]);
    expect(rootsOf(events, entry)).toEqual([entry]);
  });

  it('is told by the shortest way from each root', () => {
    expect(shortestChains(events, mailDown)).toEqual([fault, power, storeDown, mailDown]);
  });

  it('is told from the nearest roots when not all are wanted', () => {
    const two = createRecorder();
    const site = two.entity('site', 'pangyo');
    const far = two.event(0, 'fault.began', site, []);
    const between = two.event(1, 'power.lost', site, [far], 1);
    const near = two.event(2, 'intervention.made', site, []);
    const end = two.event(3, 'cooling.lost', site, [between, near]);
    const { events: log } = two.finish(FACTS);
    expect(shortestChains(log, end, 1)).toEqual([near, end]);
    expect(shortestChains(log, end, 2)).toEqual([far, between, near, end]);
  });
});
