/** What the sections of the page are made from: the cases by what fails, and names as people know them. */
import type { Entity } from '../../../record/record.js';
import type { Language } from '../../../results/amounts.js';
import { formatCount } from '../../../results/amounts.js';
import { namesOf } from '../../../results/names.js';
import type { Scenario } from '../../../scenario/model.js';
import type { ContingencyCase, ContingencyDocument } from '../../../studies/contingency/contingency.js';
import type { ContingencyPageTexts } from './contingency-texts.js';

export interface ContingencyFrame {
  readonly document: ContingencyDocument;
  readonly language: Language;
  readonly texts: ContingencyPageTexts;
  /** Of one case: `North a + Login`. */
  readonly failure: (of: Pick<ContingencyCase, 'failed' | 'kinds'>) => string;
  readonly service: (id: string) => string;
}

export function contingencyFrame(
  document: ContingencyDocument,
  scenario: Scenario,
  language: Language,
  texts: ContingencyPageTexts,
): ContingencyFrame {
  const names = namesOf(scenario, language);
  const journeys = new Set(scenario.journeys.map(({ id }) => id));
  const named = (kind: Entity['kind'], id: string): string => names({ kind, id, of: [], path: '' });
  return {
    document,
    language,
    texts,
    failure: ({ failed, kinds }) => failed.map((id, i) => named(kinds[i], id)).join(' + '),
    service: (id) => named(journeys.has(id) ? 'journey' : 'service', id),
  };
}

/** The same failure in all layouts, worst over them first. */
export function byFailure(cases: readonly ContingencyCase[]): readonly (readonly ContingencyCase[])[] {
  const rows = new Map<string, ContingencyCase[]>();
  for (const each of cases) {
    const key = keyOf(each);
    rows.set(key, [...(rows.get(key) ?? []), each]);
  }
  const worst = (all: readonly ContingencyCase[]): number => Math.max(...all.map((each) => each.userHoursLost));
  return [...rows.values()].sort((a, b) => worst(b) - worst(a));
}

export function keyOf({ kinds, failed }: Pick<ContingencyCase, 'failed' | 'kinds'>): string {
  return `${kinds.join(' ')} ${failed.join(' ')}`;
}

/** It loses something, takes something down, or fails an expectation. */
export function isTelling({ userHoursLost, down, verdict }: ContingencyCase): boolean {
  return userHoursLost > 0 || down > 0 || verdict === 'failed';
}

/** User-hours, and whether an expectation fails. */
export function lostText({ userHoursLost, verdict }: ContingencyCase, language: Language): string {
  const hours = userHoursLost > 0 ? formatCount(userHoursLost, language) : '–';
  return verdict === 'failed' ? `${hours} ✗` : hours;
}
