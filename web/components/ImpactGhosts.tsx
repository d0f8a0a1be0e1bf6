/** Dashed over the impact: another layout, what was not decided, or what would have been. */
import { computed } from '@preact/signals';
import { impactLayers } from '../library.js';
import { plotWidth } from '../state/chart-room.js';
import { timeWindow } from '../state/window.js';
import { dashed, PIXELS_A_BUCKET, peopleToY } from './impact-scale.js';

interface GhostPath {
  readonly name: string;
  readonly path: string;
  /** Its end, where its name stands. */
  readonly x: number;
  readonly y: number;
}

const ghostPaths = computed<readonly GhostPath[]>(() => {
  const { from, to } = timeWindow.value;
  const width = plotWidth.value;
  const buckets = Math.max(1, Math.floor(width / PIXELS_A_BUCKET));
  return dashed.value.flatMap(({ name, impact, sinceSeconds }): GhostPath[] => {
    const top = impactLayers(impact, { from, to, buckets }).at(-1);
    const first = Math.max(0, Math.ceil(((sinceSeconds * 1e6 - from) / (to - from)) * buckets));
    if (top === undefined || buckets - first < 2) return [];
    const points = Array.from({ length: buckets - first }, (_, i) => {
      return { x: ((first + i) / buckets) * width, y: peopleToY.value(top.upper[first + i]) };
    });
    const path = `M${points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;
    return [{ name, path, ...points[points.length - 1] }];
  });
});

export function ImpactGhosts() {
  return (
    <>
      {ghostPaths.value.map(({ name, path, x, y }, i) => (
        <g key={name} class={`ghost-${i + 1}`}>
          <path d={path} class="ghost-ground" />
          <path d={path} class="ghost" />
          {name !== '' && (
            <text x={x + 3} y={Math.max(10, y + 4)} class="tick strong">
              {name}
            </text>
          )}
        </g>
      ))}
    </>
  );
}
