/** What an audit finds in a small scenario, in one line each: `error single-point-site north`. */
import { audit } from '../../src/studies/audit/audit.js';
import { buildScenario, type ScenarioSpec } from './scenario-builder.js';

/** Of one rule only, or of all. */
export function auditFindings(spec: ScenarioSpec, rule?: string): readonly string[] {
  return audit(buildScenario(spec))
    .findings.filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ severity, rule: name, subject }) => `${severity} ${name} ${subject}`);
}

/** Servers in each of these sites. */
export function activeIn(...sites: readonly string[]): Readonly<Record<string, object>> {
  return Object.fromEntries(sites.map((site) => [site, {}]));
}
