/** Playing to a time and seeking to it show the same: the page paints only when something that is drawn changes. */
import { describe, expect, it } from 'vitest';
import { streams } from '../../../src/engine/streams.js';
import { run } from '../../../src/library/run.js';
import { changeTimes, countUpTo } from '../../../src/scene/change-times.js';
import { fitLanes } from '../../../src/scene/lane-geometry.js';
import { layLanes } from '../../../src/scene/lanes.js';
import { markersOf, markerTimes } from '../../../src/scene/markers.js';
import { dayText } from '../../../src/scene/moment-text.js';
import { advance, type Pace } from '../../../src/scene/pace.js';
import { type StageView, stageScene } from '../../../src/scene/stage.js';
import { bundledScenario } from '../../support/bundled-scenarios.js';

const FRAME_SECONDS = 1 / 60;

describe.each([
  ['two-sites', 'event', 1000],
  ['retry-storm', 300, 200],
  ['kakao-2022', 'event', 60],
] as const)('%s, played by pace %s', (name, pace: Pace, count) => {
  it(`shows at ${count} random times what seeking there shows`, () => {
    const { reading } = run(bundledScenario(name));
    const lanes = layLanes(reading.scenario, []);
    const view: StageView = {
      lanes,
      geometry: fitLanes(lanes, { width: 900, height: 500 }),
      theme: 'light',
      language: 'en',
      chosen: null,
      pointed: null,
      measure: (text, size) => text.length * size * 0.5,
    };
    const changes = changeTimes(reading.record);
    const times = markerTimes(markersOf(reading));
    const painted = (time: number): string => JSON.stringify(stageScene(reading, time, view).shapes);
    const luck = streams('seek').stream('times', name, count);
    const wanted = Array.from({ length: count }, () => luck.next() * reading.end).sort((a, b) => a - b);
    let [now, instant, shown] = [0, '', ''];
    let compared = 0;
    for (const time of wanted) {
      // Quiet stretches may be played over in long frames: what is painted depends on where the clock stood, not how often.
      while (now < time) {
        const next = advance(now, FRAME_SECONDS * 20, pace, times, reading.end);
        now = Math.min(next, time);
        const at = `${countUpTo(changes, now)} ${dayText(reading, now, 'en')}`;
        if (at === instant) continue;
        instant = at;
        shown = painted(now);
      }
      if (shown !== painted(time)) throw new Error(`at ${time} another picture is played than sought`);
      compared++;
    }
    expect(compared).toBe(count);
  });
});
