/**
 * A first scenario of one's own: the sites and services that one names, in a row of calls, with one power cut; each number is
 * marked as assumed and says what to put in its place.
 *
 * Left out: whatever the reference lists beyond that (docs/reference).
 */

import { ID_PATTERN } from '../../scenario/schema/values.js';

export interface StarterOptions {
  /** The first is asked by users, and each calls the next; ids. */
  readonly services?: readonly string[];
  /** The first serves; the others stand by. */
  readonly sites?: readonly string[];
}

const SERVICES = ['web', 'orders', 'database'];
const SITES = ['main', 'spare'];
/** Words that YAML reads as something else. */
const RESERVED: ReadonlySet<string> = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** @throws RangeError for what is no id, and for names that come twice; all of them at once */
export function starterScenario({ services = SERVICES, sites = SITES }: StarterOptions): string {
  const wrong = [...problemsOf('services', services), ...problemsOf('sites', sites)];
  if (wrong.length > 0) throw new RangeError(wrong.join('\n'));
  return textOf(services.map(quoted), sites.map(quoted));
}

function textOf(services: readonly string[], [first, ...others]: readonly string[]): string {
  const sites = [first, ...others];
  return `${[
    '# What is marked `assumed` is a guess: begin there. Every key: docs/reference/scenario.md.',
    'firebreak: 1',
    'title: My system',
    'start: 2026-01-05T12:00:00Z',
    'duration: 12h',
    '',
    'sites:',
    ...sites.map((site) => `  ${site}: {}`),
    ...(others.length === 0 ? [] : ['links:']),
    ...others.map((site) => `  - { between: [${first}, ${site}], latency: { value: 2ms, assumed: measure it } }`),
    '',
    'services:',
    ...services.flatMap((service, i) => serviceLines(service, services[i + 1], i === 0, sites)),
    '',
    'faults:',
    `  - { at: 1h, kind: power-loss, site: ${first} }`,
    'recovery:',
    `  power: { ${first}: { value: 5h, assumed: how long would it take? } }`,
    '  teams: { service: { value: 3, assumed: people who can bring services back } }',
    '',
    'expect:',
    `  - { name: people can work again within an hour, service: ${services[0]}, restored: { within: 1h } }`,
    '',
  ].join('\n')}`;
}

function serviceLines(
  service: string,
  callee: string | undefined,
  isFirst: boolean,
  [first, ...others]: readonly string[],
): string[] {
  return [
    `  ${service}:`,
    ...(isFirst ? ['    users: { population: 100k, peak: 500/s, assumed: from your monitoring }'] : []),
    '    capacity: { value: 100/s, assumed: what one server can do when it waits for nobody }',
    '    deploy:',
    `      ${first}: { servers: 10 }`,
    ...others.map((site) => `      ${site}: { servers: 10, role: warm-standby }`),
    ...(callee === undefined
      ? []
      : ['    needs:', `      ${callee}: { timeout: 1s, retries: 1, assumed: from the client's configuration }`]),
  ];
}

function problemsOf(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [`${what}: name at least one`];
  return names.flatMap((name, i) => {
    if (!ID_PATTERN.test(name))
      return [`${what}: ${JSON.stringify(name)} is no id: letters, digits, hyphens and underscores, at most 64`];
    return names.indexOf(name) < i ? [`${what}: ${name} is named twice`] : [];
  });
}

function quoted(name: string): string {
  return /^[a-z][a-z0-9_-]*$/.test(name) && !RESERVED.has(name) ? name : JSON.stringify(name);
}
