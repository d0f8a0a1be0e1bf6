/**
 * What of a picture has to be painted anew when another takes its place: the boxes in which they differ.
 *
 * Pictures are compared piece by piece. Pieces that are the same object are the same; of others it is looked at what is in them.
 */
import { type Box, boundsOf, touches } from './bounds.js';
import type { DisplayList, Shape } from './display-list.js';

/** With more, painting all is quicker. */
const MOST_BOXES = 48;
/** Longer ones are not compared but taken to differ. */
const MOST_COMPARED = 60;

/** Boxes in pixels of the list, none of which touch; empty: nothing differs; null: all has to be painted. */
export function damageBetween(before: DisplayList, after: DisplayList): readonly Box[] | null {
  const [old, now] = [before.pieces, after.pieces];
  if (old === undefined || now === undefined || old.length !== now.length) return null;
  if (before.width !== after.width || before.height !== after.height || before.background !== after.background)
    return null;
  let boxes: Box[] = [];
  for (let i = 0; i < now.length; i++) {
    if (isSame(old[i], now[i])) continue;
    for (const box of [boundsOf(old[i]), boundsOf(now[i])]) if (box !== null) boxes = joined(boxes, box);
    if (boxes.length > MOST_BOXES) return null;
  }
  return boxes;
}

function isSame(a: readonly Shape[], b: readonly Shape[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length || a.length > MOST_COMPARED) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Adds a box; those that it touches become one with it. */
function joined(boxes: readonly Box[], box: Box): Box[] {
  const apart: Box[] = [];
  let all = box;
  for (const each of boxes) {
    if (touches(each, all)) {
      all = {
        left: Math.min(all.left, each.left),
        top: Math.min(all.top, each.top),
        right: Math.max(all.right, each.right),
        bottom: Math.max(all.bottom, each.bottom),
      };
    } else apart.push(each);
  }
  // What has grown may touch others.
  return all === box || apart.length === 0 ? [...apart, all] : joined(apart, all);
}
