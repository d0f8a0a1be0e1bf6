/**
 * The same scenario with every fault a tenth larger, where it has a size: shares and factors as its kind's table calls
 * them, its duration, and for zones that it leaves without power the time until they have it back.
 */
import type { FaultKind } from '../scenario/fault-kind.js';
import type { Fault, FaultValue, Recovery, Scenario } from '../scenario/model.js';

export interface LargerFaults {
  readonly scenario: Scenario;
  /** What was enlarged: `crash-1.share 0.5 -> 0.55`. Empty when no fault has a size. */
  readonly changes: readonly string[];
}

export function withLargerFaults(scenario: Scenario, kinds: readonly FaultKind[], growth = 1.1): LargerFaults {
  const changes: string[] = [];
  const note = (what: string, from: number, to: number): number => {
    if (to !== from) changes.push(`${what} ${from} -> ${to}`);
    return to;
  };
  const faults = scenario.faults.map((fault) =>
    larger(
      fault,
      kinds.find(({ kind }) => kind === fault.kind),
      growth,
      note,
    ),
  );
  const power = scenario.recovery.power.map((back) => {
    const lost = firstLossAt(scenario, back);
    const at = lost === null || lost > back.atSeconds ? back.atSeconds : stretched(lost, back.atSeconds, growth);
    return { ...back, atSeconds: note(`power of ${back.site}/${back.zone}`, back.atSeconds, at) };
  });
  return { scenario: { ...scenario, faults, recovery: { ...scenario.recovery, power } }, changes };
}

type Note = (what: string, from: number, to: number) => number;

function larger(fault: Fault, kind: FaultKind | undefined, growth: number, note: Note): Fault {
  const parameters: Record<string, FaultValue> = { ...fault.parameters };
  for (const [name, { type, max, min }] of Object.entries(kind?.parameters ?? {})) {
    const value = parameters[name];
    if (typeof value !== 'number' || (type !== 'share' && type !== 'factor')) continue;
    const grown = type === 'share' ? Math.min(1, value * growth) : value >= 1 ? value * growth : value / growth;
    const bounded = Math.max(min ?? Number.NEGATIVE_INFINITY, Math.min(max ?? Number.POSITIVE_INFINITY, grown));
    parameters[name] = note(`${fault.id}.${name}`, value, rounded(bounded));
  }
  const until = fault.untilSeconds;
  if (until === null) return { ...fault, parameters };
  return {
    ...fault,
    parameters,
    untilSeconds: note(`${fault.id}.until`, until, stretched(fault.atSeconds, until, growth)),
  };
}

function stretched(from: number, to: number, growth: number): number {
  return rounded(from + (to - from) * growth);
}

/** Binary fractions make 0.5 x 1.1 a 0.55 with a tail; nobody wants to read it. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function firstLossAt(scenario: Scenario, back: Recovery['power'][number]): number | null {
  const losses = scenario.faults
    .filter(({ parameters }) => parameters.site === back.site && hitsZone(parameters.zones, back.zone))
    .map(({ atSeconds }) => atSeconds);
  return losses.length === 0 ? null : Math.min(...losses);
}

/** A fault of a site without stated zones is one of all of them. */
function hitsZone(zones: FaultValue | undefined, zone: string): boolean {
  return !Array.isArray(zones) || zones.includes(zone);
}
