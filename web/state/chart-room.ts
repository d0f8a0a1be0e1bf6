/** The room that all charts over time share, so that one instant is at one place in all of them. */
import { computed, signal } from '@preact/signals';
import { narrow } from './preferences.js';
import { timeWindow } from './window.js';

/** Inner width of the region of the charts. */
export const chartsWidth = signal(0);

/** Left for names, right for sums. */
export const gutters = computed(() => (narrow.value ? { left: 138, right: 12 } : { left: 196, right: 176 }));

export const plotWidth = computed(() => Math.max(50, chartsWidth.value - gutters.value.left - gutters.value.right));

/** Place of a time within the plot, in pixels; may lie outside. */
export const timeToX = computed(() => {
  const { from, to } = timeWindow.value;
  const width = plotWidth.value;
  return (microseconds: number): number => ((microseconds - from) / (to - from)) * width;
});

export const xToTime = computed(() => {
  const { from, to } = timeWindow.value;
  const width = plotWidth.value;
  return (x: number): number => from + (x / width) * (to - from);
});
