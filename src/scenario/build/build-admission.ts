import { DEFAULTS } from '../defaults.js';
import type { AdmissionPlan, Service, ServiceClass } from '../model.js';
import type { Path } from '../reading/path.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import type { Draft } from './draft.js';

type RawAdmission = NonNullable<RawScenario['services'][string]['admission']>;

export function buildAdmission(draft: Draft, raw: RawAdmission, at: Path): AdmissionPlan | null {
  if (raw === 'none') return null;
  const { shares } = raw;
  if (shares.length === 0) draft.report({ code: 'needs-entries', path: [...at, 'shares'] });
  shares.forEach((share, i) => {
    if (i === 0 || share >= shares[i - 1]) return;
    const values = {
      smaller: `step ${i}`,
      first: percent(shares[i - 1]),
      larger: `step ${i + 1}`,
      second: percent(share),
    };
    draft.report({ code: 'wrong-order', path: [...at, 'shares', i], values });
  });
  return {
    shares,
    eachSeconds: draft.given(raw.each, DEFAULTS.admissionEach, ...at, 'each'),
    untilWell: raw.untilWell ?? false,
  };
}

/** Each service with its own plan, else its class's. */
export function withClassAdmission(
  services: readonly Service[],
  raw: RawScenario['services'],
  classes: readonly ServiceClass[],
): Service[] {
  const plans = new Map(classes.map(({ id, admission }) => [id, admission]));
  return services.map((service) =>
    raw[service.id].admission === undefined ? { ...service, admission: plans.get(service.class) ?? null } : service,
  );
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(6))}%`;
}
