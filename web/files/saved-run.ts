/**
 * A run as `firebreak run --json` wrote it: which scenario, layout and seed it was, and its hash.
 *
 * It has no record to play: the same scenario is run again, and gives the same, or it is said that it does not.
 */
export interface SavedRun {
  readonly id: string;
  readonly sha256: string;
  readonly layout: string;
  readonly seed: string;
  readonly engine: string;
  readonly recordHash: string;
}

/** Of another version of Firebreak, or not whole. */
export interface StrangeRun {
  readonly format: string;
}

const FORMAT = 'firebreak.run/1';

/** Null: it is no run at all. */
export function readSavedRun(text: string): SavedRun | StrangeRun | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isMap(raw) || typeof raw.format !== 'string' || !raw.format.startsWith('firebreak.run/')) return null;
  const { scenario, layout, seed, engine, recordHash } = raw;
  if (!isMap(scenario) || raw.format !== FORMAT) return { format: raw.format };
  const [id, sha256] = [scenario.id, scenario.sha256];
  const texts = [id, sha256, layout, seed, engine, recordHash];
  if (texts.some((each) => typeof each !== 'string')) return { format: raw.format };
  const [a, b, c, d, e, f] = texts as string[];
  return { id: a, sha256: b, layout: c, seed: d, engine: e, recordHash: f };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
