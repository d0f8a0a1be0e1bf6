/**
 * Faults made by hand, short, for an address: `power-loss,7200,,site:south;surge,9000,12600,service:shop,factor:2`.
 *
 * Kind, begin and end in seconds, then its parameters; lists with `+`. What is no such text is left out; whether the
 * names exist is the scenario's to check. Ids are numbers in order.
 */
import type { AddedFault } from '../library.js';

type Value = AddedFault['parameters'][string];

export function writeLive(faults: readonly AddedFault[]): string {
  return faults
    .map(({ kind, atSeconds, untilSeconds, parameters }) => {
      const values = Object.entries(parameters).map(([key, value]) => `${key}:${written(value)}`);
      return [kind, atSeconds, untilSeconds ?? '', ...values].join(',');
    })
    .join(';');
}

export function readLive(text: string | null): readonly AddedFault[] {
  if (text === null || text === '') return [];
  return text.split(';').flatMap((part, i): AddedFault[] => {
    const [kind, at, until, ...values] = part.split(',');
    const atSeconds = Number(at);
    const untilSeconds = until === '' || until === undefined ? null : Number(until);
    if (!/^[a-z-]+$/.test(kind) || !(atSeconds >= 0) || (untilSeconds !== null && !(untilSeconds > atSeconds)))
      return [];
    const entries = values.flatMap((value) => {
      const match = /^([a-z-]+):([\w.%+-]+)$/i.exec(value);
      return match === null ? [] : [[match[1], read(match[2])] as const];
    });
    return [{ id: `live-${i + 1}`, kind, atSeconds, untilSeconds, parameters: Object.fromEntries(entries) }];
  });
}

function written(value: Value): string {
  // A list of one would be read as a name.
  return Array.isArray(value) ? `+${value.join('+')}` : String(value);
}

function read(text: string): Value {
  if (text.startsWith('+')) return text.slice(1).split('+');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
