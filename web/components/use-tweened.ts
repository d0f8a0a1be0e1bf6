/** Numbers that glide to new ones, over a moment that an eye can follow; at once for those who ask for less motion. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { still } from '../state/preferences.js';

const MILLISECONDS = 180;

export function useTweened(target: readonly number[]): readonly number[] {
  const [shown, setShown] = useState(target);
  const latest = useRef(target);
  useEffect(() => {
    const from = latest.current;
    if (from === target) return;
    function show(next: readonly number[]): void {
      latest.current = next;
      setShown(next);
    }
    if (still.value || from.length !== target.length) {
      show(target);
      return;
    }
    const start = performance.now();
    let frame = requestAnimationFrame(function onFrame(clock) {
      const share = Math.min(1, Math.max(0, (clock - start) / MILLISECONDS));
      if (share < 1) frame = requestAnimationFrame(onFrame);
      show(share < 1 ? target.map((value, i) => from[i] + (value - from[i]) * share) : target);
    });
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return shown;
}
