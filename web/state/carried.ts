/**
 * The scenario in the address: its name where it was built in or handed over, else its text, packed; where that is too
 * long for a link, a mark that it was, so that nobody is shown another scenario instead.
 */
import { effect, signal } from '@preact/signals';
import { scenarioOf } from '../engine/scenarios.js';
import { type Packed, pack } from '../files/packed-text.js';
import { session } from './session.js';

/** Chat programs cut longer links off. */
export const LONGEST_LINK = 2000;

export type Carried =
  /** By its name alone. */
  | { readonly kind: 'known' }
  | { readonly kind: 'packed'; readonly file: string; readonly packed: Packed }
  /** Too long; so many characters it would take. */
  | { readonly kind: 'elsewhere'; readonly length: number };

/** Null while it is being worked out. */
export const carried = signal<Carried | null>(null);

export function carryScenario(): void {
  let latest = 0;
  effect(() => {
    if (session.value === null) return;
    const { request, scenario } = session.value;
    const number = ++latest;
    void howToCarry(scenario.id, request.file, request.text).then((result) => {
      if (number === latest) carried.value = result;
    });
  });
}

async function howToCarry(id: string, file: string, text: string): Promise<Carried> {
  const known = await scenarioOf(id);
  if (known?.text === text) return { kind: 'known' };
  try {
    const packed = await pack(text);
    // What else stands in a link takes some hundred characters.
    if (packed.data.length > LONGEST_LINK - 300) return { kind: 'elsewhere', length: packed.data.length + 300 };
    return { kind: 'packed', file: file.replace(/^.*[/\\]/, ''), packed };
  } catch {
    // A browser that cannot deflate.
    return { kind: 'elsewhere', length: text.length };
  }
}
