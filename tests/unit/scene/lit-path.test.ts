import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/results/went-down.js';
import { wentDown } from '../../../src/results/went-down.js';
import { fitLanes } from '../../../src/scene/lane-geometry.js';
import { layLanes } from '../../../src/scene/lanes.js';
import { litSteps } from '../../../src/scene/lit-path.js';
import { type StageView, stageScene } from '../../../src/scene/stage.js';
import { DIMMED } from '../../../src/scene/stage-path.js';
import { estimateText } from '../../../src/scene/text-fit.js';
import { fire } from '../results/fire.js';

const reading = fire();
const mail = reading.subject('mail') as NonNullable<ReturnType<typeof reading.subject>>;
const steps = wentDown(reading, mail);
const lit = litSteps(reading, steps);
const step = (over: Partial<Step>): Step => ({
  at: '2022-10-15T15:20:00+09:00',
  rule: 'state.changed',
  subject: 'mail',
  text: '',
  line: null,
  causes: [],
  ...over,
});

describe('the steps of an explanation', () => {
  it('are at the places that they are about, and at their times', () => {
    // See went-down.test.ts: fault (of Pangyo), zone, deployment, service, service. The run starts at 15:19.
    expect(lit.map(({ places }) => places)).toEqual([
      ['site:pangyo'],
      ['site:pangyo'],
      ['deployment:object-store@pangyo'],
      ['deployment:object-store@pangyo'],
      ['deployment:mail@anyang'],
    ]);
    expect(lit.map(({ time }) => time)).toEqual([60e6, 60e6, 60e6, 60e6, 64e6]);
    expect(lit.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('have no place when they are about what is not on the stage', () => {
    expect(litSteps(reading, [step({ subject: 'nobody' })])[0].places).toEqual([]);
  });
});

describe('a stage on which an explanation is lit', () => {
  const lanes = layLanes(reading.scenario);
  const view: StageView = {
    lanes,
    geometry: fitLanes(lanes, { width: 900, height: 400 }),
    theme: 'light',
    language: 'en',
    chosen: null,
    pointed: null,
    measure: estimateText,
  };
  const names = (list: ReturnType<typeof stageScene>) =>
    new Map(
      list.shapes.flatMap((shape): [string, number][] =>
        shape.kind === 'text' ? [[shape.text, shape.opacity ?? 1]] : [],
      ),
    );

  it('dims whatever is not on the path, and only that', () => {
    const shown = names(stageScene(reading, 70e6, { ...view, lit }));
    expect(shown.get('Mail')).toBe(1);
    expect([...shown].filter(([, opacity]) => opacity === DIMMED).map(([text]) => text)).not.toContain('Object store');
    const one = names(stageScene(reading, 70e6, { ...view, lit: lit.slice(4) }));
    expect(one.get('Object store')).toBe(DIMMED);
    expect(one.get('Mail')).toBe(1);
  });

  it('numbers its places, several sentences of one place together', () => {
    const shown = names(stageScene(reading, 70e6, { ...view, lit }));
    expect([...shown.keys()]).toEqual(expect.arrayContaining(['1 2', '3 4', '5']));
  });

  it('is as before when nothing is lit', () => {
    expect(stageScene(reading, 70e6, { ...view, lit: [] })).toEqual(stageScene(reading, 70e6, view));
  });
});
