import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Lesson, readLesson, wheelPauses } from '../../../../src/index.js';

const text = readFileSync('web/lessons/wheel-of-misfortune/lesson.md', 'utf8');
const lesson = readLesson({ id: 'wheel-of-misfortune', file: 'lesson.md', text }).lesson as Lesson;
const pausesWithin = (lastsSeconds: number) =>
  wheelPauses(lesson, { beginsAtSeconds: 600, lastsSeconds }).map(({ kind, atSeconds }) => `${kind} ${atSeconds / 60}`);

describe('the clock of a wheel', () => {
  it('waits at each event, decision and update, in order of time, and at the end', () => {
    // Feeds go at 10 and 40 min; updates are due 10 and 60 min after the first.
    expect(pausesWithin(9 * 3600)).toEqual([
      'marker 10',
      'stop 15',
      'update 20',
      'marker 40',
      'stop 60',
      'update 70',
      'marker 80',
      'marker 180',
      'stop 195',
      'marker 300',
      'end 540',
    ]);
  });

  it('waits at nothing that would come after the end', () => {
    expect(pausesWithin(1200)).toEqual(['marker 10', 'stop 15', 'end 20']);
  });

  it('of one instant tells what happened before it asks', () => {
    const moved = { ...lesson, wheel: { ...(lesson.wheel as NonNullable<Lesson['wheel']>), updates: [300] } };
    const all = wheelPauses(moved, { beginsAtSeconds: 600, lastsSeconds: 1000 });
    expect(all.map(({ kind }) => kind)).toEqual(['marker', 'update', 'stop', 'end']);
  });
});
