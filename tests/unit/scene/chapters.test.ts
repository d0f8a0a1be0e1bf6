import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chaptersOf, loadScenario, MOST_CHAPTERS, markersOf, readImpact, readRun, run } from '../../../src/index.js';

function told(file: string) {
  const scenario = loadScenario(readFileSync(`scenarios/${file}`, 'utf8'), { file });
  const reading = readRun(scenario, run(scenario).record);
  const impact = readImpact(reading);
  return { reading, impact, chapters: chaptersOf(reading, markersOf(reading), impact) };
}

describe('the chapters of a run', () => {
  it('begin with the first fault and end with the last return, one an instant', () => {
    const { reading, chapters } = told('two-sites.yaml');
    const rules = chapters.map((each) => (each.kind === 'event' ? reading.view.event(each.event).rule : each.kind));
    // Everybody is affected as soon as the power is gone: that moment is told by its fault.
    expect(rules).toEqual([
      ...['fault.began', 'failover.done', 'function.complete', 'power.returned'],
      ...['function.complete', 'function.complete'],
    ]);
    expect(chapters[0].time).toBe(reading.origin);
    expect(new Set(chapters.map(({ time }) => time)).size).toBe(chapters.length);
  });

  it('of a long run are nine, in order of time, with the worst moment among them', () => {
    const { impact, chapters } = told('kakao-2022.yaml');
    expect(chapters).toHaveLength(MOST_CHAPTERS);
    const times = chapters.map(({ time }) => time);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times).toContain(impact.peakAt);
  });
});
