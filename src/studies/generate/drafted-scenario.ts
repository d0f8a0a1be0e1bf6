/**
 * The text of a scenario from a few answers: which sites, which services where, what each needs, and one thing that goes wrong.
 * Every number is marked as assumed and says what to put in its place.
 *
 * It checks nothing: whatever is wrong with the answers (a need that there is not, a service without a site) is told by the
 * check of the text, with line and caret. Left out: whatever the reference lists beyond that (docs/reference).
 */

export interface DraftedService {
  readonly name: string;
  /** Names of sites; it is active in the first and stands by in the others. */
  readonly sites: readonly string[];
  /** Names of services. */
  readonly needs: readonly string[];
  /** People who use it; null: nobody but other services. */
  readonly people: number | null;
}

export const DRAFTED_FAULTS = ['power-loss', 'fire', 'cooling-loss', 'partition'] as const;
export type DraftedFault = (typeof DRAFTED_FAULTS)[number];

export interface DraftedSystem {
  readonly title: string;
  readonly sites: readonly string[];
  readonly services: readonly DraftedService[];
  readonly fault: { readonly kind: DraftedFault; readonly site: string };
}

export function draftedScenario({ title, sites, services, fault }: DraftedSystem): string {
  const siteId = idsOf(sites, 'site');
  const serviceId = idsOf(
    services.map(({ name }) => name),
    'service',
  );
  const [first, ...others] = sites.map(siteId);
  const struck = siteId(fault.site);
  return [
    '# What is marked `assumed` is a guess: begin there. Every key: docs/reference/scenario.md.',
    'firebreak: 1',
    `title: ${JSON.stringify(title)}`,
    'start: 2026-01-05T12:00:00Z',
    'duration: 12h',
    '',
    'sites:',
    ...sites.map((name) => `  ${siteId(name)}: {${nameOf(name, siteId(name), ' ')}}`),
    ...(others.length === 0 ? [] : ['links:']),
    ...others.map((site) => `  - { between: [${first}, ${site}], latency: { value: 2ms, assumed: measure it } }`),
    '',
    'services:',
    ...services.flatMap((service) => serviceLines(service, siteId, serviceId)),
    '',
    'faults:',
    `  - ${faultLine(fault.kind, struck)}`,
    'recovery:',
    `  power: { ${struck}: { value: 5h, assumed: how long would it take? } }`,
    '  teams: { service: { value: 3, assumed: people who can bring services back } }',
    '',
    'expect:',
    ...services
      .filter(({ people }) => people !== null)
      .map(
        ({ name }) =>
          `  - { name: ${JSON.stringify(`${name}: 1 h`)}, service: ${serviceId(name)}, restored: { within: 1h } }`,
      ),
    '',
  ].join('\n');
}

function serviceLines(
  { name, sites, needs, people }: DraftedService,
  siteId: (name: string) => string,
  serviceId: (name: string) => string,
): string[] {
  const label = nameOf(name, serviceId(name), '');
  return [
    `  ${serviceId(name)}:`,
    ...(label === '' ? [] : [`    ${label}`]),
    ...(people === null
      ? []
      : [
          `    users: { population: ${people}, peak: ${Math.max(1, Math.round(people / 200))}/s, assumed: from your monitoring }`,
        ]),
    '    capacity: { value: 100/s, assumed: what one server can do when it waits for nobody }',
    '    deploy:',
    ...sites.map((site, i) => `      ${siteId(site)}: { servers: 10${i === 0 ? '' : ', role: warm-standby'} }`),
    ...(needs.length === 0 ? [] : ['    needs:']),
    ...needs.map(
      (need) => `      ${serviceId(need)}: { timeout: 1s, retries: 1, assumed: from the client's configuration }`,
    ),
  ];
}

function faultLine(kind: DraftedFault, site: string): string {
  if (kind === 'partition') return `{ at: 1h, kind: partition, sites: [${site}] }`;
  if (kind === 'fire')
    return `{ at: 1h, kind: fire, site: ${site}, destroyed: { value: 30%, assumed: how much would burn? } }`;
  return `{ at: 1h, kind: ${kind}, site: ${site} }`;
}

function nameOf(name: string, id: string, around: string): string {
  return name === id ? '' : `${around}name: ${JSON.stringify(name)}${around}`;
}

/** Of names that are no ids the letters that an id may have, else a number; one that is not listed is as it was written. */
function idsOf(names: readonly string[], what: string): (name: string) => string {
  const ids = new Map<string, string>();
  names.forEach((name, i) => {
    const plain = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
    const isId = /^[a-z]/.test(plain) && !/[^\x20-\x7e]/.test(name) && !RESERVED.has(plain);
    const wanted = isId ? plain : `${what}-${i + 1}`;
    if (!ids.has(name)) ids.set(name, [...ids.values()].includes(wanted) ? `${wanted}-${i + 1}` : wanted);
  });
  return (name) => ids.get(name) ?? JSON.stringify(name);
}

/** Words that YAML reads as something else. */
const RESERVED: ReadonlySet<string> = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n']);
