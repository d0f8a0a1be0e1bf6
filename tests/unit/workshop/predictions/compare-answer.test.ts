/**
 * The template lesson: North is dark from 10 min to the end of an hour, its login with it. Shop (needs login) and login go
 * down within seconds and stay down; so the shop's minutes down are those of its measure, and both are in the set.
 */
import { describe, expect, it } from 'vitest';
import { measure } from '../../../../src/results/measures.js';
import { readRun } from '../../../../src/results/reading.js';
import { checkLesson } from '../../../../src/workshop/lessons/check-lesson.js';
import type { DrawPrediction, NumberPrediction, PickPrediction } from '../../../../src/workshop/lessons/lesson.js';
import { lessonTemplate } from '../../../../src/workshop/lessons/template.js';
import { readAnswer } from '../../../../src/workshop/predictions/answer.js';
import { calibrationOf } from '../../../../src/workshop/predictions/calibration.js';
import { compareAnswer } from '../../../../src/workshop/predictions/compare-answer.js';
import { COMPARISON_TEXTS } from '../../../../src/workshop/predictions/comparison-texts.js';
import { lockCode, sameLockCode } from '../../../../src/workshop/predictions/lock-code.js';
import { truthOf } from '../../../../src/workshop/predictions/truth.js';
import { simulate } from '../../../../src/world/simulate.js';

const TEMPLATE = lessonTemplate('own');
const { loaded } = checkLesson(
  { id: 'own', file: 'lesson.md', text: TEMPLATE['lesson.md'] },
  { file: 'scenario.yaml', text: TEMPLATE['scenario.yaml'] },
);
if (loaded === null) throw new Error('the template is no lesson');
const [pick, minutes] = loaded.lesson.predictions as readonly [PickPrediction, NumberPrediction];
const reading = readRun(loaded.scenario, simulate(loaded.scenario, { seed: '1' }));
const readings = (layout: string) => (layout === 'base' ? reading : null);
const name = (id: string): string => id.toUpperCase();

describe('truthOf', () => {
  it('reads a set, a number in its unit and a curve from the run', () => {
    const downMinutes = (measure(reading, 'downtimeSeconds', 'shop')?.value ?? 0) / 60;
    expect(downMinutes).toBeGreaterThan(60);
    expect(truthOf(pick, readings)).toMatchObject({ right: ['shop', 'login'] });
    expect(truthOf(minutes, readings)).toEqual({ kind: 'number', value: downMinutes });
    const curve: DrawPrediction = {
      ...{ id: 'c', ask: pick.ask, reply: null, kind: 'draw', series: 'share', of: 'shop', layout: 'base' },
      ...{ fromSeconds: 0, toSeconds: 1200, points: 3, least: 0, most: 1 },
    };
    // Whole at the start, dead at 20 min; around 10 min half of the time is before the cut.
    const truth = truthOf(curve, readings);
    const [before, around, after] = truth?.kind === 'draw' ? truth.values : [];
    expect(before).toBeCloseTo(1, 12);
    expect(around).toBeCloseTo(0.5, 1);
    expect(after).toBeLessThan(0.05);
  });

  it('is unknown while a layout was not run', () => {
    expect(truthOf({ ...minutes, truth: { ...minutes.truth, layout: 'other' } }, readings)).toBeNull();
  });
});

describe('compareAnswer', () => {
  const set = (value: readonly string[], right: readonly string[]) =>
    compareAnswer(pick, { value, confidence: 50 }, { kind: 'pick', right, values: [1, 2] }, name);

  it.each([
    [['shop', 'login'], ['shop', 'login'], true, 1, 'Right, all of them: SHOP, LOGIN.'],
    [['shop'], ['shop', 'login'], false, 1 / 2, 'You missed LOGIN.'],
    [['shop', 'login'], ['shop'], false, 1 / 2, 'Not among them: LOGIN.'],
    [['login'], ['shop'], false, 0, 'You missed SHOP; not among them: LOGIN.'],
  ])('of a set %j of %j: right %s, near %d', (picked, right, isRight, near, text) => {
    expect(set(picked, right)).toMatchObject({ right: isRight, near, text: { en: text } });
  });

  it('counts pairs of an order, of which equal ones are right either way', () => {
    const order: PickPrediction = { ...pick, how: 'order', choices: ['a', 'b', 'c'] };
    const truth = { kind: 'pick', right: ['a', 'b', 'c'], values: [1, 1, 5] } as const;
    const answered = (value: string[]) => compareAnswer(order, { value, confidence: 50 }, truth, name);
    expect(answered(['b', 'a', 'c']).right).toBe(true);
    // c before b is wrong, c before a is wrong, b and a are equal.
    expect(answered(['c', 'b', 'a'])).toMatchObject({ right: false, near: 1 / 3 });
  });

  it.each([
    // Close is 25 %: 80 +- 20.
    [60, 80, true, 'You said 1 h, it was 1 h 20 min: close enough.'],
    [120, 80, false, 'You said 2 h, it was 1 h 20 min: 50 % too much.'],
    [40, 80, false, 'You said 40 min, it was 1 h 20 min: 50 % too little.'],
    [null, 80, false, 'You said never; it was 1 h 20 min.'],
    [40, null, false, 'You said 40 min; it did not come within the run.'],
    [null, null, true, 'Right: not within the run.'],
  ])('of a number %s where it was %s: right %s', (answered, value, right, text) => {
    const compared = compareAnswer(minutes, { value: answered, confidence: 90 }, { kind: 'number', value }, name);
    expect(compared).toMatchObject({ right, text: { en: text } });
  });

  it('tells of a curve how far it is off on average, and both peaks', () => {
    const curve: DrawPrediction = {
      ...{ id: 'c', ask: pick.ask, reply: null, kind: 'draw', series: 'load', of: 'shop@north', layout: 'base' },
      ...{ fromSeconds: 0, toSeconds: 1200, points: 3, least: 0, most: 2 },
    };
    const drawn = (value: number[]) =>
      compareAnswer(curve, { value, confidence: 70 }, { kind: 'draw', values: [0, 2, 1] }, name);
    // (0 + 0.2 + 0.1) / 3 of a scale of 2 is 5 %; (0 + 2 + 1) / 3 of 2 is 50 %.
    expect(drawn([0, 1.8, 0.9])).toMatchObject({ right: true, near: 0.95 });
    expect(drawn([0, 0, 0])).toMatchObject({ right: false, near: 0.5 });
    expect(drawn([0, 0, 2]).text.en).toContain('The peak was 200 % at 10 min; yours, 200 % at 20 min.');
  });

  it('has no Korean particle after a placeholder', () => {
    const broken = Object.values(COMPARISON_TEXTS).filter(({ ko }) =>
      /\}(은|는|이|가|을|를|과|와|으로|로)(\s|$)/.test(ko),
    );
    expect(broken).toEqual([]);
  });
});

describe('readAnswer', () => {
  it('takes what fits the prediction and nothing else', () => {
    expect(readAnswer(pick, { value: ['shop'], confidence: 70 })).toEqual({ value: ['shop'], confidence: 70 });
    for (const value of [['shop', 'shop'], ['mars'], 'shop', 3, null])
      expect(readAnswer(pick, { value, confidence: 70 })).toBeNull();
    expect(readAnswer(pick, { value: ['shop'], confidence: 60 })).toBeNull();
    for (const value of [null, 'x', Number.NaN, Number.POSITIVE_INFINITY])
      expect(readAnswer(minutes, { value, confidence: 50 })).toBeNull();
    expect(readAnswer({ ...minutes, never: true }, { value: null, confidence: 50 })).not.toBeNull();
  });
});

describe('a lock code', () => {
  const locked = {
    ...{ workshop: 'W7K2', nick: '하늘', lesson: 'own', seed: '1' },
    answers: [{ value: ['shop'], confidence: 70 as const }],
  };

  it('has six characters that nobody mistakes, and is read as somebody writes it', () => {
    const code = lockCode(locked);
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
    expect(sameLockCode(`${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `, code)).toBe(true);
  });

  it('is another for every other prediction, confidence, name, lesson and group', () => {
    const others = [
      { ...locked, answers: [{ value: ['login'], confidence: 70 as const }] },
      { ...locked, answers: [{ value: ['shop'], confidence: 90 as const }] },
      { ...locked, nick: '바다' },
      { ...locked, lesson: 'other' },
      { ...locked, workshop: 'W7K3' },
    ];
    expect(new Set([locked, ...others].map(lockCode)).size).toBe(6);
  });
});

describe('calibrationOf', () => {
  it('says when one was too sure, too little, or just so', () => {
    const at = (confidence: 50 | 70 | 90, right: boolean) => ({ confidence, right });
    // Sure of 2.7 of 3, right in 1: (0.9-1)^2 + 2 (0.9)^2 = 1.63, over 3.
    const sure = calibrationOf([at(90, true), at(90, false), at(90, false)]);
    expect(sure.brier).toBeCloseTo(1.63 / 3, 12);
    expect(sure.text.en).toBe('Too sure: so sure, 2.7 of 3 should be right; 1 is.');
    expect(calibrationOf([at(50, true), at(50, true)]).text.en).toContain('Surer than you think');
    expect(calibrationOf([at(50, true), at(50, false)]).text.ko).toContain('확신이 알맞았습니다');
    expect(calibrationOf([]).brier).toBeNull();
  });
});
