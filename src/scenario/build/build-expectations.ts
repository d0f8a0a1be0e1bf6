/** What must hold: short forms become the one structured form, limits are read in the unit of their measure. */
import { JUDGED_BY_STUDIES, type MeasureName } from '../measure-names.js';
import type { Expectation } from '../model.js';
import type { Path } from '../reading/path.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import { readAmount } from '../units/amount.js';
import { readDuration } from '../units/duration.js';
import { good, type Reading } from '../units/reading.js';
import { percent, readRatio, readShare } from '../units/share.js';
import type { Draft } from './draft.js';
import { checkName } from './names.js';

type RawExpectation = NonNullable<RawScenario['expect']>[number];
type RawLimit = NonNullable<RawExpectation['atMost']>;
type Structured = Omit<Expectation, 'name' | 'path' | 'untouchedPasses'>;

/** Short forms that say "within": the measure that each limits. */
const WITHIN = {
  restored: 'restoredAfterSeconds',
  firstFunction: 'firstFunctionAfterSeconds',
  fullFunction: 'fullFunctionAfterSeconds',
  recovered: 'recoveredAfterSeconds',
} as const;

const FORMS = ['measure', ...Object.keys(WITHIN), 'sustained', 'survives'] as const;

/** Keys of an expectation beside its form. */
const TAKEN_BY_ALL = ['name', 'untouched'];
const TAKEN = {
  measure: ['of', 'service', 'atMost', 'atLeast'],
  survives: ['within'],
  short: ['of', 'service'],
} as const;

/** A service that stays up throughout is never below this (design: `up`). */
const UP = 0.99;

const NOTHING: Structured = {
  measure: '',
  of: null,
  atLeast: null,
  atMost: null,
  relativeTo: null,
  withinSeconds: null,
};

export function buildExpectations(
  draft: Draft,
  raw: RawScenario['expect'],
  measures: readonly MeasureName[],
): Expectation[] {
  return (raw ?? []).flatMap((expectation, i): Expectation[] => {
    const at: Path = ['expect', i];
    const stated = FORMS.filter((form) => expectation[form as keyof RawExpectation] !== undefined);
    if (stated.length !== 1) {
      draft.report({ code: 'one-of', path: at, values: { choices: FORMS.join(', ') } });
      return [];
    }
    checkKeys(draft, expectation, stated[0], at);
    const structured = expand(draft, expectation, stated[0], at, measures);
    if (structured === null) return [];
    return [
      {
        ...structured,
        name: expectation.name ?? { en: usualName(structured, expectation) },
        path: draft.path(...at),
        untouchedPasses: expectation.untouched === 'passes',
      },
    ];
  });
}

/** A key that the form does not read would be a limit that nobody judges. */
function checkKeys(draft: Draft, raw: RawExpectation, form: string, at: Path): void {
  const taken = new Set<string>([
    ...TAKEN_BY_ALL,
    form,
    ...TAKEN[form === 'measure' || form === 'survives' ? form : 'short'],
  ]);
  if (raw.measure === 'survives') taken.add('within');
  for (const key of Object.keys(raw)) {
    if (!taken.has(key)) draft.report({ code: 'key-not-taken', path: [...at, key], on: 'key', values: { key, form } });
  }
}

function expand(
  draft: Draft,
  raw: RawExpectation,
  form: string,
  at: Path,
  measures: readonly MeasureName[],
): Structured | null {
  if (raw.of !== undefined && raw.service !== undefined) {
    draft.report({ code: 'one-of', path: at, values: { choices: 'of, service' } });
  }
  const subjectKey = raw.service === undefined ? 'of' : 'service';
  const of = raw.service ?? raw.of ?? null;
  if (form === 'survives') return survives(draft, raw, at);
  if (form === 'measure') return structuredForm(draft, raw, of, [...at, subjectKey], at, measures);
  if (of === null) {
    draft.report({ code: 'missing-key', path: [...at, 'service'], on: 'key', values: { key: 'service' } });
    return null;
  }
  checkSubject(draft, of, [...at, subjectKey], ['service']);
  if (form === 'sustained') return { ...NOTHING, measure: 'lowestShare', of, atLeast: UP };
  const key = form as keyof typeof WITHIN;
  return { ...NOTHING, measure: WITHIN[key], of, atMost: raw[key]?.within ?? 0 };
}

function survives(draft: Draft, raw: RawExpectation, at: Path): Structured | null {
  const name = raw.survives as string;
  const { known } = draft;
  const zones = [...known.zones].flatMap(([site, ids]) => [...ids].map((zone) => `${site}/${zone}`));
  const cases = ['any-site', 'any-zone', 'any-link', 'any', ...known.sites, ...known.links, ...zones];
  if (!cases.includes(name)) {
    const values = { name, kinds: 'site, zone or link' };
    draft.report({
      code: 'unknown-subject',
      path: [...at, 'survives'],
      values,
      suggestion: draft.nearest(name, cases),
    });
  }
  if (raw.within === undefined) {
    draft.report({ code: 'missing-key', path: [...at, 'within'], on: 'key', values: { key: 'within' } });
    return null;
  }
  return { ...NOTHING, measure: 'survives', of: name, withinSeconds: raw.within };
}

function structuredForm(
  draft: Draft,
  raw: RawExpectation,
  of: string | null,
  ofAt: Path,
  at: Path,
  measures: readonly MeasureName[],
): Structured | null {
  const name = raw.measure as string;
  const all = [...measures, ...JUDGED_BY_STUDIES];
  const named = all.filter((measure) => measure.name === name);
  if (named.length === 0 && measures.length > 0) {
    const suggestion = draft.nearest(
      name,
      all.map((measure) => measure.name),
    );
    draft.report({ code: 'unknown-measure', path: [...at, 'measure'], values: { name }, suggestion });
    return null;
  }
  const kinds = [...new Set(named.map((measure) => measure.of))];
  if (of !== null && named.length > 0) checkSubject(draft, of, ofAt, kinds, name);
  else if (of === null && kinds.length === 1 && kinds[0] === 'site') {
    draft.report({ code: 'missing-key', path: [...at, 'of'], on: 'key', values: { key: 'of' } });
  }
  if (raw.atMost === undefined && raw.atLeast === undefined) {
    draft.report({ code: 'no-limit', path: at, values: { choices: 'atMost, atLeast' } });
    return null;
  }
  const unit = named[0]?.unit ?? null;
  const atMost = readLimit(draft, raw.atMost, unit, [...at, 'atMost']);
  const atLeast = readLimit(draft, raw.atLeast, unit, [...at, 'atLeast']);
  return {
    measure: name,
    of,
    atMost: atMost?.value ?? null,
    atLeast: atLeast?.value ?? null,
    relativeTo: atMost?.layout ?? atLeast?.layout ?? null,
    withinSeconds: raw.within ?? null,
  };
}

interface Limit {
  readonly value: number;
  readonly layout: string | null;
}

function readLimit(draft: Draft, raw: RawLimit | undefined, unit: string | null, at: Path): Limit | null {
  if (raw === undefined) return null;
  const relative = typeof raw === 'object';
  const reading = relative ? readRatio(raw.share) : readInUnit(raw, unit);
  const layout = relative ? otherLayout(draft, raw, at) : null;
  if (reading.ok) return { value: reading.value, layout };
  const { code, values, suggestion } = reading.fault;
  draft.report({ code, path: relative ? [...at, 'share'] : at, values, suggestion });
  return { value: 0, layout: null };
}

function otherLayout(draft: Draft, raw: RawLimit & object, at: Path): string {
  const [key, name] = 'ofLayout' in raw ? ['ofLayout', raw.ofLayout] : ['of-layout', raw['of-layout']];
  checkName(draft, 'layouts', name, [...at, key]);
  return name;
}

function readInUnit(value: string | number, unit: string | null): Reading<number> {
  if (unit === 'seconds') return readDuration(value);
  if (unit === 'share') return readShare(value);
  if (unit === 'ratio') return readRatio(value);
  if (unit !== null || typeof value === 'number') return readAmount(value);
  // Without a table of measures, by how it is written.
  const share = percent(value);
  if (share !== null) return good(share);
  const seconds = readDuration(value);
  return seconds.ok ? seconds : readAmount(value);
}

function checkSubject(draft: Draft, name: string, path: Path, kinds: readonly MeasureName['of'][], measure = ''): void {
  const services = [...draft.known.services, ...draft.known.journeys];
  const candidates = [
    ...(kinds.includes('service') ? services : []),
    ...(kinds.includes('site') ? draft.known.sites : []),
  ];
  if (candidates.includes(name)) return;
  if (candidates.length === 0 || draft.known.sites.has(name) || services.includes(name)) {
    draft.report({
      code: 'wrong-subject',
      path,
      values: { measure, kinds: kinds.map((kind) => `a ${kind}`).join(', ') },
    });
    return;
  }
  const suggestion = draft.nearest(name, candidates);
  const suggestionPath =
    suggestion === null
      ? undefined
      : [
          draft.known.services.has(suggestion) ? 'services' : draft.known.sites.has(suggestion) ? 'sites' : 'journeys',
          suggestion,
        ];
  const words = kinds.filter((kind) => kind === 'service' || kind === 'site').join(' or ');
  draft.report({ code: 'unknown-subject', path, values: { name, kinds: words }, suggestion, suggestionPath });
}

function usualName({ measure, of }: Structured, raw: RawExpectation): string {
  const within = Object.keys(WITHIN).find((key) => raw[key as keyof RawExpectation] !== undefined);
  if (within !== undefined) return `${of}: ${within}`;
  if (raw.sustained) return `${of}: sustained`;
  if (raw.survives !== undefined) return `survives ${raw.survives}`;
  return of === null ? measure : `${of}: ${measure}`;
}
