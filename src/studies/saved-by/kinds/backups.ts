/** Backups where none were, away from the originals, or more often: where data were destroyed, corrupted or lost. */
import { writeDuration } from '../../../scenario/units/write-duration.js';
import type { Change } from '../change.js';
import type { Clues } from '../clues.js';
import { changeData, siteAway, type WithData, withDataAnd } from '../data-clues.js';

const HOUR = 3600;

export function backups(clues: Clues): Change[] {
  return withDataAnd(clues, [
    'copy.lost',
    'backups.lost',
    'corruption.noticed',
    'data.unusable',
    'writes.lost',
  ]).flatMap((service) => {
    const { data } = service;
    if (data.backups === null) return first(clues, service);
    return [...elsewhere(clues, service), ...oftener(clues, service)];
  });
}

function first(clues: Clues, service: WithData): Change[] {
  const site = siteAway(clues.scenario, service);
  if (site === null) return [];
  const { view } = clues.reading;
  const [entity, place] = [view.find('service', service.id), view.find('site', site.id)];
  return [
    {
      id: `backups:${service.id}`,
      kind: 'backups',
      set: [`${service.data.path}.backups={ every: 1h, at: ${site.id} }`],
      layout: null,
      text: (say) =>
        say.in(
          `${say.name(entity)} backed up in ${say.name(place)} every hour`,
          `${say.name(place)}에 ${say.name(entity)} 백업 (매시간)`,
        ),
      apply: changeData(service.id, { backups: { everySeconds: HOUR, site: site.id, keep: null } }),
    },
  ];
}

/** Away from the site of their originals. */
function elsewhere(clues: Clues, service: WithData): Change[] {
  const { backups: plan } = service.data;
  const site = siteAway(clues.scenario, service);
  const isBeside = service.data.copies.includes(plan?.site ?? '');
  if (plan === null || site === null || !isBeside || site.id === plan.site) return [];
  const { view } = clues.reading;
  const [entity, place, before] = [
    view.find('service', service.id),
    view.find('site', site.id),
    view.find('site', plan.site),
  ];
  return [
    {
      id: `backups-at:${service.id}@${site.id}`,
      kind: 'backups',
      set: [`${service.data.path}.backups.at=${site.id}`],
      layout: null,
      text: (say) =>
        say.in(
          `backups of ${say.name(entity)} in ${say.name(place)} instead of ${say.name(before)}`,
          `${say.name(entity)} 백업을 ${say.name(before)} 대신 ${say.name(place)}에 보관`,
        ),
      apply: changeData(service.id, { backups: { ...plan, site: site.id } }),
    },
  ];
}

/** Four times as often: what is lost is what was written since the last one. */
function oftener(clues: Clues, service: WithData): Change[] {
  const { backups: plan } = service.data;
  if (plan === null) return [];
  const every = Math.max(60, Math.round(plan.everySeconds / 4));
  if (every >= plan.everySeconds) return [];
  const entity = clues.reading.view.find('service', service.id);
  return [
    {
      id: `backups-every:${service.id}`,
      kind: 'backups',
      set: [`${service.data.path}.backups.every=${writeDuration(every)}`],
      layout: null,
      text: (say) =>
        say.in(
          `backups of ${say.name(entity)} every ${say.duration(every * 1e6)} instead of ${say.duration(plan.everySeconds * 1e6)}`,
          `${say.name(entity)} 백업 주기 ${say.duration(plan.everySeconds * 1e6)} 대신 ${say.duration(every * 1e6)}`,
        ),
      apply: changeData(service.id, { backups: { ...plan, everySeconds: every } }),
    },
  ];
}
