/**
 * A layout that was changed, held against what it was before it is run: how much is added, changed and removed, what it
 * costs more, and what an audit says of it that it did not say before.
 */
import type { Language } from '../results/amounts.js';
import { layoutCost } from '../results/layout-cost.js';
import type { Scenario } from '../scenario/model.js';
import { type AuditFinding, audit } from '../studies/audit/audit.js';

export interface LayoutReview {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** A month; null when the scenario states no price. */
  readonly cost: { readonly before: number; readonly after: number; readonly currency: string | null } | null;
  /** Findings of the audit that are new, and those that are gone. */
  readonly worse: readonly AuditFinding[];
  readonly better: readonly AuditFinding[];
}

/** @param changes in plan notation, what leads from one to the other */
export function reviewLayout(
  before: Scenario,
  after: Scenario,
  changes: readonly string[],
  language: Language = 'en',
): LayoutReview {
  const count = (sign: string): number => changes.filter((change) => change.startsWith(sign)).length;
  const [was, now] = [before, after].map((scenario) => audit(scenario, { language }).findings);
  const [costBefore, costAfter] = [before, after].map((scenario) => layoutCost(scenario)?.all ?? 0);
  return {
    added: count('+'),
    changed: count('~'),
    removed: count('-'),
    cost:
      costBefore === 0 && costAfter === 0 ? null : { before: costBefore, after: costAfter, currency: after.currency },
    worse: now.filter((finding) => !was.some((each) => isSame(each, finding))),
    better: was.filter((finding) => !now.some((each) => isSame(each, finding))),
  };
}

function isSame(a: AuditFinding, b: AuditFinding): boolean {
  return a.rule === b.rule && a.subject === b.subject;
}
