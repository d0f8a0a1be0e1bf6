/**
 * The legend: every state, in one order, always all of them. What does not occur in a run is told so, never removed:
 * positions stay where the eye has learned them.
 */
import { STATES, type State } from '../record/record.js';
import type { Reading } from '../results/reading.js';
import type { DisplayList } from './display-list.js';
import { disc } from './stage-node.js';
import { BLOCKED_BADGE, STATE_TABLE, type StateStyle } from './state-table.js';
import { PALETTES, type Theme } from './theme.js';

export interface LegendEntry {
  readonly key: State | 'blocked';
  readonly name: StateStyle['name'];
  readonly meaning: StateStyle['meaning'];
  /** Whether the run has it at any time. */
  readonly occurs: boolean;
}

export function legendOf(reading: Reading | null): readonly LegendEntry[] {
  const states = new Set<State>();
  let blocked = false;
  for (const track of reading?.record.tracks ?? []) {
    if (track.quantity === 'state') for (const code of track.values) states.add(STATES[code]);
    if (track.quantity === 'blocked') blocked ||= track.values.includes(1);
  }
  const { name, meaning } = BLOCKED_BADGE;
  return [
    ...STATE_TABLE.map(({ state, name, meaning }) => ({ key: state, name, meaning, occurs: states.has(state) })),
    { key: 'blocked', name, meaning, occurs: blocked },
  ];
}

/** The sign of an entry, by the same functions and constants as the stage draws it. */
export function legendSign(key: LegendEntry['key'], theme: Theme, size = 18): DisplayList {
  const middle = size / 2;
  const { ink } = PALETTES[theme];
  const shapes =
    key === 'blocked'
      ? [{ kind: 'glyph', glyph: BLOCKED_BADGE.glyph, x: middle, y: middle, radius: middle - 3, ink } as const]
      : disc(middle, middle, middle - 2, { state: key }, theme);
  return { width: size, height: size, background: 'none', shapes };
}
