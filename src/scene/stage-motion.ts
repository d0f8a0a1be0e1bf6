/**
 * What moves on the stage, as a layer of its own over the rest: requests as particles, and how long the work on a deployment
 * still takes as an arc that empties.
 *
 * The density of particles is the share of the greatest flow of the run; their speed means nothing. Those that fail are
 * diamonds that end at the callee, those that are tried again are hollow. There are never more than 600. `phase` is how far they
 * came, in turns of a way; the same phase and time give the same list.
 */
import type { Reading } from '../results/reading.js';
import { isRunningAt, livesOf, type TaskLife } from '../results/task-lives.js';
import type { DisplayList, Shape } from './display-list.js';
import { type FlowEdge, flowEdges, greatestFlow } from './flow-edges.js';
import { type MotionKey, motionMark } from './motion-legend.js';
import type { StageView } from './stage.js';
import { discOffset, discRadius } from './stage-node.js';
import { type StageSlot, slotsOf } from './stage-slots.js';
import { PALETTES, type Palette, type Theme } from './theme.js';

export const MOST_PARTICLES = 600;
/** Of an edge with the greatest flow. */
const DENSEST = 14;

type ParticleKind = Exclude<MotionKey, 'work'>;

/** @param phase null: no particles */
export function stageMotion(reading: Reading, time: number, view: StageView, phase: number | null): DisplayList {
  const { width, height, detail } = view.geometry;
  const palette = PALETTES[view.theme];
  if (detail === 'waffle') return { width, height, background: 'none', shapes: [], pieces: [] };
  const slots = slotsOf(reading, view.geometry);
  const pieces = workedOn(reading, slots).map((slot) => timer(reading, slot, time, palette));
  if (phase === null) return { width, height, background: 'none', shapes: pieces.flat(), pieces };
  const dots = particles(flowEdges(reading, slots, time), greatestFlow(reading), phase, view.theme);
  return { width, height, background: 'none', shapes: [...pieces.flat(), ...dots] };
}

/** Slots on which anybody ever works. */
function workedOn(reading: Reading, slots: readonly StageSlot[]): readonly StageSlot[] {
  const known = reading.remember('slots worked on', () => new WeakMap<readonly StageSlot[], readonly StageSlot[]>());
  const before = known.get(slots);
  if (before !== undefined) return before;
  const some = slots.filter(({ entity }) => entity >= 0 && livesOf(reading, entity).length > 0);
  known.set(slots, some);
  return some;
}

/** The work that is being done on a deployment and will be done first; null: none is. */
export function runningWork(reading: Reading, entity: number, time: number): TaskLife | null {
  const running = entity < 0 ? [] : livesOf(reading, entity).filter((life) => isRunningAt(life, time));
  return running.reduce<TaskLife | null>(
    (first, life) => (first === null || life.endedAt < first.endedAt ? life : first),
    null,
  );
}

function timer(reading: Reading, slot: StageSlot, time: number, palette: Palette): Shape[] {
  const life = runningWork(reading, slot.entity, time);
  if (life === null || !Number.isFinite(life.endedAt)) return [];
  const left = (life.endedAt - time) / Math.max(1, life.endedAt - life.beganAt);
  const [x, y, radius] = [slot.x + discOffset(slot), slot.y + slot.height / 2, discRadius(slot) + 6];
  return [{ kind: 'arc', x, y, radius, from: 0, to: left, stroke: palette.accent, lineWidth: 2 }];
}

function particles(edges: readonly FlowEdge[], greatest: number, phase: number, theme: Theme): Shape[] {
  if (greatest <= 0) return [];
  const wanted = edges.map(({ rate }) => Math.min(1, rate / greatest) * DENSEST);
  const all = wanted.reduce((sum, count) => sum + Math.max(1, count), 0);
  const share = Math.min(1, MOST_PARTICLES / Math.max(1, all));
  // Each kind together, so that they are painted at one go.
  const marks: Record<ParticleKind, Shape[]> = { request: [], retry: [], failed: [] };
  let made = 0;
  edges.forEach((edge, place) => {
    // At least one where anything flows, while there is room for one each.
    const count = Math.max(1, Math.floor(wanted[place] * share));
    for (let i = 0; i < count && made < MOST_PARTICLES; i++, made++) {
      const [x, y] = along(edge.from, edge.to, (phase + i / count + ((place * 0.382) % 1)) % 1);
      const kind = kindOf(edge, i / count);
      marks[kind].push(motionMark(kind, x, y, theme));
    }
  });
  return [...marks.request, ...marks.retry, ...marks.failed];
}

/** @param rank which of its edge's particles it is, 0..1: so many of them fail, and so many are retries */
function kindOf({ failing, retried }: FlowEdge, rank: number): ParticleKind {
  return rank < failing ? 'failed' : rank >= 1 - retried ? 'retry' : 'request';
}

/** On the bent line of stage-needs.ts. */
function along(from: StageSlot, to: StageSlot, t: number): [number, number] {
  const [x1, y1] = [from.x + discOffset(from), from.y + from.height / 2];
  const [x2, y2] = [to.x + discOffset(to), to.y + to.height / 2];
  const reach = Math.max(24, Math.abs(x2 - x1) / 2);
  const u = 1 - t;
  const cubic = (a: number, b: number, c: number, d: number): number =>
    u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  return [cubic(x1, x1 + reach, x2 - reach, x2), cubic(y1, y1, y2, y2)];
}
