/**
 * Which copy leads: the one that does, unless it cannot, or its servers only stand by, and another may.
 *
 * A dead lead is followed once everybody believes it dead; one that lives and has lost its quorum, by a copy that has one;
 * one whose servers stand by hands over to a copy beside servers that get traffic. Left out: the time of an election.
 */
import type { DataPlacement } from '../../scenario/model.js';
import type { Copy } from './copy.js';
import type { DataFacts } from './data-facts.js';
import type { Reach } from './reach.js';

export interface Election {
  readonly lead: Copy;
  readonly copies: readonly Copy[];
  readonly spec: DataPlacement;
  readonly facts: DataFacts;
  readonly reach: Reach;
  /** It lives and gets what the lead writes. */
  canFollow(copy: Copy): boolean;
  position(copy: Copy): number;
}

/** A copy beside traffic before one that traffic reaches, then the one with most writes, then the first. Null: none may. */
export function nextLead(election: Election): Copy | null {
  let best: Copy | null = null;
  for (const copy of candidates(election)) if (best === null || isBetter(election, copy, best)) best = copy;
  return best;
}

function candidates({ lead, copies, spec, facts, reach, canFollow }: Election): readonly Copy[] {
  const others = copies.filter((copy) => copy !== lead && copy.live && reach.traffic(copy) > 0);
  const standsBy = lead.deployment >= 0 && !facts.isRouted(lead.deployment);
  if (!lead.live) {
    const isGone = lead.lost || lead.condemned || lead.deployment < 0 || standsBy || facts.isDead(lead.deployment);
    return isGone ? others.filter((copy) => reach.hasQuorum(copy) || spec.onSplit === 'split') : [];
  }
  if (!reach.hasQuorum(lead)) return others.filter((copy) => reach.hasQuorum(copy));
  return standsBy ? others.filter((copy) => reach.traffic(copy) > 1 && canFollow(copy)) : [];
}

function isBetter({ reach, position }: Election, a: Copy, b: Copy): boolean {
  const difference = reach.traffic(a) - reach.traffic(b);
  return difference !== 0 ? difference > 0 : position(a) > position(b);
}
