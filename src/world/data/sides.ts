/**
 * Sides that write apart from the lead of all, and what becomes of their writes when they meet it again: a share is lost,
 * the rest waits for people to merge it.
 *
 * Left out: writes of two sides that do not touch each other, and need no merging (state a shorter `perWrite`).
 */
import type { DataPlacement } from '../../scenario/model.js';
import type { RunContext } from '../run-context.js';
import type { ServiceNode } from '../topology.js';
import type { Copy } from './copy.js';
import type { DataFacts } from './data-facts.js';
import type { Reach } from './reach.js';
import { Side } from './side.js';

/** What a side's end means to the data as a whole. */
export interface SidesHost {
  /** Writes that nobody has any more; `pointSeconds` null: they were given up in a merge, which tells of them. */
  lose(count: number, pointSeconds: number | null, event: number): void;
  /** Writes are part of what the lead has, from now on. */
  adopt(count: number): void;
}

export class Sides {
  /** Writes of sides that have met the lead, and are not merged yet. */
  unmerged = 0;
  private list: Side[] = [];
  /** Writes taken by sides that are sides no more. */
  private before = 0;
  /** Merged, but not on the lead yet. */
  private readonly ready: { readonly count: number; readonly event: number }[] = [];
  private readonly context: RunContext;
  private readonly node: ServiceNode;
  private readonly spec: DataPlacement;
  private readonly facts: DataFacts;
  private readonly reach: Reach;
  private readonly copies: readonly Copy[];
  private readonly host: SidesHost;

  constructor(
    context: RunContext,
    node: ServiceNode,
    spec: DataPlacement,
    facts: DataFacts,
    reach: Reach,
    copies: readonly Copy[],
    host: SidesHost,
  ) {
    this.context = context;
    this.node = node;
    this.spec = spec;
    this.facts = facts;
    this.reach = reach;
    this.copies = copies;
    this.host = host;
  }

  /** The side that takes the writes that come to a site; null: none. */
  at(site: number): Side | null {
    return this.list.find(({ lead }) => lead.live && this.facts.reaches(site, lead.site)) ?? null;
  }

  get all(): readonly Side[] {
    return this.list;
  }

  get rate(): number {
    return this.list.reduce((sum, side) => sum + side.rate, 0);
  }

  /** Writes on sides that write apart now. */
  get apart(): number {
    return this.list.reduce((sum, side) => sum + side.count(this.now()), 0);
  }

  /** Writes that all sides have ever taken. */
  get accepted(): number {
    return this.before + this.apart;
  }

  /** Ends those that meet the lead, begins those that have lost it, where the scenario lets them write. */
  update(lead: Copy): void {
    for (const side of [...this.list]) this.meet(side, lead);
    if (this.spec.onSplit !== 'split' || !lead.live) return;
    if (this.spec.replication === 'sync' && this.reach.hasQuorum(lead)) return;
    for (const copy of this.copies) if (this.isLeftAlone(copy, lead)) this.part(copy, lead);
  }

  /** What a side has taken becomes part of what its lead, now that of all, has. */
  leads(copy: Copy): void {
    const own = this.list.find(({ lead }) => lead === copy);
    if (own) this.host.adopt(this.dissolve(own));
  }

  /** People have merged so many writes. */
  merged(count: number, event: number): void {
    this.ready.push({ count, event });
  }

  /** Merged writes go to the lead; to be called while it lives. */
  handOver(): void {
    for (const { count, event } of this.ready.splice(0)) {
      this.unmerged = Math.max(0, this.unmerged - count);
      this.host.adopt(count);
      this.context.recorder.event(this.now(), 'split.merged', this.node.entity, [event], count);
    }
  }

  private meet(side: Side, lead: Copy): void {
    const { facts, context, node, spec, host } = this;
    if (!side.lead.live) side.lead = this.heirOf(side) ?? side.lead;
    if (side.lead.lost) {
      host.lose(this.dissolve(side), (this.now() - side.since) / 1e6, side.lead.event);
      return;
    }
    if (!lead.live || !side.lead.live || !facts.reaches(side.lead.site, lead.site)) return;
    const count = this.dissolve(side);
    const lost = count * spec.merge.lostShare;
    const causes = [side.event, facts.whyApart(side.lead.site, lead.site)];
    const event = context.recorder.event(this.now(), 'split.ended', node.entity, causes, count - lost, lost);
    host.lose(lost, null, event);
    this.unmerged += count - lost;
    facts.merge(node.index, count - lost, event);
  }

  private heirOf(side: Side): Copy | undefined {
    const members = this.copies.filter((copy) => side.has(copy));
    return members.find((copy) => copy.live) ?? members.find((copy) => !copy.lost);
  }

  private isLeftAlone(copy: Copy, lead: Copy): boolean {
    const { facts, reach } = this;
    if (!copy.live || copy.follows || reach.traffic(copy) === 0 || facts.reaches(copy.site, lead.site)) return false;
    return !this.list.some((side) => side.has(copy) || facts.reaches(side.lead.site, copy.site));
  }

  private part(copy: Copy, lead: Copy): void {
    const causes = [this.facts.whyApart(copy.site, lead.site)];
    copy.event = this.context.recorder.event(this.now(), 'split.began', copy.entity, causes);
    this.list.push(new Side(copy, this.reach.from(copy.site), this.now(), copy.event));
  }

  /** @returns the writes that it had taken */
  private dissolve(side: Side): number {
    const count = side.count(this.now());
    this.before += count;
    this.list = this.list.filter((each) => each !== side);
    return count;
  }

  private now(): number {
    return this.context.timeline.now();
  }
}
