/** The requests that an experiment sends become the users of the service that it asks; their highest rate is the peak. */
import { note } from './notes.js';
import type { ImportedLoad, System } from './system.js';

/** Requests a second of a load whose file is not there. */
const USUAL_RATE = 10;

/** `systems`: the sources one by one, among them those that are rates and nothing else. */
export function applyLoads(system: System, systems: readonly System[]): void {
  const files = new Map(systems.filter(({ rates }) => rates.length > 0).map((each) => [baseOf(each.file), each]));
  const used = new Set<string>();
  for (const load of system.loads) {
    const found = load.file === null ? undefined : (files.get(load.file) ?? onlyOne(files));
    if (found !== undefined) used.add(baseOf(found.file));
    const rate = rateOf(load, found, system);
    const service = system.services.get(load.service);
    if (service === undefined) continue;
    const more = service.entry?.how === 'load of the experiment' ? (service.entry.value ?? 0) : 0;
    service.entry = { value: more + rate, at: load.at, how: 'load of the experiment' };
    system.ratesPerSecond = true;
  }
  for (const [name] of files) if (!used.has(name)) system.notes.push(note('load-unused', null, { file: name }));
}

/** Files are often renamed: if there is one load and one file, they belong together. */
function onlyOne(files: ReadonlyMap<string, System>): System | undefined {
  return files.size === 1 ? [...files.values()][0] : undefined;
}

function rateOf(load: ImportedLoad, found: System | undefined, system: System): number {
  if (found !== undefined) {
    const peak = found.rates.reduce((most, [, rate]) => Math.max(most, rate), 0);
    const rate = Number(peak.toPrecision(4));
    system.notes.push(note('load-flattened', load.at, { file: baseOf(found.file), rate }));
    return rate;
  }
  if (load.ratePerSecond !== null) return load.ratePerSecond;
  system.notes.push(note('load-missing', load.at, { file: load.file ?? '', rate: USUAL_RATE }));
  return USUAL_RATE;
}

function baseOf(file: string): string {
  return file.split(/[/\\]/).at(-1) ?? file;
}
