/**
 * Overlays as plain data, while they are made: what a layout says, laid over the rest as reading/overlay.ts does, with
 * null for what is taken away.
 */

export type Value = string | number | boolean | null | readonly Value[] | Patch;
export interface Patch {
  readonly [key: string]: Value;
}

/**
 * A layer with a patch laid over it.
 *
 * @param base what the layer lies over: of what is not there nothing needs to be taken away
 */
export function merged(layer: Patch, patch: Patch, base: Value | undefined): Patch {
  const result: Record<string, Value> = { ...layer };
  for (const [key, value] of Object.entries(patch)) {
    const below = isMap(base) ? base[key] : undefined;
    const before = result[key];
    if (value !== null) result[key] = isMap(value) && isMap(before) ? merged(before, value, below) : value;
    else if (below === undefined) delete result[key];
    else result[key] = null;
  }
  return result;
}

/** What makes a mapping exactly this, whatever lies below it. */
export function exactly(value: Patch, below: Value | undefined): Patch {
  const gone = isMap(below) ? Object.keys(below).filter((key) => !(key in value)) : [];
  return { ...value, ...Object.fromEntries(gone.map((key) => [key, null])) };
}

export function isMap(value: Value | undefined): value is Patch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path; undefined: there is none. */
export function valueAt(root: Value, path: readonly (string | number)[]): Value | undefined {
  let value: Value | undefined = root;
  for (const part of path) {
    if (typeof part === 'number') value = Array.isArray(value) ? (value as readonly Value[])[part] : undefined;
    else value = isMap(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  }
  return value;
}

/** A patch that puts a value at a path. Lists are replaced whole, as overlays do. */
export function patchAt(root: Value | undefined, path: readonly (string | number)[], value: Value): Value {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (typeof part === 'string') return { [part]: patchAt(isMap(root) ? root[part] : undefined, rest, value) };
  const items = Array.isArray(root) ? (root as readonly Value[]) : [];
  return items.map((item, i) => (i === part ? replaced(item, rest, value) : item));
}

function replaced(item: Value, path: readonly (string | number)[], value: Value): Value {
  const patch = patchAt(item, path, value);
  return isMap(patch) && isMap(item) ? merged(item, patch, item) : patch;
}
