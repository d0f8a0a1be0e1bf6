/** What the copies of a service reach of each other, of the witness and of the traffic; and why they do not. */
import type { DataPlacement } from '../../scenario/model.js';
import type { RunContext } from '../run-context.js';
import type { ServiceNode } from '../topology.js';
import type { Copy } from './copy.js';
import type { DataFacts } from './data-facts.js';

export class Reach {
  private readonly context: RunContext;
  private readonly node: ServiceNode;
  private readonly spec: DataPlacement;
  private readonly facts: DataFacts;
  private readonly copies: readonly Copy[];
  private readonly witness: number;

  constructor(context: RunContext, node: ServiceNode, spec: DataPlacement, facts: DataFacts, copies: readonly Copy[]) {
    this.context = context;
    this.node = node;
    this.spec = spec;
    this.facts = facts;
    this.copies = copies;
    this.witness = spec.witness === null ? -1 : (context.topology.siteIndex.get(spec.witness) as number);
  }

  /** Live copies that a site reaches. */
  from(site: number): readonly Copy[] {
    return this.copies.filter((copy) => copy.live && this.facts.reaches(site, copy.site));
  }

  /** Enough votes for a write; without sync one is enough. */
  hasQuorum(copy: Copy): boolean {
    return this.spec.replication !== 'sync' || this.votes(copy) >= this.spec.quorum;
  }

  /** Most votes of a copy that a site reaches, and how many are needed; without sync it is the lead that counts. */
  votesFrom(site: number): readonly [votes: number, needed: number] {
    if (this.spec.replication !== 'sync') return [0, 1];
    return [Math.max(0, ...this.from(site).map((copy) => this.votes(copy))), this.spec.quorum];
  }

  /** 2: traffic is sent to servers beside a copy, 1: to servers that reach it, 0: to none. */
  traffic({ site }: Copy): 0 | 1 | 2 {
    const { topology } = this.context;
    const working = this.node.deployments
      .filter((d) => this.facts.isRouted(d) && this.facts.serves(d))
      .map((d) => topology.deployments[d].site);
    if (working.includes(site)) return 2;
    return working.some((from) => this.facts.reaches(from, site)) ? 1 : 0;
  }

  /** Latest event that explains why a copy is of no use to a site; -1: none. */
  whyNot(copy: Copy, site: number): number {
    if (copy.live) return this.facts.whyApart(copy.site, site);
    return copy.lost || copy.condemned ? copy.event : this.facts.whyDown(copy.deployment, copy.site);
  }

  /** Latest events that explain why a site does not get at copies, or at the witness. */
  whyRefused(site: number): readonly number[] {
    const { facts, witness } = this;
    const causes = this.copies.map((copy) => this.whyNot(copy, site));
    if (witness >= 0) causes.push(facts.hasPower(witness) ? facts.whyApart(site, witness) : facts.whyDown(-1, witness));
    return causes;
  }

  /** Latest event about the servers that a copy stands on; -1: none. */
  lastOf({ deployment }: Copy): number {
    const { topology, recorder } = this.context;
    return deployment < 0 ? -1 : recorder.lastEvent(topology.deployments[deployment].entity);
  }

  private votes(copy: Copy): number {
    const { facts, witness } = this;
    const agrees = witness >= 0 && facts.hasPower(witness) && facts.reaches(copy.site, witness);
    return this.from(copy.site).length + (agrees ? 1 : 0);
  }
}
