/** Faults as written, each parameter checked against the table of its kind. */
import type { FaultKind, FaultParameter } from '../fault-kind.js';
import type { Fault, FaultRate, FaultValue } from '../model.js';
import type { Path } from '../reading/path.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import { readPositiveCount } from '../units/amount.js';
import { readDuration } from '../units/duration.js';
import { perYear } from '../units/rate.js';
import { bad, good, type Reading, wrongType } from '../units/reading.js';
import { readRatio, readShare } from '../units/share.js';
import { writeDuration } from '../units/write-duration.js';
import { compareIds, type Draft, sortedEntries } from './draft.js';
import { checkName, checkZone } from './names.js';

type RawFault = NonNullable<RawScenario['faults']>[number];
type RawRate = NonNullable<RawScenario['rates']>[string];

const FAULT_KEYS = ['id', 'at', 'kind', 'until'];
const RATE_KEYS = ['kind', 'frequency', 'for'];

export function buildFaults(draft: Draft, raw: RawScenario['faults'], kinds: readonly FaultKind[]): Fault[] {
  const faults = raw ?? [];
  const ids = idsOf(faults);
  const built = faults.flatMap((fault, i): Fault[] => {
    const at: Path = ['faults', i];
    const kind = kindOf(draft, fault.kind, kinds, at);
    if (kind === null) return [];
    const atSeconds = draft.seconds(fault.at, ...at, 'at');
    return [
      {
        id: ids[i],
        order: i,
        path: draft.path(...at),
        kind: fault.kind,
        atSeconds,
        untilSeconds: until(draft, fault, kind, atSeconds, at),
        parameters: buildParameters(draft, fault, kind, at, FAULT_KEYS),
      },
    ];
  });
  return built.sort((a, b) => compareIds(a.id, b.id));
}

/** Those of a kind that is not known are left out; each is told. */
export function buildFaultRates(
  draft: Draft,
  raw: RawScenario['rates'],
  kinds: readonly FaultKind[],
): readonly FaultRate[] {
  return sortedEntries(raw ?? {}, (id, rate, order): FaultRate[] => {
    const at: Path = ['rates', id];
    const kind = kindOf(draft, rate.kind, kinds, at);
    if (kind === null) return [];
    if (kind.until === 'required' && rate.for === undefined)
      draft.report({ code: 'missing-key', path: [...at, 'for'], on: 'key', values: { key: 'for' } });
    if (kind.until === 'none' && rate.for !== undefined)
      draft.report({ code: 'end-not-taken', path: [...at, 'for'], on: 'key', values: { kind: kind.kind } });
    return [
      {
        id,
        order,
        path: draft.path(...at),
        kind: kind.kind,
        perYear: perYear(rate.frequency),
        lasts: rate.for ?? null,
        parameters: buildParameters(draft, rate, kind, at, RATE_KEYS),
      },
    ];
  }).flat();
}

function kindOf(draft: Draft, name: string, kinds: readonly FaultKind[], at: Path): FaultKind | null {
  const kind = kinds.find((each) => each.kind === name);
  if (kind !== undefined) return kind;
  const names = kinds.map((each) => each.kind);
  draft.report({
    code: 'unknown-fault-kind',
    path: [...at, 'kind'],
    values: { name },
    suggestion: draft.nearest(name, names),
  });
  return null;
}

/** Kind and number among those of its kind, with as many digits as the last one needs: their order is that of the file. */
function idsOf(faults: readonly RawFault[]): string[] {
  const total = new Map<string, number>();
  for (const { kind } of faults) total.set(kind, (total.get(kind) ?? 0) + 1);
  const seen = new Map<string, number>();
  return faults.map(({ id, kind }) => {
    const number = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, number);
    return id ?? `${kind}-${String(number).padStart(String(total.get(kind)).length, '0')}`;
  });
}

function until(draft: Draft, fault: RawFault, kind: FaultKind, atSeconds: number, at: Path): number | null {
  if (fault.until === undefined) {
    if (kind.until === 'required') draft.report({ code: 'no-end', path: at, values: { kind: kind.kind } });
    return null;
  }
  const path = [...at, 'until'];
  if (kind.until === 'none') {
    draft.report({ code: 'end-not-taken', path, on: 'key', values: { kind: kind.kind } });
    return null;
  }
  const seconds = draft.seconds(fault.until, ...path);
  if (seconds <= atSeconds)
    draft.report({
      code: 'ends-before',
      path,
      values: { at: writeDuration(atSeconds), until: writeDuration(seconds) },
    });
  return seconds;
}

function buildParameters(
  draft: Draft,
  fault: RawFault | RawRate,
  kind: FaultKind,
  at: Path,
  commonKeys: readonly string[],
): Record<string, FaultValue> {
  const parameters: Record<string, FaultValue> = {};
  for (const [name, value] of Object.entries(fault)) {
    if (commonKeys.includes(name)) continue;
    if (!Object.hasOwn(kind.parameters, name)) {
      const suggestion = draft.nearest(name, [...Object.keys(kind.parameters), ...commonKeys]);
      draft.report({ code: 'unknown-key', path: [...at, name], on: 'key', values: { key: name }, suggestion });
    }
    void value;
  }
  for (const [name, parameter] of Object.entries(kind.parameters).sort(([a], [b]) => compareIds(a, b))) {
    const path = [...at, name];
    const value = Object.hasOwn(fault, name) ? fault[name] : undefined;
    if (value !== undefined) {
      const read = readParameter(draft, parameter, value, fault, path);
      if (read !== null) parameters[name] = read;
    } else if (parameter.default !== undefined) {
      parameters[name] = parameter.default;
      draft.defaulted.push(draft.path(...path));
    } else if (parameter.required) {
      draft.report({ code: 'missing-key', path, on: 'key', values: { key: name } });
    }
  }
  return parameters;
}

/** Null when it is wrong, which is then told. */
function readParameter(
  draft: Draft,
  parameter: FaultParameter,
  value: unknown,
  fault: RawFault | RawRate,
  path: Path,
): FaultValue | null {
  switch (parameter.type) {
    case 'site':
      return oneName(draft, 'sites', value, path);
    case 'service':
      return oneName(draft, 'services', value, path);
    case 'team':
      return oneName(draft, 'teams', value, path);
    case 'link':
      return oneName(draft, 'links', value, path);
    case 'sites':
      return namesOf(draft, value, path, (name, at) => checkName(draft, 'sites', name, at));
    case 'zones':
      return namesOf(
        draft,
        value,
        path,
        (name, at) => typeof fault.site !== 'string' || checkZone(draft, fault.site, name, at),
      );
    default:
      return numberOf(draft, parameter, value, path);
  }
}

function oneName(
  draft: Draft,
  kind: 'sites' | 'services' | 'teams' | 'links',
  value: unknown,
  path: Path,
): string | null {
  const read = typeof value === 'string' ? good(value) : wrongType('a name', value);
  const name = told(draft, read, path);
  return name !== null && checkName(draft, kind, name, path) ? name : null;
}

function namesOf(
  draft: Draft,
  value: unknown,
  path: Path,
  check: (name: string, at: Path) => boolean,
): string[] | null {
  if (!Array.isArray(value)) return told(draft, wrongType('a list of names', value), path);
  if (value.length === 0) draft.report({ code: 'needs-entries', path });
  const names = value.map((name: unknown, i) => {
    const at = [...path, i];
    const read = told(draft, typeof name === 'string' ? good(name) : wrongType('a name', name), at);
    return read !== null && check(read, at) ? read : null;
  });
  return names.every((name) => name !== null) ? [...new Set(names)].sort(compareIds) : null;
}

/** What the readers of numbers take at most. */
const MOST: Readonly<Record<string, string>> = { factor: '1000000', seconds: '36525d', count: '1000T', share: '100%' };

function numberOf(draft: Draft, parameter: FaultParameter, value: unknown, path: Path): number | null {
  const number = told(draft, readNumber(parameter.type, value), path);
  if (number === null) return null;
  const { min = 0, max = Number.POSITIVE_INFINITY } = parameter;
  if (number >= min && number <= max) return number;
  const unit = parameter.type === 'seconds' ? 's' : '';
  const shown = (limit: number): string => (parameter.type === 'share' ? `${limit * 100}%` : `${limit}${unit}`);
  const range = { min: shown(min), max: Number.isFinite(max) ? shown(max) : MOST[parameter.type] };
  draft.report({ code: 'out-of-range', path, values: { got: String(value), ...range } });
  return null;
}

function readNumber(type: FaultParameter['type'], value: unknown): Reading<number> {
  if (type === 'share') return readShare(value);
  if (type === 'seconds') return readDuration(value);
  if (type === 'count') return readPositiveCount(value);
  const reading = readRatio(value);
  return reading.ok && reading.value === 0 ? bad('not-positive', { got: String(value) }) : reading;
}

function told<T>(draft: Draft, reading: Reading<T>, path: Path): T | null {
  if (reading.ok) return reading.value;
  const { code, values, suggestion, within = [], on } = reading.fault;
  draft.report({ code, path: [...path, ...within], on, values, suggestion });
  return null;
}
