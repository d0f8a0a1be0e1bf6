/**
 * Where "now" is in a chart over time: a layer of its own that is moved, so that playing neither renders nor paints anything
 * of the chart.
 */
import { effect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { plotWidth, timeToX } from '../state/chart-room.js';
import { time } from '../state/clock.js';

/** @param scale places times, in pixels; that of the charts when left out */
export function Playhead({ scale = () => timeToX.value }: { readonly scale?: () => (microseconds: number) => number }) {
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() =>
    effect(() => {
      const x = scale()(time.value);
      if (line.current === null) return;
      line.current.hidden = x < -1 || x > plotWidth.value + 1;
      line.current.style.transform = `translateX(${x.toFixed(1)}px)`;
    }),
  );
  return <div class="playhead" ref={line} aria-hidden="true" />;
}
