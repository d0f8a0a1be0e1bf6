/**
 * Servers by deployment and zone, as the run begins: everything booted, but for what stands by cold.
 *
 * Left out: which server is which.
 */
import type { Topology } from './topology.js';

export interface Cell {
  readonly index: number;
  /** -1: servers of the site that no deployment of the scenario uses. */
  readonly deployment: number;
  readonly zone: number;
  /** total = up + dead + destroyed + off; off servers wait for power or to be booted. */
  total: number;
  up: number;
  dead: number;
  destroyed: number;
  /** Off servers that will turn out dead when they are booted. */
  doomed: number;
  /** Off servers that are being booted. */
  booting: number;
  /** False while they stand by cold: nobody boots them. */
  wanted: boolean;
}

/** In order of zone, then deployment; those of no deployment last. */
export function makeCells(topology: Topology): Cell[] {
  const cells: Cell[] = [];
  const deployedIn = new Float64Array(topology.zones.length);
  const add = (deployment: number, zone: number, total: number, cold: boolean): void => {
    if (total <= 0) return;
    cells.push({
      index: cells.length,
      deployment,
      zone,
      total,
      up: cold ? 0 : total,
      dead: 0,
      destroyed: 0,
      doomed: 0,
      booting: 0,
      wanted: !cold,
    });
  };
  for (const node of topology.deployments) for (const part of node.zones) deployedIn[part.zone] += part.servers;
  const others = topology.sites.map((site) => otherServers(topology, site.index, deployedIn));
  for (const zone of topology.zones) {
    for (const d of topology.sites[zone.site].deployments) {
      const node = topology.deployments[d];
      for (const part of node.zones) {
        if (part.zone === zone.index) add(d, zone.index, part.servers, node.spec.role === 'cold-standby');
      }
    }
    add(-1, zone.index, others[zone.site][topology.sites[zone.site].zones.indexOf(zone.index)], false);
  }
  return cells;
}

/** Whole servers by zone of the site that no deployment uses: what is missing to each zone's share, scaled to the total. */
function otherServers(topology: Topology, site: number, deployedIn: Float64Array): number[] {
  const { spec, zones } = topology.sites[site];
  const deployed = zones.reduce((sum, z) => sum + deployedIn[z], 0);
  const left = Math.max(0, Math.floor(spec.servers - deployed));
  const missing = zones.map((z) => Math.max(0, spec.servers * topology.zones[z].spec.share - deployedIn[z]));
  const total = missing.reduce((a, b) => a + b, 0);
  const exact = missing.map((m) => (total > 0 ? (left * m) / total : left / zones.length));
  const counts = exact.map((x) => Math.floor(x + 1e-9));
  const byRest = zones.map((_, i) => i).sort((a, b) => exact[b] - counts[b] - (exact[a] - counts[a]) || a - b);
  let rest = left - counts.reduce((a, b) => a + b, 0);
  for (const i of byRest) {
    if (rest <= 0) break;
    counts[i]++;
    rest--;
  }
  return counts;
}

/** Servers of a cell that are there, not dead, and not booted. */
export function offOf(cell: Cell): number {
  return cell.total - cell.up - cell.dead - cell.destroyed;
}

/** Servers of a cell that wait to be booted, and are not being booted. */
export function waitingOf(cell: Cell): number {
  return cell.wanted ? offOf(cell) - cell.booting : 0;
}

/** Of `count` servers of a cell that are booted now, those that turn out dead; the dead of a cell come last. */
export function deadAmong(cell: Cell, count: number): number {
  return Math.min(count, Math.max(0, cell.doomed - (offOf(cell) - count)));
}

/** Destroys servers of a cell, those that do not run first. @returns how many; no more than there are */
export function destroyIn(cell: Cell, count: number): number {
  const gone = Math.max(0, Math.min(count, cell.total - cell.destroyed));
  const beyondOff = Math.max(0, gone - offOf(cell));
  const dead = Math.min(cell.dead, beyondOff);
  cell.destroyed += gone;
  cell.dead -= dead;
  cell.up -= beyondOff - dead;
  cell.doomed = Math.min(cell.doomed, offOf(cell));
  cell.booting = Math.min(cell.booting, offOf(cell));
  return gone;
}
