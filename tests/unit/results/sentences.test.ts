import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/record/rules.js';
import { JUDGEMENT_TEXTS } from '../../../src/results/judgement-texts.js';
import { MEASURES } from '../../../src/results/measures.js';
import { ENGLISH, KOREAN } from '../../../src/results/sentence-texts.js';
import { sentencesOf } from '../../../src/results/sentences.js';
import { need, reading, scenario, service } from './synthetic.js';

/** A particle after a placeholder would have to follow the sound of what fills it. */
const PARTICLE = /\}(은|는|이|가|을|를|과|와|으로|로)(?![가-힣])/;
const PLACEHOLDER = /\{(\w+)\}/g;

const placeholders = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name).sort();
const pairs: readonly (readonly [string, string, string])[] = [
  ...Object.keys(ENGLISH).map((key) => [key, ENGLISH[key as 'fault.began'], KOREAN[key as 'fault.began']] as const),
  ...Object.entries(JUDGEMENT_TEXTS).map(([key, { en, ko }]) => [key, en, ko] as const),
  ...MEASURES.map(({ name, label }) => [name, label.en, label.ko] as const),
];

describe('the sentences', () => {
  it('exist for every rule, in both languages and no others', () => {
    expect(Object.keys(KOREAN).sort()).toEqual(Object.keys(ENGLISH).sort());
    expect(RULES.filter(({ id }) => ENGLISH[id] === undefined)).toEqual([]);
  });

  it.each(pairs)('of %s say the same things in both languages', (_, english, korean) => {
    expect(placeholders(korean)).toEqual(placeholders(english));
  });

  it.each(pairs)('of %s have no Korean particle after a placeholder', (_, __, korean) => {
    expect(korean).not.toMatch(PARTICLE);
  });

  it('use numbers that the rule has, and a variant those of its rule', () => {
    for (const [key, text] of Object.entries(ENGLISH)) {
      const rule = RULES.find(({ id }) => id === key.split('/')[0]);
      const known = ['name', 'need', 'kind', 'what', 'who', 'slow', 'stage', ...(rule?.numbers ?? [])];
      expect(placeholders(text).filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  it('leave no placeholder open, whatever the rule', () => {
    const all = scenario({ services: [service('mail')] });
    const { view } = reading(all, {}, {}, (recorder) => {
      const mail = recorder.entity('service', 'mail');
      for (const { id, numbers } of RULES) recorder.event(0, id, mail, [], ...numbers.map((_, i) => i));
    });
    for (const language of ['en', 'ko'] as const) {
      const say = sentencesOf(all, view, language);
      for (let i = 0; i < RULES.length; i++) expect(say(view.event(i))).not.toMatch(/[{}]|undefined|NaN/);
    }
  });

  it('say of work who does it and how slowly, where that is no matter of course', () => {
    const all = scenario({ services: [service('mail')] });
    const { view } = reading(all, {}, {}, (recorder) => {
      const start = recorder.entity('task', 'mail@west:start#1');
      for (const [people, factor] of [
        [0, 1],
        [1, 1],
        [2, 3],
      ])
        recorder.event(0, 'task.began', start, [], people, factor);
    });
    const told = (language: 'en' | 'ko') =>
      [0, 1, 2].map((event) => sentencesOf(all, view, language)(view.event(event)));
    expect(told('en')).toEqual([
      'start of mail (west) began',
      'start of mail (west) began: 1 person',
      'start of mail (west) began: 2 people, 3 times as long as usual',
    ]);
    expect(told('ko')).toEqual([
      'mail (west) 시작 착수',
      'mail (west) 시작 착수: 1명',
      'mail (west) 시작 착수: 2명, 평소의 3배 시간',
    ]);
  });

  it('call a stage in which a deployment only waits a wait of the deployment', () => {
    const all = scenario({ services: [service('mail')] });
    const { view } = reading(all, {}, {}, (recorder) => {
      const power = recorder.entity('task', 'mail@west:power#1');
      recorder.event(0, 'task.waits', power, []);
      recorder.event(0, 'task.finished', power, [0], 3600);
    });
    const say = sentencesOf(all, view, 'en');
    expect([say(view.event(0)), say(view.event(1))]).toEqual([
      'mail (west) waits',
      'mail (west) has waited 1 h for power',
    ]);
  });

  it('name the need that a service lost by its circuit breaker', () => {
    const all = scenario({ services: [service('mail', { needs: [need('store', 'optional')] }), service('store')] });
    const { view } = reading(all, {}, {}, (recorder, entity) => {
      const edge = recorder.entity('dependency', 'mail->store', [
        entity('service', 'mail'),
        entity('service', 'store'),
      ]);
      const opened = recorder.event(0, 'breaker.opened', edge, [], 0.5);
      recorder.event(0, 'state.changed', entity('service', 'mail'), [opened], 0, 1, 1);
    });
    const say = sentencesOf(all, view, 'en');
    expect(say(view.event(0))).toBe('mail → store: circuit breaker opened at 50 % failures');
    expect(say(view.event(1))).toBe('mail: up → degraded, because it needs store (optional); 100 % succeed');
  });
});
