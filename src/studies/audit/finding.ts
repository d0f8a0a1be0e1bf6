/** What an audit finds, and what a rule is. Adding a rule: one file in `rules`, its line in `rules/index.ts`, its test. */
import type { AuditFacts } from './facts.js';
import type { AuditSay } from './say.js';

/** `error`: the design does not do what it was built for. `warning`: a weakness that may be a decision. */
export type Severity = 'error' | 'warning';

export interface Found {
  readonly severity: Severity;
  /** Id of what it is about: a site, a zone (`north/a`), a link, a service, or a call (`shop -> login`). */
  readonly subject: string;
  /** Where in the file: the first of these that is written there. */
  readonly paths: readonly string[];
  /** Ids of the services and journeys that suffer, sorted. */
  readonly affected: readonly string[];
  /** One sentence that says what is wrong, and one what to do. */
  readonly message: (say: AuditSay) => string;
  readonly advice: (say: AuditSay) => string;
}

export interface AuditRule {
  readonly id: string;
  readonly find: (facts: AuditFacts) => readonly Found[];
}
