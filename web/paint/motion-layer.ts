/**
 * The layer of what moves, over the stage: painted each frame while requests are shown, and otherwise when the time changes.
 *
 * Requests are shown while one plays slowly enough that they would not lie: off above 600 times as fast as life, where less
 * motion is asked for, and in a hidden tab, which has no frames. Nothing runs while paused.
 */
import { effect } from '@preact/signals';
import { type DisplayList, speedAt, stageMotion } from '../library.js';
import { pace, playing, time } from '../state/clock.js';
import { stageLanes } from '../state/comparing.js';
import { language, still, theme } from '../state/preferences.js';
import { session } from '../state/session.js';
import { stageGeometry } from '../state/stage-geometry.js';
import { paintCanvas } from './canvas-painter.js';
import { measureText } from './measure-text.js';

const FASTEST = 600;
/** Of the way from caller to callee. */
const WAYS_A_SECOND = 0.35;

export function paintMotion(canvas: HTMLCanvasElement | null, ratio: () => number): (() => void) | undefined {
  if (canvas === null) return undefined;
  return effect(() => {
    const list = motionNow();
    if (list !== null) paintCanvas(canvas, list, ratio());
  });
}

function motionNow(): DisplayList | null {
  const current = session.value;
  const [geometry, lanes] = [stageGeometry.value, stageLanes.value];
  if (current === null || geometry === null || lanes === null) return null;
  const now = time.value;
  const { reading, times } = current;
  const slow = speedAt(now, pace.value, times, reading.end) <= FASTEST;
  const moving = playing.value && !still.value && slow;
  const view = {
    lanes,
    geometry,
    theme: theme.value,
    language: language.value,
    chosen: null,
    pointed: null,
    measure: measureText,
  };
  return stageMotion(reading, now, view, moving ? (performance.now() / 1000) * WAYS_A_SECOND : null);
}
