/** Which of many boxes a key leads to: the nearest in the direction of an arrow, the ends, or the next group. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface KeyedBox extends Box {
  readonly key: string;
  readonly group: string;
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Null: the key leads nowhere. */
export function neighbour(boxes: readonly KeyedBox[], from: string | null, key: string): string | null {
  const here = boxes.find((box) => box.key === from);
  if (here === undefined) return null;
  if (key === 'Home') return boxes[0].key;
  if (key === 'End') return boxes[boxes.length - 1].key;
  if (key === 'PageUp' || key === 'PageDown') {
    const groups = [...new Set(boxes.map((box) => box.group))];
    const group = groups[groups.indexOf(here.group) + (key === 'PageUp' ? -1 : 1)];
    return boxes.find((box) => box.group === group)?.key ?? null;
  }
  const direction = DIRECTIONS[key];
  if (direction === undefined) return null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const distance = along(here, box, direction);
    if (distance !== null && distance < least) {
      least = distance;
      best = box.key;
    }
  }
  return best;
}

/** How far a box lies in a direction, sideways counted threefold; null when it does not lie there. */
function along(here: Box, box: Box, [dx, dy]: readonly [number, number]): number | null {
  const x = box.x - here.x;
  const y = box.y - here.y;
  const ahead = x * dx + y * dy;
  if (ahead <= 0) return null;
  return ahead + 3 * Math.abs(x * dy + y * dx);
}
