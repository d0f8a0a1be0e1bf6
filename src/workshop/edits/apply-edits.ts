/**
 * A learner's edits become an overlay, as a layout would be written; or it is told which edit is not possible, and why.
 *
 * Pure data in and out: the scenario that results is checked like any other layout's. Left out: whether the lesson allows
 * the edits and what they cost (`price-edits.ts`).
 */

import { plainOf } from '../../scenario/reading/plain.js';
import { readDocument } from '../../scenario/reading/read-document.js';
import type { Overlay } from '../lessons/lesson-leaves.js';
import type { Edit } from './edit.js';
import { difference, isMapping, laidOver } from './plain-data.js';

export interface EditProblem {
  /** Place in the list of edits. */
  readonly edit: number;
  readonly code: 'no-service' | 'not-there' | 'already-there' | 'no-need' | 'no-layout' | 'no-option' | 'layout-first';
  readonly message: string;
  readonly messageKo: string;
}

export type AppliedEdits =
  | { readonly overlay: Overlay; readonly problem: null }
  | { readonly overlay: null; readonly problem: EditProblem };

/** What a scenario's file says, without its layouts, and those. */
export interface EditableScenario {
  readonly base: Overlay;
  readonly layouts: Readonly<Record<string, Overlay>>;
}

/** @throws when the text is no mapping: it was checked before */
export function editable(text: string): EditableScenario {
  const { root } = readDocument(text, 'scenario.yaml');
  const data = root === null ? null : plainOf(root, new Set(), new Map()).value;
  if (!isMapping(data)) throw new Error('a right scenario is edited');
  const { layouts, ...base } = data;
  const named = Object.entries(isMapping(layouts) ? layouts : {});
  return { base, layouts: Object.fromEntries(named.map(([name, lays]) => [name, isMapping(lays) ? lays : {}])) };
}

/** @param options pieces of layouts by the names that `option` edits use */
export function applyEdits(
  scenario: EditableScenario,
  edits: readonly Edit[],
  options: Readonly<Record<string, Overlay>> = {},
): AppliedEdits {
  let data = scenario.base;
  for (const [place, edit] of edits.entries()) {
    const result = applied(data, edit, place, scenario, options);
    if (result.problem !== null) return { overlay: null, problem: { edit: place, ...result.problem } };
    data = laidOver(data, result.lays);
  }
  return { overlay: difference(scenario.base, data), problem: null };
}

type Problem = Omit<EditProblem, 'edit'>;
type Applied = { readonly lays: Overlay; readonly problem: null } | { readonly lays: null; readonly problem: Problem };

function applied(
  data: Overlay,
  edit: Edit,
  place: number,
  { layouts }: EditableScenario,
  options: Readonly<Record<string, Overlay>>,
): Applied {
  switch (edit.kind) {
    case 'layout':
      if (place > 0) return wrong('layout-first', edit.layout);
      return Object.hasOwn(layouts, edit.layout) ? lays(layouts[edit.layout]) : wrong('no-layout', edit.layout);
    case 'option':
      return Object.hasOwn(options, edit.option) ? lays(options[edit.option]) : wrong('no-option', edit.option);
    case 'order':
      return lays({ recovery: { order: edit.services } });
    default:
      return ofService(data, edit);
  }
}

type ServiceEdit = Exclude<Edit, { readonly kind: 'layout' | 'option' | 'order' }>;

function ofService(data: Overlay, edit: ServiceEdit): Applied {
  const { service } = edit;
  const kind = at(data, 'services', service) === null ? 'journeys' : 'services';
  const found = at(data, kind, service);
  if (found === null) return wrong('no-service', service);
  const changes = (change: Overlay): Applied => lays({ [kind]: { [service]: change } });
  if (edit.kind === 'need') {
    const needs = at(found, 'needs');
    if (needs === null || !Object.hasOwn(needs, edit.callee)) return wrong('no-need', `${service} -> ${edit.callee}`);
    return changes({ needs: { [edit.callee]: edit.as === 'none' ? null : { kind: edit.as } } });
  }
  const deploy = at(found, 'deploy') ?? {};
  const has = (site: string): boolean => Object.hasOwn(deploy, site);
  const missing = (site: string): Applied => wrong('not-there', `${service}@${site}`);
  switch (edit.kind) {
    case 'move':
      if (!has(edit.from)) return missing(edit.from);
      if (has(edit.to)) return wrong('already-there', `${service}@${edit.to}`);
      return changes({ deploy: { [edit.from]: null, [edit.to]: elsewhere(deploy[edit.from]) } });
    case 'copy': {
      if (has(edit.to)) return wrong('already-there', `${service}@${edit.to}`);
      const [first] = Object.values(deploy);
      const role = edit.role === undefined ? {} : { role: edit.role };
      return changes({ deploy: { [edit.to]: { ...elsewhere(first), ...role } } });
    }
    case 'remove':
      return has(edit.from) ? changes({ deploy: { [edit.from]: null } }) : missing(edit.from);
    case 'role':
      return has(edit.site) ? changes({ deploy: { [edit.site]: { role: edit.role } } }) : missing(edit.site);
    case 'servers':
      return has(edit.site) ? changes({ deploy: { [edit.site]: { servers: edit.servers } } }) : missing(edit.site);
  }
}

/** Another site has other zones. */
function elsewhere(deployment: unknown): Overlay {
  const { zones: _, ...rest } = isMapping(deployment) ? deployment : {};
  return rest;
}

function at(data: Overlay, ...keys: readonly string[]): Overlay | null {
  let value: unknown = data;
  for (const key of keys) value = isMapping(value) && Object.hasOwn(value, key) ? value[key] : null;
  return isMapping(value) ? value : null;
}

function lays(overlay: Overlay): Applied {
  return { lays: overlay, problem: null };
}

function wrong(code: Problem['code'], name: string): Applied {
  const { en, ko } = TEXTS[code];
  return { lays: null, problem: { code, message: `${en}: ${name}`, messageKo: `${ko}: ${name}` } };
}

const TEXTS: Readonly<Record<Problem['code'], { readonly en: string; readonly ko: string }>> = {
  'no-service': { en: 'there is no such service', ko: '없는 서비스' },
  'not-there': { en: 'it does not stand there', ko: '그곳에 없는 배치' },
  'already-there': { en: 'it already stands there', ko: '이미 그곳에 있는 배치' },
  'no-need': { en: 'there is no such need', ko: '없는 의존성' },
  'no-layout': { en: 'there is no such layout', ko: '없는 레이아웃' },
  'no-option': { en: 'there is no such option', ko: '없는 선택 항목' },
  'layout-first': { en: 'a layout is chosen before anything else', ko: '레이아웃은 맨 먼저 골라야 합니다' },
};
