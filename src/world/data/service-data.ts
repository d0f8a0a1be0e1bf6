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
import { type Copy, makeCopy } from './copy.js';
import type { DataFacts } from './data-facts.js';
import { Side } from './side.js';
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
  lead: Copy;
  /** Writes lost so far. */
  lost = 0;
  /** Writes of sides that have met again, and are not merged yet. */
  unmerged = 0;
  /** From this moment on what the lead was told is corrupt. */
  private taint = NEVER;
  /** Since when the lead takes no writes. */
  private stoppedAt = NEVER;
  /** Writes accepted by sides that are sides no more. */
  private acceptedApart = 0;
  /** Merged, but not on the lead yet. */
  private readonly ready: { readonly count: number; readonly event: number }[] = [];
  private sides: Side[] = [];
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
    this.lead = this.firstLead();
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
    if (!this.copies.some((copy) => copy.live && this.facts.reaches(site, copy.site))) return 'nothing';
    return this.writtenFrom(site) === null ? 'reads' : 'writes';
  }

  /** Votes that a site reaches, and how many are needed; without a quorum, whether it reaches the lead. */
  votesFrom(site: number): readonly [votes: number, needed: number] {
    if (this.spec.replication !== 'sync') return [0, 1];
    const best = this.copies.filter((copy) => copy.live && this.facts.reaches(site, copy.site));
    return [Math.max(0, ...best.map((copy) => this.votes(copy))), this.spec.quorum];
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
    this.meet();
    this.part();
    this.takeMerged();
    this.tellBackups();
    const writable = this.lead.live && (this.hasQuorum(this.lead) || this.spec.onSplit === 'split');
    if (writable) this.stoppedAt = NEVER;
    else if (this.stoppedAt === NEVER) this.stoppedAt = this.now();
  }

  /** Rates of accepted writes, from what the flow does now. */
  observe(doneWell: (deployment: number) => number): void {
    const { topology } = this.context;
    let rate = 0;
    for (const side of this.sides) side.nextRate = 0;
    for (const d of this.node.deployments) {
      if (!this.facts.serves(d)) continue;
      const side = this.writtenFrom(topology.deployments[d].site);
      if (side === null) continue;
      const writes = this.spec.writes * doneWell(d);
      if (side === 'main') rate += writes;
      else side.nextRate += writes;
    }
    this.history.setRate(this.now(), rate);
    for (const side of this.sides) side.setRate(this.now(), side.nextRate);
  }

  /** Writes accepted a second, on all sides. */
  get rate(): number {
    return this.sides.reduce((sum, side) => sum + side.rate, this.history.rate);
  }

  /** Writes accepted so far, on all sides. */
  get accepted(): number {
    const now = this.now();
    return this.history.accepted(now) + this.acceptedApart + this.apart;
  }

  get kept(): number {
    return this.history.kept(this.now());
  }

  /** Writes on sides that write apart now. */
  get apart(): number {
    return this.sides.reduce((sum, side) => sum + side.count(this.now()), 0);
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
    this.ready.push({ count, event });
    this.takeMerged();
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
    const { lead, facts } = this;
    const isStandby = lead.deployment >= 0 && !facts.isRouted(lead.deployment);
    const isGone = lead.lost || lead.condemned || lead.deployment < 0 || isStandby || facts.isDead(lead.deployment);
    let candidates = this.copies.filter((copy) => copy !== lead && copy.live && this.trafficAt(copy) > 0);
    if (!lead.live) {
      if (!isGone) return;
      candidates = candidates.filter((copy) => this.hasQuorum(copy) || this.spec.onSplit === 'split');
    } else if (!this.hasQuorum(lead)) candidates = candidates.filter((copy) => this.hasQuorum(copy));
    else if (isStandby) candidates = candidates.filter((copy) => this.trafficAt(copy) > 1 && this.canFollow(copy));
    else return;
    let best: Copy | null = null;
    for (const copy of candidates) if (best === null || this.isBetter(copy, best)) best = copy;
    if (best) this.give(best);
  }

  private isBetter(a: Copy, b: Copy): boolean {
    const [mine, its] = [this.trafficAt(a), this.trafficAt(b)];
    return mine !== its ? mine > its : this.position(a) > this.position(b);
  }

  /** 2: traffic is sent to servers beside it, 1: to servers that reach it, 0: to none. */
  private trafficAt(copy: Copy): number {
    const { topology } = this.context;
    const working = this.node.deployments.filter((d) => this.facts.isRouted(d) && this.facts.serves(d));
    if (working.some((d) => topology.deployments[d].site === copy.site)) return 2;
    return working.some((d) => this.facts.reaches(topology.deployments[d].site, copy.site)) ? 1 : 0;
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
    const causes = [lead.event, this.whyNot(lead, next.site), this.lastOf(next), this.lastOf(lead)];
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
    const own = this.sides.find((side) => side.lead === next);
    if (!own) return;
    // What it wrote by itself is now what is written.
    this.history.adopt(now, this.dissolve(own));
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
    if (count > NO_WRITE) this.lose(count, pointSeconds, event);
  }

  private lose(count: number, pointSeconds: number, event: number): void {
    this.lost += count;
    this.record('writes.lost', this.node.entity, [event], count, pointSeconds);
  }

  /** What is written from now on is sound again; backups taken since the corruption are not. */
  private clean(): void {
    if (this.taint === NEVER) return;
    this.backups?.spoil(this.taint, this.now());
    this.taint = NEVER;
  }

  // ------------------------------------------------------------------ sides

  private votes(copy: Copy): number {
    const { facts, spec, context } = this;
    const copies = this.copies.filter((each) => each.live && facts.reaches(copy.site, each.site)).length;
    const witness = spec.witness === null ? -1 : (context.topology.siteIndex.get(spec.witness) as number);
    return copies + (witness >= 0 && facts.hasPower(witness) && facts.reaches(copy.site, witness) ? 1 : 0);
  }

  private hasQuorum(copy: Copy): boolean {
    return this.spec.replication !== 'sync' || this.votes(copy) >= this.spec.quorum;
  }

  /** The side that takes the writes that come to a site; null: none does. */
  private writtenFrom(site: number): 'main' | Side | null {
    const { lead, facts, spec } = this;
    if (lead.live && facts.reaches(site, lead.site) && (this.hasQuorum(lead) || spec.onSplit === 'split'))
      return 'main';
    return this.sides.find((side) => side.lead.live && facts.reaches(site, side.lead.site)) ?? null;
  }

  /** Sides whose lead reaches the lead of all end: what they wrote has to be merged. */
  private meet(): void {
    for (const side of [...this.sides]) {
      if (!side.lead.live) side.lead = this.heirOf(side) ?? side.lead;
      if (side.lead.lost) {
        const count = this.dissolve(side);
        if (count > NO_WRITE) this.lose(count, (this.now() - side.since) / 1e6, side.lead.event);
      } else if (this.lead.live && side.lead.live && this.facts.reaches(side.lead.site, this.lead.site)) {
        const count = this.dissolve(side);
        const lost = count * this.spec.merge.lostShare;
        this.lost += lost;
        this.unmerged += count - lost;
        const causes = [side.event, this.facts.whyApart(side.lead.site, this.lead.site)];
        const event = this.record('split.ended', this.node.entity, causes, count - lost, lost);
        this.facts.merge(this.index, count - lost, event);
      }
    }
  }

  private heirOf(side: Side): Copy | undefined {
    const members = this.copies.filter((copy) => side.has(copy));
    return members.find((copy) => copy.live) ?? members.find((copy) => !copy.lost);
  }

  /** Copies that do not reach the lead write on by themselves, where the scenario says so. */
  private part(): void {
    const { lead, spec, facts } = this;
    if (spec.onSplit !== 'split' || !lead.live) return;
    if (spec.replication === 'sync' && this.hasQuorum(lead)) return;
    for (const copy of this.copies) {
      if (!copy.live || copy.follows || this.trafficAt(copy) === 0 || facts.reaches(copy.site, lead.site)) continue;
      if (this.sides.some((side) => side.has(copy) || facts.reaches(side.lead.site, copy.site))) continue;
      const members = this.copies.filter((each) => each.live && facts.reaches(each.site, copy.site));
      const event = this.record('split.began', copy.entity, [facts.whyApart(copy.site, lead.site)]);
      copy.event = event;
      this.sides.push(new Side(copy, members, this.now(), event));
    }
  }

  /** @returns the writes that it had taken */
  private dissolve(side: Side): number {
    const count = side.count(this.now());
    this.acceptedApart += count;
    this.sides = this.sides.filter((each) => each !== side);
    return count;
  }

  /** Merged writes go to the lead, once it lives. */
  private takeMerged(): void {
    if (!this.lead.live) return;
    for (const { count, event } of this.ready.splice(0)) {
      this.unmerged = Math.max(0, this.unmerged - count);
      this.history.adopt(this.now(), count);
      this.record('split.merged', this.node.entity, [event], count);
    }
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

  /** Latest event that explains why a copy is of no use to a site. */
  private whyNot(copy: Copy, site: number): number {
    if (copy.live) return this.facts.whyApart(copy.site, site);
    return copy.lost || copy.condemned ? copy.event : this.facts.whyDown(copy.deployment, copy.site);
  }

  /** Latest events that explain why a site does not get at copies, or at the witness. */
  whyRefused(site: number): readonly number[] {
    const { facts, spec, context } = this;
    const witness = spec.witness === null ? -1 : (context.topology.siteIndex.get(spec.witness) as number);
    return [
      ...this.copies.map((copy) => this.whyNot(copy, site)),
      ...(witness < 0 ? [] : [facts.hasPower(witness) ? facts.whyApart(site, witness) : facts.whyDown(-1, witness)]),
    ];
  }

  /** Latest event about the servers that a copy stands on; -1: none. */
  private lastOf({ deployment }: Copy): number {
    const { topology, recorder } = this.context;
    return deployment < 0 ? -1 : recorder.lastEvent(topology.deployments[deployment].entity);
  }

  /** The one beside the most servers that serve from the start, the first by site among equals; else the first. */
  private firstLead(): Copy {
    const { topology } = this.context;
    let best = this.copies[0];
    let most = 0;
    for (const d of this.node.deployments) {
      const { spec, site } = topology.deployments[d];
      const copy = this.copies.find((each) => each.site === site);
      if (!copy || spec.role !== 'active' || spec.servers <= most) continue;
      most = spec.servers;
      best = copy;
    }
    return best;
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
