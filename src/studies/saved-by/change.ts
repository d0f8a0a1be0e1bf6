/**
 * A single change to a scenario: what it is in words, as something that anybody can repeat, and applied.
 *
 * What is to be repeated is `--set` settings or, where they do not reach (a deployment more), a layout; by a test it gives
 * the same run as the change that is applied.
 */
import type { Say } from '../../results/binding/constraint.js';
import type { Deployment, Recovery, Scenario, Service, Site } from '../../scenario/model.js';

/** An overlay, as plain data: JSON of it is YAML. */
export interface Layout {
  readonly [key: string]: Layout | number | string | readonly string[];
}

export interface Change {
  /** Unique among the changes of one question, for example `power:pangyo/b3`. */
  readonly id: string;
  /** The kind's name. */
  readonly kind: string;
  /** Each `path=value`, for `--set`; empty when it is a layout. */
  readonly set: readonly string[];
  /** To be written below `layouts` in the file; null when settings say it. */
  readonly layout: Layout | null;
  readonly text: (say: Say) => string;
  readonly apply: (scenario: Scenario) => Scenario;
}

export function changeService(scenario: Scenario, id: string, change: (service: Service) => Service): Scenario {
  return { ...scenario, services: scenario.services.map((each) => (each.id === id ? change(each) : each)) };
}

export function changeSite(scenario: Scenario, id: string, change: (site: Site) => Site): Scenario {
  return { ...scenario, sites: scenario.sites.map((each) => (each.id === id ? change(each) : each)) };
}

export function changeRecovery(scenario: Scenario, change: Partial<Recovery>): Scenario {
  return { ...scenario, recovery: { ...scenario.recovery, ...change } };
}

export function changeDeployment(
  scenario: Scenario,
  service: string,
  site: string,
  change: (deployment: Deployment) => Deployment,
): Scenario {
  return changeService(scenario, service, (each) => ({
    ...each,
    deployments: each.deployments.map((deployment) => (deployment.site === site ? change(deployment) : deployment)),
  }));
}

/** Changes one after another. */
export const inTurn =
  (changes: readonly ((scenario: Scenario) => Scenario)[]) =>
  (scenario: Scenario): Scenario =>
    changes.reduce((changed, change) => change(changed), scenario);

/** True when the file writes keys below a path, and not a single value there. */
export function isMapping({ positions }: Scenario, path: string): boolean {
  return Object.keys(positions).some((each) => each.startsWith(`${path}.`));
}
