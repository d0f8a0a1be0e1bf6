/** Dragging along a chart moves the clock. */
import { xToTime } from '../state/chart-room.js';
import { playing, seek } from '../state/clock.js';

export function scrubbing() {
  function to(event: PointerEvent): void {
    const { left } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    playing.value = false;
    seek(xToTime.value(event.clientX - left));
  }
  return {
    onPointerDown(event: PointerEvent): void {
      if (event.button !== 0) return;
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      to(event);
    },
    onPointerMove(event: PointerEvent): void {
      if ((event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) to(event);
    },
  };
}
