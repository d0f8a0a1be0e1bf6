/**
 * The data of one service in motion: which copies live, which one leads (is written), which follow, and who may write.
 *
 * Async: the others are `lag` behind the lead. Sync: a write counts once a quorum of votes has it; a copy that is left
 * when the rest is gone has every write if it must have been part of each quorum, else it may be `lag` behind. A lead that
 * is believed dead, or has lost its quorum to another side, is followed by the best copy that traffic can reach: what that
 * one lacks is lost. Sides that do not reach each other either stop or write on, each by itself, until they meet again.
 * Left out: the time of an election and of catching up, how long a write waits for its quorum, and tails of writes on a
 * former lead that people could still pick out.
 */
import type { DataPlacement } from '../../scenario/model.js';
import type { RunContext } from '../run-context.js';
import type { ServiceNode } from '../topology.js';
import { BackupStore } from './backup-store.js';
import { type Copy, firstLead, makeCopy } from './copy.js';
import type { DataFacts } from './data-facts.js';
import { nextLead } from './election.js';
import { Reach } from './reach.js';
import { Sides } from './sides.js';
import { WriteHistory } from './write-history.js';

/** What a deployment can do with the data. */
export type Grip = 'writes' | 'reads' | 'nothing';

const ROUNDING = 1e-9;
/** Less is rounding, not a write. */
const NO_WRITE = 1e-6;
const NEVER = Number.POSITIVE_INFINITY;

export class ServiceData {
  readonly index: number;
  readonly spec: DataPlacement;
  readonly copies: Copy[];
  readonly history = new WriteHistory();
  readonly backups: BackupStore | null;
  readonly reach: Reach;
  readonly sides: Sides;
  lead: Copy;
  /** Writes lost so far. */
  lost = 0;
  /** From this moment on what the lead was told is corrupt. */
  private taint = NEVER;
  /** Since when the lead takes no writes. */
  private stoppedAt = NEVER;
  private readonly node: ServiceNode;
  private readonly context: RunContext;
  private readonly facts: DataFacts;
  private readonly lag: number;

  constructor(context: RunContext, node: ServiceNode, spec: DataPlacement, facts: DataFacts) {
    const { topology } = context;
    this.index = node.index;
    this.node = node;
    this.spec = spec;
    this.context = context;
    this.facts = facts;
    this.lag = Math.round(spec.lagSeconds * 1e6);
    this.copies = spec.copies.map((id, i) => makeCopy(context, node.index, topology.siteIndex.get(id) as number, i));
    this.backups = spec.backups ? new BackupStore(spec.backups) : null;
    this.reach = new Reach(context, node, spec, facts, this.copies);
    this.sides = new Sides(context, node, spec, facts, this.reach, this.copies, {
      lose: (count, pointSeconds, event) => this.lose(count, pointSeconds, event),
      adopt: (count) => this.history.adopt(this.now(), count),
    });
    this.lead = firstLead(this.copies, node, context);
  }

  /** Up to which moment a copy has all writes. */
  position(copy: Copy): number {
    if (!copy.follows) return copy.heldUntil;
    const now = this.now();
    return copy === this.lead || this.spec.replication === 'sync' ? now : Math.max(copy.heldUntil, now - this.lag);
  }

  /** Its content is wrong, known or not. */
  isCorrupt(copy: Copy): boolean {
    return copy.condemned || copy.corrupt || this.position(copy) >= this.taint;
  }

  /** What can be done with the data from a deployment, and on which side. */
  gripOf(deployment: number): Grip {
    const { site } = this.context.topology.deployments[deployment];
    if (this.reach.from(site).length === 0) return 'nothing';
    return this.leadTakesFrom(site) || this.sides.at(site) ? 'writes' : 'reads';
  }

  /** Takes in what has changed: who lives, who leads, who writes. */
  update(): void {
    const before = this.copies.filter((copy) => copy.follows);
    const lost = this.copies.filter((copy) => this.look(copy));
    this.separate(before);
    this.tellBackups();
    if (lost.length > 0) this.countLoss(lost[0].event);
    this.elect();
    this.follow();
    this.sides.update(this.lead);
    if (this.lead.live) this.sides.handOver();
    this.tellBackups();
    if (this.leadTakesFrom(this.lead.site)) this.stoppedAt = NEVER;
    else if (this.stoppedAt === NEVER) this.stoppedAt = this.now();
  }

  /** Rates of accepted writes, from what the flow does now. */
  observe(doneWell: (deployment: number) => number): void {
    const { topology } = this.context;
    let rate = 0;
    for (const side of this.sides.all) side.nextRate = 0;
    for (const d of this.node.deployments) {
      if (!this.facts.serves(d)) continue;
      const { site } = topology.deployments[d];
      const writes = this.spec.writes * doneWell(d);
      if (this.leadTakesFrom(site)) rate += writes;
      else {
        const side = this.sides.at(site);
        if (side) side.nextRate += writes;
      }
    }
    this.history.setRate(this.now(), rate);
    for (const side of this.sides.all) side.setRate(this.now(), side.nextRate);
  }

  /** Writes accepted a second, on all sides. */
  get rate(): number {
    return this.history.rate + this.sides.rate;
  }

  /** Writes accepted so far, on all sides. */
  get accepted(): number {
    return this.history.accepted(this.now()) + this.sides.accepted;
  }

  get kept(): number {
    return this.history.kept(this.now());
  }

  // ------------------------------------------------------------------ corruption

  /** A copy (null: the lead) is corrupted. @returns whether there is such a copy */
  corrupt(site: number, event: number): boolean {
    const copy = site < 0 ? this.lead : this.copies.find((each) => each.site === site);
    if (!copy || copy.lost || copy.condemned) return false;
    copy.event = this.record('data.corrupted', copy.entity, [event]);
    if (copy === this.lead && copy.follows) this.taint = Math.min(this.taint, this.now());
    else copy.corrupt = true;
    return true;
  }

  /** Somebody sees that data are wrong: every copy that has it is given up. */
  notice(since: number, event: number): void {
    const wrong = this.copies.filter((copy) => !copy.lost && !copy.condemned && this.isCorrupt(copy));
    if (wrong.length === 0) return;
    const seconds = (this.now() - since) / 1e6;
    const noticed = this.record('corruption.noticed', this.node.entity, [event], seconds, wrong.length);
    const before = this.copies.filter((copy) => copy.follows);
    for (const copy of wrong) {
      copy.condemned = true;
      copy.corrupt = false;
      copy.event = noticed;
      copy.live = false;
    }
    this.separate(before);
    this.tellBackups();
    this.countLoss(noticed);
    this.clean();
    for (const copy of wrong) if (copy.deployment >= 0) this.facts.putOut(copy.deployment, noticed);
  }

  // ------------------------------------------------------------------ copies come back

  /** Newest backup that has no corruption in it, in microseconds; -1: none. */
  newestBackup(): number {
    return this.backups?.newestBefore(this.taint, this.now()) ?? -1;
  }

  /** A copy has been made anew; `position` is what it was made from. */
  renew(copy: Copy, position: number, event: number): void {
    const head = this.head();
    copy.lost = false;
    copy.condemned = false;
    copy.corrupt = false;
    copy.heldUntil = position;
    copy.forgiven = copy.deployment >= 0 ? this.facts.destroyedShare(copy.deployment) : 0;
    copy.event = event;
    if (copy === this.lead && position < head) this.goBack(position, (head - position) / 1e6, event);
  }

  /** The copy of a site; made when there is none. */
  copyAt(site: number): Copy {
    const found = this.copies.find((copy) => copy.site === site);
    if (found) return found;
    const made = makeCopy(this.context, this.index, site, this.copies.length);
    this.copies.push(made);
    return made;
  }

  /** Writes of another side are merged. */
  merged(count: number, event: number): void {
    this.sides.merged(count, event);
    if (this.lead.live) this.sides.handOver();
  }

  // ------------------------------------------------------------------ steps

  /** @returns whether it is lost now, and was not before */
  private look(copy: Copy): boolean {
    const { facts, spec } = this;
    const before = copy.lost;
    const { deployment, site } = copy;
    const gone = deployment >= 0 ? facts.destroyedShare(deployment) : facts.storageDestroyed(site);
    if (!copy.lost && gone - copy.forgiven > spec.tolerates + ROUNDING) this.destroy(copy);
    const runs = deployment >= 0 ? facts.serves(deployment) : facts.hasPower(site);
    copy.live = runs && !copy.lost && !copy.condemned;
    return copy.lost && !before;
  }

  private destroy(copy: Copy): void {
    copy.lost = true;
    const left = this.copies.filter((each) => !each.lost && !each.condemned).length;
    copy.event = this.record('copy.lost', copy.entity, [this.facts.whyDestroyed(copy.deployment, copy.site)], left);
    if (copy.deployment >= 0) this.facts.putOut(copy.deployment, copy.event);
  }

  /** Those who followed and do not any more stay where they are. */
  private separate(before: readonly Copy[]): void {
    const now = this.now();
    const needed = Math.min(before.length, this.spec.quorum);
    for (const copy of before) {
      if (this.canFollow(copy)) continue;
      const left = before.filter((each) => each.live && this.facts.reaches(copy.site, each.site)).length;
      const hasAll = copy === this.lead || (this.spec.replication === 'sync' && left + needed > before.length);
      copy.heldUntil = hasAll ? now : Math.max(copy.heldUntil, now - this.lag);
    }
    for (const copy of before) if (!this.canFollow(copy)) copy.follows = false;
  }

  private canFollow(copy: Copy): boolean {
    const { lead, spec, facts } = this;
    if (!lead.live || !copy.live) return false;
    return copy === lead || (spec.replication !== 'none' && facts.reaches(copy.site, lead.site));
  }

  /** Copies that reach the lead follow it, and have caught up with it. */
  private follow(): void {
    for (const copy of this.copies) {
      if (this.lead.live && copy.condemned && copy.deployment < 0 && this.isBesideLead(copy)) {
        this.renew(copy, copy.heldUntil, this.lead.event);
        this.look(copy);
      }
      copy.follows = this.canFollow(copy);
    }
    const { lead } = this;
    if (!lead.follows || !lead.corrupt) return;
    // What was damaged by itself is now what the others are sent.
    this.taint = Math.min(this.taint, this.now());
    lead.corrupt = false;
  }

  private isBesideLead(copy: Copy): boolean {
    return this.facts.hasPower(copy.site) && this.facts.reaches(copy.site, this.lead.site);
  }

  /** Another copy leads, if the one that does cannot, and another may. */
  private elect(): void {
    const { lead, copies, spec, facts, reach } = this;
    const canFollow = (copy: Copy): boolean => this.canFollow(copy);
    const position = (copy: Copy): number => this.position(copy);
    const next = nextLead({ lead, copies, spec, facts, reach, canFollow, position });
    if (next) this.give(next);
  }

  private give(next: Copy): void {
    const { lead } = this;
    const now = this.now();
    // A lead that lives hands over in order: nothing is behind.
    if (lead.live && next.follows && this.canFollow(next)) {
      next.heldUntil = now;
      lead.heldUntil = now;
    }
    const to = this.position(next);
    const head = this.head();
    const causes = [lead.event, this.reach.whyNot(lead, next.site), this.reach.lastOf(next), this.reach.lastOf(lead)];
    const behind = Math.max(0, head - to) / 1e6;
    next.event = this.record('copy.leads', next.entity, causes, behind);
    if (to < head) this.goBack(to, behind, next.event);
    for (const copy of this.copies) {
      copy.heldUntil = Math.min(this.position(copy), to);
      copy.follows = false;
    }
    if (to < this.taint) this.clean();
    this.lead = next;
    next.heldUntil = now;
    // What it wrote by itself is now what is written.
    this.sides.leads(next);
  }

  /** Writes that no copy and no backup has any more are lost. */
  private countLoss(event: number): void {
    const held = this.copies.filter((copy) => !copy.lost && !copy.condemned).map((copy) => this.position(copy));
    const best = Math.max(-1, this.newestBackup(), ...held);
    const head = this.head();
    if (best >= head) return;
    this.goBack(best, (head - Math.max(0, best)) / 1e6, event);
    if (best < this.taint) this.clean();
  }

  /** Up to when there are writes on the lead. */
  private head(): number {
    return Math.min(this.position(this.lead), this.stoppedAt);
  }

  /** What was written after `to` is given up; copies that have more of it drop that. */
  private goBack(to: number, pointSeconds: number, event: number): void {
    const count = this.history.goBack(to, this.now());
    for (const copy of this.copies) if (!copy.follows) copy.heldUntil = Math.min(copy.heldUntil, to);
    this.lose(count, pointSeconds, event);
  }

  private lose(count: number, pointSeconds: number | null, event: number): void {
    this.lost += count;
    if (count > NO_WRITE && pointSeconds !== null)
      this.record('writes.lost', this.node.entity, [event], count, pointSeconds);
  }

  /** What is written from now on is sound again; backups taken since the corruption are not. */
  private clean(): void {
    if (this.taint === NEVER) return;
    this.backups?.spoil(this.taint, this.now());
    this.taint = NEVER;
  }

  /** The lead takes the writes that come to a site. */
  private leadTakesFrom(site: number): boolean {
    const { lead, facts, spec, reach } = this;
    if (!lead.live || !facts.reaches(site, lead.site)) return false;
    return reach.hasQuorum(lead) || spec.onSplit === 'split';
  }

  // ------------------------------------------------------------------ the rest

  private tellBackups(): void {
    const { backups, spec, facts, lead, context } = this;
    if (!backups || !spec.backups) return;
    const site = context.topology.siteIndex.get(spec.backups.site) as number;
    if (!backups.isDestroyed && facts.storageDestroyed(site) > spec.tolerates + ROUNDING) {
      backups.destroy();
      const event = this.record('backups.lost', context.topology.sites[site].entity, [facts.whyDestroyed(-1, site)]);
      this.countLoss(event);
    }
    backups.setPossible(this.now(), lead.live && facts.hasPower(site) && facts.reaches(lead.site, site));
  }

  private record(
    rule: Parameters<RunContext['recorder']['event']>[1],
    entity: number,
    causes: readonly number[],
    ...numbers: number[]
  ): number {
    return this.context.recorder.event(this.now(), rule, entity, causes, ...numbers);
  }

  private now(): number {
    return this.context.timeline.now();
  }
}
