/** Services with data to which something happened to that data, by the log: what is offered is only what that suggests. */
import type { RuleId } from '../../record/rules.js';
import type { DataPlacement, Scenario, Service, Site } from '../../scenario/model.js';
import { changeService } from './change.js';
import type { Clues } from './clues.js';

export interface WithData extends Service {
  readonly data: DataPlacement;
}

/** Services among the clues that keep data, and about which, or whose copies and deployments, an event of a rule tells. */
export function withDataAnd({ scenario, reading, services }: Clues, rules: readonly RuleId[]): readonly WithData[] {
  const { view } = reading;
  const touched = new Set(
    view.eventsBy(rules).map((event) => {
      const { id } = view.entity(view.event(event).entity);
      return id.replace(/[@:].*$/, '');
    }),
  );
  return scenario.services.filter(
    (each): each is WithData => each.data !== null && services.includes(each.id) && touched.has(each.id),
  );
}

export function changeData(id: string, change: Partial<DataPlacement>): (scenario: Scenario) => Scenario {
  return (scenario) =>
    changeService(scenario, id, (each) => ({ ...each, data: each.data === null ? null : { ...each.data, ...change } }));
}

/** A site that no fault names and where it has neither servers nor a copy, as far as there is one: the largest such. */
export function siteAway(scenario: Scenario, { deployments, data }: WithData): Site | null {
  const rank = ({ id }: Site): number =>
    4 * Number(scenario.faults.some(({ parameters }) => parameters.site === id)) +
    2 * Number(deployments.some(({ site }) => site === id)) +
    Number(data.copies.includes(id));
  const [best] = [...scenario.sites].sort(
    (a, b) => rank(a) - rank(b) || b.servers - a.servers || (a.id < b.id ? -1 : 1),
  );
  return best ?? null;
}
