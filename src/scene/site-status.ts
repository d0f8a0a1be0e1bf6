/** What is true of a site at an instant, and the same in words: power, entry, reach, and the servers that are up. */
import { placeAt } from '../record/steps.js';
import type { RecordView } from '../record/view.js';
import type { Language } from '../results/amounts.js';
import { formatCount } from '../results/amounts.js';
import type { Reading } from '../results/reading.js';
import { fill } from '../results/sentences.js';
import type { Site } from '../scenario/model.js';
import { momentText } from './moment-text.js';
import { SCENE_WORDS } from './scene-words.js';

export interface SiteStatus {
  readonly powered: boolean;
  /** Microseconds; since when it has (no) power. */
  readonly poweredSince: number;
  readonly entry: boolean;
  readonly connected: boolean;
  /** Servers with power and booted. */
  readonly up: number;
  readonly servers: number;
  /** Zones in the scenario's order. */
  readonly zones: readonly { readonly id: string; readonly powered: boolean }[];
}

export function siteStatusAt(view: RecordView, site: Site, time: number): SiteStatus {
  const entity = view.find('site', site.id);
  const flag = (of: number, quantity: 'powered' | 'entry' | 'connected'): boolean =>
    of < 0 || view.at(of, quantity, time) !== 0;
  const zones = site.zones.map(({ id }) => ({ id, powered: flag(view.find('zone', `${site.id}/${id}`), 'powered') }));
  const up = entity < 0 ? Number.NaN : view.at(entity, 'up', time);
  return {
    powered: flag(entity, 'powered') && (zones.length === 0 || zones.some((zone) => zone.powered)),
    poweredSince: changedAt(view, site, entity, time),
    entry: flag(entity, 'entry'),
    connected: flag(entity, 'connected'),
    up: Number.isNaN(up) ? site.servers : up,
    servers: site.servers,
    zones,
  };
}

/** What is wrong with a site, worst first; empty while all is well. */
export function siteWords(reading: Reading, site: Site, time: number, language: Language): readonly string[] {
  const status = siteStatusAt(reading.view, site, time);
  const words = SCENE_WORDS[language];
  const all: string[] = [];
  const dark = status.zones.filter((zone) => !zone.powered).map((zone) => zone.id);
  const moment = momentText(reading, status.poweredSince, language, time);
  if (!status.powered) all.push(fill(words.noPower, { moment }));
  else if (dark.length > 0) all.push(fill(words.zonesDark, { zones: dark.join(', ') }));
  if (!status.connected) all.push(words.notConnected);
  if (!status.entry) all.push(words.noEntry);
  return all;
}

/** `16,000 of 32,000 servers up`. Where others were rebuilt on spare servers there are more than there used to be. */
export function serversText(status: SiteStatus, language: Language): string {
  const count = (value: number): string => formatCount(Math.round(value), language);
  return fill(SCENE_WORDS[language].servers, { up: count(status.up), of: count(Math.max(status.servers, status.up)) });
}

/** The last time at which the power of the site, or of one of its zones, changed. */
function changedAt(view: RecordView, site: Site, entity: number, time: number): number {
  const entities = [entity, ...site.zones.map(({ id }) => view.find('zone', `${site.id}/${id}`))];
  let latest = 0;
  for (const each of entities) {
    const track = each < 0 ? null : view.track(each, 'powered');
    const place = track === null ? -1 : placeAt(track, time);
    if (track !== null && place >= 0) latest = Math.max(latest, track.times[place]);
  }
  return latest;
}
