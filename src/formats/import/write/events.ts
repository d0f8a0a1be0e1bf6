/** What goes wrong in an imported scenario, and what must hold: by the source, else the loss of one site, assumed. */
import { writeDuration } from '../../../scenario/units/write-duration.js';
import { type Ids, shownName } from '../identify.js';
import type { ImportedFault, System } from '../system.js';
import { yamlComment, yamlKey, yamlMap, yamlNumber, yamlText } from '../yaml-text.js';
import type { Site } from './site-lines.js';

export function faultLines(system: System, ids: Ids, sites: readonly Site[]): string[] {
  if (system.faults.length > 0) return ['', 'faults:', ...system.faults.map((fault) => faultLine(fault, system, ids))];
  const [{ id }] = sites;
  const lines = [
    '',
    '# Assumed, to begin with: one site loses power for an hour. Say here what you want to know.',
    'faults:',
    `  - { at: 1h, kind: power-loss, site: ${yamlText(id)} }`,
    'recovery:',
    `  power: { ${yamlKey(id)}: 2h }`,
  ];
  if (system.expectations.length === 0) {
    lines.push(
      '',
      '# Say what must hold, and `firebreak test` judges it:',
      '# expect:',
      '#   - { survives: any-site, within: 10m }',
    );
  }
  return lines;
}

function faultLine(fault: ImportedFault, system: System, ids: Ids): string {
  const { kind, service, atSeconds, untilSeconds, servers, factor, at, how } = fault;
  const of = service === null ? undefined : system.services.get(service);
  const all = of?.replicas?.value ?? null;
  const share = servers === null || all === null || servers >= all ? null : servers / all;
  const parts = yamlMap([
    ['at', writeDuration(atSeconds)],
    ['kind', kind],
    ['service', service === null ? null : yamlText(ids.of(service))],
    ['share', share === null ? null : `${yamlNumber(share * 100)}%`],
    ['factor', factor === null ? null : yamlNumber(factor)],
    ['until', untilSeconds === null ? null : writeDuration(untilSeconds)],
    ['assumed', factor === null ? null : yamlText('the factor')],
  ]);
  return `  - ${parts}  ${yamlComment(`${shownName(at.source.name.split('/').at(-1) ?? '')}:${at.line} ${how}`)}`;
}

export function expectationLines(system: System, ids: Ids): string[] {
  if (system.expectations.length === 0) return [];
  const lines = system.expectations.map(({ name, service, measure, atLeast, atMost, at, how }) => {
    const parts = yamlMap([
      ['name', yamlText(shownName(name))],
      ['measure', measure],
      ['of', yamlText(ids.of(service))],
      ['atLeast', atLeast],
      ['atMost', atMost],
    ]);
    return `  - ${parts}  ${yamlComment(`${shownName(at.source.name.split('/').at(-1) ?? '')}:${at.line} ${how}`)}`;
  });
  return ['', 'expect:', ...lines];
}
