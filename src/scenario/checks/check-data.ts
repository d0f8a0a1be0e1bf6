import type { Scenario } from '../model.js';
import type { CheckFinding } from './check.js';

/** Data can be damaged only where there is some. */
export function checkCorruption({ faults, rates, services }: Scenario): CheckFinding[] {
  return [...faults, ...rates].flatMap(({ kind, path, parameters }): CheckFinding[] => {
    if (kind !== 'data-corruption') return [];
    const service = services.find(({ id }) => id === parameters.service);
    if (service === undefined) return [];
    if (service.data === null) return [{ code: 'no-data', at: `${path}.service`, values: { name: service.id } }];
    const { site } = parameters;
    if (typeof site !== 'string' || service.data.copies.includes(site)) return [];
    return [{ code: 'no-copy', at: `${path}.site`, values: { name: service.id, site } }];
  });
}
