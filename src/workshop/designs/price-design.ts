/**
 * What a design costs by the lesson's price list, and which of its parts the lesson does not allow.
 *
 * Points are those of the rules, options and further sites; servers are priced by steps up, and none are given back for
 * steps down. Left out: money, which the scenario's own prices and the measure `cost` are for.
 */
import type { Edit } from '../../scenario/edits/edit.js';
import type { Scenario } from '../../scenario/model.js';
import type { EditRule, Exercise } from '../lessons/lesson.js';
import type { BothLanguages } from '../lessons/lesson-leaves.js';
import type { Design } from './design.js';

export interface DesignPrice {
  /** Edits and options taken. */
  readonly moves: number;
  readonly points: number;
  /** Null: no limit. */
  readonly movesLeft: number | null;
  readonly pointsLeft: number | null;
  /** Within the budget. */
  readonly affordable: boolean;
  readonly lines: readonly PriceLine[];
  /** What the lesson does not offer. */
  readonly forbidden: readonly ForbiddenPart[];
}

/** What one part of the design costs. */
export interface PriceLine {
  readonly part: DesignPart;
  readonly points: number;
}

export interface ForbiddenPart {
  readonly part: DesignPart;
  readonly why: BothLanguages;
}

/** A place among the edits or options, a site that is newly used, or the layout it begins from. */
export type DesignPart =
  | { readonly kind: 'edit'; readonly place: number }
  | { readonly kind: 'option'; readonly place: number }
  | { readonly kind: 'site'; readonly site: string }
  | { readonly kind: 'layout' };

/**
 * @param before the scenario in the layout that the design begins from
 * @param after the scenario that it makes
 */
export function priceDesign(exercise: Exercise, design: Design, before: Scenario, after: Scenario): DesignPrice {
  const lines: PriceLine[] = [];
  const forbidden: ForbiddenPart[] = [];
  if (!(exercise.layouts ?? ['base']).includes(design.layout))
    forbidden.push({ part: { kind: 'layout' }, why: WHY.layout });
  design.options.forEach((id, place) => {
    const part: DesignPart = { kind: 'option', place };
    const why = whyNoOption(exercise, design, place);
    if (why !== null) forbidden.push({ part, why });
    else lines.push({ part, points: exercise.options?.[id].points ?? 0 });
  });
  design.edits.forEach((edit, place) => {
    const part: DesignPart = { kind: 'edit', place };
    const rule = ruleFor(exercise, edit, before);
    if (rule === undefined) forbidden.push({ part, why: WHY.edit });
    else lines.push({ part, points: pointsOf(rule, edit, before) });
  });
  lines.push(...siteLines(exercise, after));
  const moves = design.options.length + design.edits.length;
  const points = lines.reduce((sum, line) => sum + line.points, 0);
  const { moves: mostMoves, points: mostPoints } = exercise.budget ?? {};
  const movesLeft = mostMoves === undefined ? null : mostMoves - moves;
  const pointsLeft = mostPoints === undefined ? null : mostPoints - points;
  const affordable = (movesLeft ?? 0) >= 0 && (pointsLeft ?? 0) >= 0;
  return { moves, points, movesLeft, pointsLeft, affordable, lines, forbidden };
}

/** Whether the lesson allows an edit. @param before the scenario in the layout that the design begins from */
export function isAllowed(exercise: Exercise, edit: Edit, before: Scenario): boolean {
  return ruleFor(exercise, edit, before) !== undefined;
}

function ruleFor({ edits }: Exercise, edit: Edit, before: Scenario): EditRule | undefined {
  return edits.find((each) => allows(each, edit, before));
}

function whyNoOption({ options = {} }: Exercise, { options: taken }: Design, place: number): BothLanguages | null {
  const id = taken[place];
  if (!Object.hasOwn(options, id)) return WHY.option;
  const { excludes = [], times = 1 } = options[id];
  if (taken.slice(0, place + 1).filter((each) => each === id).length > times) return WHY.times;
  return taken.some((each) => excludes.includes(each)) ? WHY.excludes : null;
}

const USUAL_STEP = 0.1;

/** Whether a rule of the lesson allows the edit: what the rule leaves out is free. */
function allows(rule: EditRule, edit: Edit, before: Scenario): boolean {
  if (rule.kind !== edit.kind) return false;
  const within = (names: readonly string[] | undefined, name: string): boolean => names?.includes(name) ?? true;
  switch (edit.kind) {
    case 'move':
      return within(rule.services, edit.service) && within(rule.sites, edit.to);
    case 'add':
      return (
        within(rule.services, edit.service) &&
        within(rule.sites, edit.site) &&
        within(rule.roles, edit.role ?? 'active') &&
        (edit.servers === undefined || edit.servers <= largest(before, edit.service))
      );
    case 'remove':
      return within(rule.services, edit.service) && within(rule.sites, edit.site);
    case 'role':
      return within(rule.services, edit.service) && within(rule.sites, edit.site) && within(rule.roles, edit.role);
    case 'servers': {
      const most = (rule.most ?? Number.POSITIVE_INFINITY) * serversThere(before, edit.service, edit.site);
      return within(rule.services, edit.service) && within(rule.sites, edit.site) && edit.servers <= most + 1e-9;
    }
    case 'need':
      return within(rule.of, edit.of) && within(rule.services, edit.service) && within(rule.as, edit.as);
    case 'set':
      if (!within(rule.paths, edit.path)) return false;
      return rule.order === undefined ? within(rule.values, edit.value) : isOrderOf(rule.order, edit.value);
  }
}

function pointsOf(rule: EditRule, edit: Edit, before: Scenario): number {
  const points = rule.points ?? 0;
  if (edit.kind !== 'servers') return points;
  const there = serversThere(before, edit.service, edit.site);
  const step = Math.max(1, (rule.step ?? USUAL_STEP) * there);
  // Whole steps: a server more than one step is a second one; 1e-9 for what divides evenly but for its last bit.
  return points * Math.max(0, Math.ceil((edit.servers - there) / step - 1e-9));
}

function serversThere(scenario: Scenario, service: string, site: string): number {
  const found = scenario.services.find(({ id }) => id === service)?.deployments.find((each) => each.site === site);
  return found?.servers ?? largest(scenario, service);
}

function largest({ services }: Scenario, service: string): number {
  return Math.max(0, ...(services.find(({ id }) => id === service)?.deployments ?? []).map(({ servers }) => servers));
}

/** `[a, b, c]`: all of them, or some of them first. */
function isOrderOf(services: readonly string[], value: string): boolean {
  const list = /^\s*\[([^\]]*)\]\s*$/.exec(value)?.[1];
  if (list === undefined) return false;
  const names = list.split(',').map((name) => name.trim().replaceAll('"', ''));
  return new Set(names).size === names.length && names.every((name) => services.includes(name));
}

function siteLines({ sites }: Exercise, after: Scenario): PriceLine[] {
  if (sites === undefined || sites.points.length === 0) return [];
  const used = new Set(after.services.flatMap(({ deployments }) => deployments.map(({ site }) => site)));
  return after.sites
    .filter(({ id }) => used.has(id) && !sites.open.includes(id))
    .map(({ id }, i) => ({
      part: { kind: 'site', site: id },
      points: sites.points[Math.min(i, sites.points.length - 1)],
    }));
}

const WHY = {
  layout: { en: 'the lesson does not begin from this layout', ko: '이 레이아웃에서 시작할 수 없습니다' },
  option: { en: 'the lesson offers no such option', ko: '레슨이 제공하지 않는 선택 항목입니다' },
  times: { en: 'it is taken more often than it is offered', ko: '제공되는 횟수보다 많이 골랐습니다' },
  excludes: { en: 'it cannot be taken beside another one', ko: '다른 선택 항목과 함께 고를 수 없습니다' },
  edit: { en: 'the lesson does not allow this change', ko: '이 레슨에서 허용되지 않는 변경입니다' },
} as const satisfies Readonly<Record<string, BothLanguages>>;
