/**
 * Everything on the stage that can be pointed at, with its place: deployments in their sites, journeys in their band.
 *
 * A key names one: `deployment:mail@anyang`, `journey:send-photo`. The order is that of reading: band by band, then by
 * column and row, which is also the order of the list that stands in for the canvas.
 */
import type { Reading } from '../results/reading.js';
import type { Deployment, Text } from '../scenario/model.js';
import type { LaneGeometry } from './lane-geometry.js';

export interface StageSlot {
  readonly key: string;
  readonly kind: 'deployment' | 'journey';
  /** Service or journey. */
  readonly id: string;
  readonly site: string | null;
  readonly name: Text;
  readonly deployment: Deployment | null;
  /** Number in the record, or -1. */
  readonly entity: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Room for the name, from `x` on: up to the next slot of the row that is not empty. */
  readonly labelWidth: number;
}

/** For the same geometry, the same slots: who draws may tell them apart by being the same. */
export function slotsOf(reading: Reading, geometry: LaneGeometry): readonly StageSlot[] {
  const known = reading.remember('slots', () => new WeakMap<LaneGeometry, readonly StageSlot[]>());
  const before = known.get(geometry);
  if (before !== undefined) return before;
  const slots = placeSlots(reading, geometry);
  known.set(geometry, slots);
  return slots;
}

function placeSlots(reading: Reading, geometry: LaneGeometry): readonly StageSlot[] {
  const { scenario, view } = reading;
  const { slotWidth: width, slotHeight: height, journeyWidth } = geometry;
  const slots: StageSlot[] = [];
  for (const { id, name } of scenario.journeys) {
    const at = geometry.journeys.get(id);
    if (at === undefined) continue;
    const entity = view.find('journey', id);
    slots.push({
      key: `journey:${id}`,
      kind: 'journey',
      id,
      site: null,
      name,
      deployment: null,
      entity,
      ...at,
      width: journeyWidth,
      height,
      labelWidth: journeyWidth,
    });
  }
  const bandOfSite = new Map(geometry.bands.map((band) => [band.site, band]));
  const inBand: StageSlot[] = [];
  for (const { id, name, deployments } of scenario.services) {
    for (const deployment of deployments) {
      const band = bandOfSite.get(deployment.site);
      const at = band?.slots.get(id);
      if (at === undefined || band === undefined) continue;
      const placed = `${id}@${deployment.site}`;
      inBand.push({
        key: `deployment:${placed}`,
        kind: 'deployment',
        id,
        site: deployment.site,
        name,
        deployment,
        entity: view.find('deployment', placed),
        x: at.x,
        y: band.top + at.y,
        width,
        height,
        labelWidth: width,
      });
    }
  }
  if (geometry.detail === 'waffle') return [...slots, ...inBand.sort((a, b) => a.y - b.y || a.x - b.x)];
  const bandOf = new Map(geometry.bands.map((band, index) => [band.site, index]));
  const place = (slot: StageSlot): number => bandOf.get(slot.site ?? '') ?? -1;
  inBand.sort((a, b) => place(a) - place(b) || a.x - b.x || a.y - b.y);
  const rows = new Map<string, number[]>();
  const rowOf = ({ site, y }: StageSlot): string => `${site} ${y}`;
  for (const slot of inBand) rows.set(rowOf(slot), [...(rows.get(rowOf(slot)) ?? []), slot.x]);
  return [
    ...slots,
    ...inBand.map((slot) => ({ ...slot, labelWidth: roomToTheRight(slot, rows.get(rowOf(slot)) ?? [], geometry) })),
  ];
}

/**
 * At most two slots more: a name that runs on across the stage belongs to nobody.
 *
 * @param row where the slots of its row begin
 */
function roomToTheRight(
  slot: StageSlot,
  row: readonly number[],
  { slotWidth, width, columns, lanesHaveTools }: LaneGeometry,
): number {
  let right = Math.min(slot.x + 3 * slotWidth, width - 8);
  if (lanesHaveTools) {
    const tools = columns[columns.length - 1].x;
    if (slot.x < tools) right = Math.min(right, tools - 8);
  }
  for (const x of row) if (x > slot.x) right = Math.min(right, x);
  return Math.max(slotWidth, right - slot.x);
}
