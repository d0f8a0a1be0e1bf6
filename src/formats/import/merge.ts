/**
 * Several sources of one system: what the first does not know, the next ones fill in.
 *
 * A service is the same by its name; where no source has that very name, by its letters and digits (`cart-service`,
 * `cartService`), or without the namespace behind a dot. Of two values the first source's is kept, and that is told.
 */
import { note, someOf } from './notes.js';
import { callKey, emptySystem, type Fact, type ImportedService, type System } from './system.js';

export function mergeSystems(systems: readonly System[]): System {
  if (systems.length === 1) return systems[0];
  const merged = emptySystem(systems[0].file, systems.map(({ format }) => format).join(' + '));
  for (const system of systems) {
    const isFirst = merged.services.size === 0;
    const names = namesIn(merged, system);
    if (!isFirst && system.services.size > 0) tellMatches(merged, system, names);
    for (const service of system.services.values())
      takeService(merged, service, names.get(service.name) ?? service.name, system);
    takeCalls(merged, system, names);
    const rename = (name: string): string => names.get(name) ?? name;
    merged.title ??= system.title;
    merged.measuresCalls ||= system.measuresCalls;
    merged.ratesPerSecond ||= system.ratesPerSecond;
    merged.durationSeconds = greater(merged.durationSeconds, system.durationSeconds);
    merged.notes.push(...system.notes);
    merged.faults.push(
      ...system.faults.map((fault) => ({ ...fault, service: fault.service === null ? null : rename(fault.service) })),
    );
    merged.expectations.push(...system.expectations.map((each) => ({ ...each, service: rename(each.service) })));
    merged.loads.push(...system.loads.map((load) => ({ ...load, service: rename(load.service) })));
  }
  return merged;
}

function greater(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

/** Name in the source -> name in what was merged so far. */
function namesIn(merged: System, system: System): Map<string, string> {
  const loose = uniqueBy([...merged.services.keys()], looseName);
  const bare = uniqueBy([...merged.services.keys()], (name) => looseName(name.split('.')[0]));
  const names = new Map<string, string>();
  for (const name of system.services.keys()) {
    const found = merged.services.has(name)
      ? name
      : (loose.get(looseName(name)) ?? bare.get(looseName(name)) ?? loose.get(looseName(name.split('.')[0])));
    if (found !== undefined) names.set(name, found);
  }
  return names;
}

function looseName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** What two names share identifies neither. */
function uniqueBy(names: readonly string[], key: (name: string) => string): Map<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const name of names) {
    const of = key(name);
    if (of === '' || found.has(of)) twice.add(of);
    else found.set(of, name);
  }
  for (const of of twice) found.delete(of);
  return found;
}

function tellMatches(merged: System, system: System, names: ReadonlyMap<string, string>): void {
  const own = [...system.services.keys()].filter((name) => !names.has(name));
  const [first] = system.services.values();
  if (own.length === system.services.size) {
    const near = someOf([...merged.services.keys()], 3);
    merged.notes.push(note('merged-nothing', first.at, { file: system.file, near }));
  } else if (own.length > 0) {
    merged.notes.push(note('only-here', first.at, { count: own.length, file: system.file, names: someOf(own) }));
  }
}

function takeService(merged: System, from: ImportedService, name: string, system: System): void {
  const into = merged.services.get(name);
  if (into === undefined) {
    merged.services.set(name, { ...from, name });
    return;
  }
  into.group ??= from.group;
  into.isBackend ||= from.isBackend;
  const keep = <Value>(what: string, first: Fact<Value> | null, second: Fact<Value> | null): Fact<Value> | null => {
    if (first === null || second === null) return first ?? second;
    const [kept, other] = [shown(first.value), shown(second.value)];
    if (kept !== other) {
      const values = {
        what,
        name,
        first: kept,
        firstfile: first.at.source.name,
        second: other,
        secondfile: system.file,
      };
      merged.notes.push(note('conflict', second.at, values));
    }
    return first;
  };
  into.replicas = keep('replicas', into.replicas, from.replicas);
  into.places = keep('sites', into.places, from.places);
  into.capacity = keep('capacity', into.capacity, from.capacity);
  into.serviceSeconds ??= from.serviceSeconds;
  // That it is asked may be known to one, how often to the other.
  if (into.entry === null || (into.entry.value === null && from.entry !== null)) into.entry = from.entry ?? into.entry;
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.map((place: { site: string }) => place.site).join(', ') : String(value);
}

function takeCalls(merged: System, system: System, names: ReadonlyMap<string, string>): void {
  for (const call of system.calls.values()) {
    const from = names.get(call.from) ?? call.from;
    const to = names.get(call.to) ?? call.to;
    const key = callKey(from, to, call.kind);
    const known = merged.calls.get(key);
    if (known === undefined) merged.calls.set(key, { ...call, from, to });
    else {
      // Who has seen the calls knows better what kind they are than who guesses from addresses.
      const better = known.perRequest === null && call.perRequest !== null ? call : known;
      merged.calls.set(key, {
        ...better,
        from,
        to,
        perRequest: known.perRequest ?? call.perRequest,
        timeoutSeconds: known.timeoutSeconds ?? call.timeoutSeconds,
        retries: known.retries ?? call.retries,
      });
    }
  }
}
