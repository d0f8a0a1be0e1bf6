/** The sign of a state as a small picture, by the same table and painter as everywhere. */
import { type LegendEntry, legendSign, paintShapes, type Theme } from '../library.js';
import { theme } from '../state/preferences.js';

const drawn = new Map<string, string>();

export function StateSign({ state, size = 18 }: { readonly state: LegendEntry['key']; readonly size?: number }) {
  return (
    <svg
      class="state-sign"
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
      // Our own table's constants, escaped by the painter.
      dangerouslySetInnerHTML={{ __html: inside(state, theme.value, size) }}
    />
  );
}

function inside(state: LegendEntry['key'], colours: Theme, size: number): string {
  const key = `${state} ${colours} ${size}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const made = paintShapes(legendSign(state, colours, size).shapes, `${state}-${colours}`);
  drawn.set(key, made);
  return made;
}
