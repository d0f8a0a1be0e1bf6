/**
 * What is wrong with a design, without running it: each rule of `rules/` asked once, findings as data.
 *
 * An audit knows what follows from what stands where and who needs whom. Left out: how long anything lasts and what it
 * costs people (`run`, `contingency`), and whatever needs a clock.
 */
import type { Language } from '../../results/amounts.js';
import { lineOf } from '../../results/line-of.js';
import type { Scenario, Text } from '../../scenario/model.js';
import { factsOf } from './facts.js';
import type { Severity } from './finding.js';
import { AUDIT_RULES } from './rules/index.js';
import { auditSay } from './say.js';

export interface AuditDocument {
  readonly format: 'firebreak.audit/1';
  readonly scenario: { readonly id: string; readonly title: Text; readonly sha256: string };
  readonly layout: string;
  /** Errors first, then in the order of the rules, then of the file. */
  readonly findings: readonly AuditFinding[];
  /** How many of each. */
  readonly errors: number;
  readonly warnings: number;
}

export interface AuditFinding {
  /** Name of the rule, one of {@link AUDIT_RULE_NAMES}. */
  readonly rule: string;
  readonly severity: Severity;
  /** Id of a site, a zone (`north/a`), a link, a service, or a call (`shop -> login`). */
  readonly subject: string;
  /** What is wrong, in one sentence, and what to do. */
  readonly message: string;
  readonly advice: string;
  /** In the file; null when nothing in it says it. */
  readonly line: number | null;
  /** Ids of the services and journeys that suffer. */
  readonly affected: readonly string[];
}

export interface AuditOptions {
  /** Of the sentences; English when left out. */
  readonly language?: Language;
}

export const AUDIT_RULE_NAMES: readonly string[] = AUDIT_RULES.map(({ id }) => id);

/** Audits one layout of a scenario. */
export function audit(scenario: Scenario, { language = 'en' }: AuditOptions = {}): AuditDocument {
  const facts = factsOf(scenario);
  const say = auditSay(scenario, language);
  const all = AUDIT_RULES.flatMap(({ id, find }) =>
    find(facts)
      .map(
        (found): AuditFinding => ({
          rule: id,
          severity: found.severity,
          subject: found.subject,
          message: found.message(say),
          advice: found.advice(say),
          line: lineOf(scenario, ...found.paths),
          affected: found.affected,
        }),
      )
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  );
  const errors = all.filter(({ severity }) => severity === 'error');
  const warnings = all.filter(({ severity }) => severity === 'warning');
  return {
    format: 'firebreak.audit/1',
    scenario: { id: scenario.id, title: scenario.title, sha256: scenario.sha256 },
    layout: scenario.layout,
    findings: [...errors, ...warnings],
    errors: errors.length,
    warnings: warnings.length,
  };
}
