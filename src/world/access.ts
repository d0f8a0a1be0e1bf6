/**
 * Who may enter which site, and which sites reach each other.
 *
 * Left out: routing round a cut. Facts only; why they hold is in the record.
 */
import { DirtyList } from './dirty-list.js';
import type { RunContext } from './run-context.js';

export class Access {
  /** Sites whose entry changed since last taken. */
  readonly changedEntry: DirtyList;
  /** Pairs (a x sites + b, a < b) that were cut or joined since last taken. */
  readonly changedPairs: DirtyList;
  private readonly sites: number;
  private readonly closed: Uint8Array;
  private readonly apart: Uint8Array;
  private readonly everCut: Uint8Array;
  private readonly context: RunContext;

  constructor(context: RunContext) {
    const { topology, recorder, timeline } = context;
    this.context = context;
    this.sites = topology.sites.length;
    this.closed = new Uint8Array(this.sites);
    this.apart = new Uint8Array(this.sites * this.sites);
    this.everCut = new Uint8Array(this.sites * this.sites);
    this.changedEntry = new DirtyList(this.sites);
    this.changedPairs = new DirtyList(this.sites * this.sites);
    for (const { entity } of topology.sites) recorder.level(timeline.now(), entity, 'entry', 1);
    for (const { entity } of topology.links) recorder.level(timeline.now(), entity, 'connected', 1);
  }

  mayEnter(site: number): boolean {
    return this.closed[site] === 0;
  }

  /** Calls from a place (users are -1, and reach all) arrive at a site. */
  reaches(place: number, site: number): boolean {
    return place < 0 || this.apart[place * this.sites + site] === 0;
  }

  /** Cut off from every other site; never, when there is no other. */
  isAlone(site: number): boolean {
    if (this.sites < 2) return false;
    for (let other = 0; other < this.sites; other++) if (other !== site && this.reaches(other, site)) return false;
    return true;
  }

  /** The two did not reach each other at some time of the run. */
  wasCut(a: number, b: number): boolean {
    return this.everCut[a * this.sites + b] === 1;
  }

  setEntry(site: number, open: boolean): void {
    this.closed[site] = open ? 0 : 1;
    this.changedEntry.add(site);
    this.context.recorder.level(
      this.context.timeline.now(),
      this.context.topology.sites[site].entity,
      'entry',
      open ? 1 : 0,
    );
  }

  setReach(a: number, b: number, reach: boolean): void {
    const value = reach ? 0 : 1;
    this.apart[a * this.sites + b] = value;
    this.apart[b * this.sites + a] = value;
    if (!reach) this.everCut[a * this.sites + b] = this.everCut[b * this.sites + a] = 1;
    this.changedPairs.add(Math.min(a, b) * this.sites + Math.max(a, b));
    this.context.flow.setReachable(a, b, reach);
    this.context.recorder.level(this.context.timeline.now(), this.linkEntity(a, b), 'connected', reach ? 1 : 0);
  }

  /** The link between two sites; one that the scenario does not state is registered when something happens to it. */
  linkEntity(a: number, b: number): number {
    const { topology, recorder } = this.context;
    const link = topology.links.find(({ between: [x, y] }) => (x === a && y === b) || (x === b && y === a));
    if (link) return link.entity;
    const [first, second] = [topology.sites[Math.min(a, b)], topology.sites[Math.max(a, b)]];
    return recorder.entity('link', `${first.spec.id}-${second.spec.id}`, [first.entity, second.entity]);
  }
}
