/** The stage's places in pixels: from the lanes of the session and the room there is. */
import { computed, signal } from '@preact/signals';
import { fitLanes, type LaneGeometry, type StageSlot, slotsOf } from '../library.js';
import { besides, stageLanes } from './comparing.js';
import { session } from './session.js';

/** Names for all, however much there is to scroll. */
export const isNear = signal(false);
export const stageRoom = signal({ width: 0, height: 0 });

export const stageGeometry = computed<LaneGeometry | null>(() => {
  const { width, height } = stageRoom.value;
  const lanes = stageLanes.value;
  return lanes === null || width === 0
    ? null
    : fitLanes(lanes, { width, height }, besides.value.length > 0 ? 1 : undefined, isNear.value);
});

export const stageSlots = computed<readonly StageSlot[]>(() => {
  if (session.value === null || stageGeometry.value === null) return [];
  return slotsOf(session.value.reading, stageGeometry.value);
});
