import { DEFAULTS } from '../defaults.js';
import type { Breaker, Cache, Dependency, DependencyKind } from '../model.js';
import type { Path } from '../reading/path.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import { compareIds, type Draft } from './draft.js';
import { checkName } from './names.js';

type RawNeeds = NonNullable<RawScenario['services'][string]['needs']>;
type RawNeed = Exclude<Extract<RawNeeds, readonly unknown[]>[number], string>;

/** In the order of the calls: a list as written; a mapping by `order`, then by id. */
export function buildNeeds(draft: Draft, raw: RawNeeds | undefined, at: Path): Dependency[] {
  if (raw === undefined) return [];
  if (Array.isArray(raw)) {
    const seen = new Set<string>();
    return raw.flatMap((entry: string | RawNeed, i) => {
      const need = typeof entry === 'string' ? { service: entry } : entry;
      const path = [...at, i];
      const built = buildNeed(draft, need, path, typeof entry === 'string' ? path : [...path, 'service'], 'value');
      for (const { service, kind } of built) {
        const key = `${service} ${isCall(kind) ? 'call' : kind}`;
        if (seen.has(key)) draft.report({ code: 'same-twice', path, values: { name: service } });
        seen.add(key);
      }
      return built;
    });
  }
  return Object.entries(raw)
    .map(
      ([service, entry]) =>
        ({ service, ...(typeof entry === 'string' ? { kind: entry } : entry) }) as RawNeed & { order?: number },
    )
    .sort(
      (a, b) =>
        (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY) ||
        compareIds(a.service, b.service),
    )
    .flatMap((need) => buildNeed(draft, need, [...at, need.service], [...at, need.service], 'key'));
}

function isCall(kind: DependencyKind): boolean {
  return kind === 'required' || kind === 'optional' || kind === 'async';
}

/** One for each kind that it is of. */
function buildNeed(
  draft: Draft,
  raw: Partial<RawNeed> & { service: string },
  at: Path,
  nameAt: Path,
  on: 'key' | 'value',
): Dependency[] {
  checkName(draft, 'services', raw.service, nameAt, on);
  const kinds =
    raw.kind === undefined ? ['required' as const] : typeof raw.kind === 'string' ? [raw.kind] : [...new Set(raw.kind)];
  if (kinds.length === 0) draft.report({ code: 'needs-entries', path: [...at, 'kind'] });
  if (kinds.filter(isCall).length > 1) {
    draft.report({ code: 'same-twice', path: [...at, 'kind'], values: { name: kinds.filter(isCall).join(', ') } });
  }
  const calls = kinds.some(isCall);
  return kinds.map((kind) => ({
    service: raw.service,
    path: draft.path(...at),
    kind,
    calls: raw.calls ?? 1,
    timeoutSeconds: calls
      ? draft.given(raw.timeout, DEFAULTS.callTimeout, ...at, 'timeout')
      : (raw.timeout ?? DEFAULTS.callTimeout.value),
    retries: raw.retries ?? 0,
    backoffSeconds: raw.backoff ?? 0,
    retryBudget: raw.retryBudget ?? null,
    parallel: raw.parallel ?? null,
    breaker: buildBreaker(draft, raw.breaker, [...at, 'breaker']),
    cache: buildCache(draft, raw.cache, [...at, 'cache']),
    ageLimitSeconds: raw.ageLimit ?? null,
    catchUp:
      kind === 'async'
        ? draft.given(raw.catchUp, DEFAULTS.catchUp, ...at, 'catchUp')
        : (raw.catchUp ?? DEFAULTS.catchUp.value),
    byHand: raw.byHand ?? null,
  }));
}

function buildBreaker(draft: Draft, raw: RawNeed['breaker'], at: Path): Breaker | null {
  if (raw === undefined) return null;
  return {
    failureShare: draft.given(raw.failures, DEFAULTS.breakerFailures, ...at, 'failures'),
    windowSeconds: draft.given(raw.window, DEFAULTS.breakerWindow, ...at, 'window'),
    openSeconds: draft.given(raw.open, DEFAULTS.breakerOpen, ...at, 'open'),
  };
}

function buildCache(draft: Draft, raw: RawNeed['cache'], at: Path): Cache | null {
  if (raw === undefined) return null;
  return {
    entries: raw.entries,
    hits: draft.given(raw.hits, DEFAULTS.cacheHits, ...at, 'hits'),
    coldAtStart: raw.cold ?? false,
  };
}
