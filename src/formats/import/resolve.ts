/**
 * Volumes to calls per request: how often a caller calls, divided by how often it is asked.
 *
 * How often it is asked: what the source says of it, else what all its callers and the outside ask. Of a caller that
 * nobody asks in the source, the most that it calls one other: then each request makes that call once.
 */
import { note } from './notes.js';
import type { ImportedCall, System } from './system.js';

export function resolveVolumes(system: System): void {
  for (const [key, { from, to, at }] of system.calls) {
    if (from !== to) continue;
    system.calls.delete(key);
    system.notes.push(note('calls-itself', at, { name: from }));
  }
  const incoming = new Map<string, number>();
  const most = new Map<string, number>();
  const byCaller = new Map<string, ImportedCall[]>();
  for (const call of system.calls.values()) {
    const { from, to, volume } = call;
    if (volume === null) continue;
    const known = byCaller.get(from);
    if (known === undefined) byCaller.set(from, [call]);
    else known.push(call);
    incoming.set(to, (incoming.get(to) ?? 0) + volume.value);
    most.set(from, Math.max(most.get(from) ?? 0, volume.value));
  }
  for (const service of system.services.values()) {
    const { name, received, entry, at } = service;
    const asked = received?.value ?? (incoming.get(name) ?? 0) + (entry?.value ?? 0);
    const requests = asked > 0 ? asked : (most.get(name) ?? 0);
    if (requests <= 0) continue;
    if (asked <= 0)
      service.entry = { value: requests, at: entry?.at ?? at, how: entry?.how ?? 'nobody calls it in the source' };
    for (const call of byCaller.get(name) ?? []) {
      if (call.volume === null || call.perRequest !== null) continue;
      const { at: place, how, value } = call.volume;
      const shown = how.includes(String(value)) ? how : `${how} ${Number(value.toPrecision(6))}`;
      call.perRequest = {
        value: value / requests,
        at: place,
        how: `${shown} / ${Number(requests.toPrecision(6))} requests`,
      };
    }
  }
}
