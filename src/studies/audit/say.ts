/** The words of an audit: names, lists that stay short, amounts. No Korean particle follows a placeholder. */

import type { EntityKind } from '../../record/record.js';
import { formatCount, formatDuration, formatShare, type Language } from '../../results/amounts.js';
import { namesOf } from '../../results/names.js';
import type { Scenario } from '../../scenario/model.js';

export interface AuditSay {
  /** The text of the language. */
  in(en: string, ko: string): string;
  site(id: string): string;
  /** `north/a` */
  zone(id: string): string;
  link(id: string): string;
  /** A service or a journey. */
  service(id: string): string;
  /** A few of them in full, and how many more there are. */
  some(ids: readonly string[], most?: number): string;
  /** Written out already: `a, b and c`. */
  list(texts: readonly string[]): string;
  /** `3 services`, `1 service`. */
  counted(count: number): string;
  /** Services and journeys that have users: `2 of 3 user-facing services`. */
  countedFaced(count: number, all?: number): string;
  duration(seconds: number): string;
  share(share: number): string;
  number(value: number): string;
}

/** Names that are told of a list: more are for machines. */
const MOST_NAMES = 4;

export function auditSay(scenario: Scenario, language: Language): AuditSay {
  const names = namesOf(scenario, language);
  const journeys = new Set(scenario.journeys.map(({ id }) => id));
  const named = (kind: EntityKind, id: string): string => names({ kind, id, of: [], path: '' });
  const service = (id: string): string => named(journeys.has(id) ? 'journey' : 'service', id);
  const pick = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  const list = (texts: readonly string[]): string =>
    language === 'ko' || texts.length < 2 ? texts.join(', ') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
  return {
    in: pick,
    site: (id) => named('site', id),
    zone: (id) => named('zone', id),
    link: (id) => named('link', id),
    service,
    some(ids, most = MOST_NAMES) {
      const shown = ids.length <= most + 1 ? ids : ids.slice(0, most);
      const more = ids.length - shown.length;
      const texts = shown.map(service);
      return more > 0 ? pick(`${texts.join(', ')} and ${more} more`, `${texts.join(', ')} 외 ${more}개`) : list(texts);
    },
    list,
    counted: (count) => pick(count === 1 ? '1 service' : `${count} services`, `서비스 ${count}개`),
    countedFaced: (count, all = count) =>
      count < all
        ? pick(`${count} of ${all} user-facing services`, `사용자 서비스 ${all}개 중 ${count}개`)
        : pick(`${count} user-facing service${count === 1 ? '' : 's'}`, `사용자 서비스 ${count}개`),
    duration: (seconds) => formatDuration(seconds, language),
    share: (share) => formatShare(share, language),
    number: (value) => formatCount(value, language),
  };
}
