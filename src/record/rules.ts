/**
 * The rules by which things happen: what an event's `rule` number means, and the names of its numbers.
 *
 * Names are past facts. The sentences that people read are in `src/results/sentences.ts`, one a rule and language.
 * Adding a rule: a line here (at the end: numbers are positions) and its sentences there.
 */
export const RULES = [
  // scenario facts and faults
  { id: 'fault.began', numbers: [] },
  { id: 'fault.stepped', numbers: ['share'] },
  { id: 'fault.ended', numbers: [] },
  { id: 'intervention.made', numbers: [] },
  // site facts
  { id: 'power.lost', numbers: ['servers'] },
  { id: 'power.returned', numbers: ['servers'] },
  { id: 'cooling.lost', numbers: [] },
  { id: 'cooling.returned', numbers: [] },
  { id: 'entry.forbidden', numbers: [] },
  { id: 'entry.allowed', numbers: [] },
  { id: 'link.cut', numbers: [] },
  { id: 'link.slowed', numbers: ['factor'] },
  { id: 'link.restored', numbers: [] },
  // machines
  { id: 'servers.lost', numbers: ['lost', 'left'] },
  { id: 'servers.destroyed', numbers: ['lost', 'left'] },
  { id: 'servers.crashed', numbers: ['lost', 'left'] },
  { id: 'servers.slowed', numbers: ['factor'] },
  { id: 'servers.recovered', numbers: ['now'] },
  { id: 'demand.surged', numbers: ['factor'] },
  { id: 'demand.normal', numbers: [] },
  { id: 'team.left', numbers: ['people'] },
  { id: 'team.returned', numbers: ['people'] },
  // detection and failover
  { id: 'failure.detected', numbers: ['afterSeconds'] },
  { id: 'health.seen', numbers: [] },
  { id: 'failover.decided', numbers: ['afterSeconds'] },
  { id: 'failover.waits-for-tool', numbers: [] },
  { id: 'failover.by-hand', numbers: ['factor'] },
  { id: 'failover.refused', numbers: [] },
  { id: 'failover.done', numbers: ['tookSeconds'] },
  { id: 'failback.done', numbers: [] },
  // repair work
  { id: 'task.waits', numbers: [] },
  { id: 'task.queued', numbers: ['position'] },
  { id: 'task.began', numbers: ['people', 'factor'] },
  { id: 'task.finished', numbers: ['tookSeconds'] },
  { id: 'boot.wave', numbers: ['servers', 'now', 'of'] },
  { id: 'boot.finished', numbers: ['servers', 'dead'] },
  { id: 'circle.broken', numbers: ['tookSeconds'] },
  { id: 'rebuild.finished', numbers: ['servers'] },
  // flow
  { id: 'state.changed', numbers: ['from', 'to', 'share'] },
  { id: 'cause.changed', numbers: ['from', 'to'] },
  { id: 'queue.filled', numbers: ['backlog'] },
  { id: 'queue.emptied', numbers: [] },
  { id: 'overload.began', numbers: ['offered', 'capacity'] },
  { id: 'overload.ended', numbers: [] },
  { id: 'breaker.opened', numbers: ['failureShare'] },
  { id: 'breaker.closed', numbers: [] },
  { id: 'flapping.began', numbers: ['periodSeconds'] },
  { id: 'cache.warmed', numbers: [] },
  { id: 'function.complete', numbers: [] },
  { id: 'work.bounced', numbers: ['count'] },
  // data
  { id: 'copy.lost', numbers: ['left'] },
  { id: 'backups.lost', numbers: [] },
  { id: 'copy.leads', numbers: ['behindSeconds'] },
  { id: 'data.unreachable', numbers: [] },
  { id: 'writes.refused', numbers: ['votes', 'needed'] },
  { id: 'writes.taken', numbers: [] },
  { id: 'writes.lost', numbers: ['count', 'pointSeconds'] },
  { id: 'split.began', numbers: [] },
  { id: 'split.ended', numbers: ['count', 'lost'] },
  { id: 'split.merged', numbers: ['count'] },
  { id: 'data.corrupted', numbers: [] },
  { id: 'corruption.noticed', numbers: ['afterSeconds', 'copies'] },
  { id: 'data.unusable', numbers: [] },
  { id: 'data.copied', numbers: [] },
  { id: 'data.restored', numbers: ['ageSeconds'] },
  // users
  { id: 'users.began-leaving', numbers: [] },
  { id: 'users.began-returning', numbers: ['share'] },
  // people in reserve, and what is let in at first
  { id: 'team.called', numbers: ['people', 'afterSeconds'] },
  { id: 'team.came', numbers: ['people'] },
  { id: 'admission.set', numbers: ['share'] },
  // constraints on repair work: which kind (WAIT_KINDS), and the entity that it is about
  { id: 'wait.began', numbers: ['kind', 'on'] },
  { id: 'wait.ended', numbers: ['kind', 'on'] },
  { id: 'task.called-off', numbers: [] },
] as const satisfies readonly { readonly id: string; readonly numbers: readonly string[] }[];

export type RuleId = (typeof RULES)[number]['id'];

const INDEX: ReadonlyMap<string, number> = new Map(RULES.map((rule, index) => [rule.id, index]));

/** Number of a rule in the event columns. */
export function ruleNumber(id: RuleId): number {
  return INDEX.get(id) as number;
}
