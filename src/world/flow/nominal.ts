/**
 * What would be asked of each service had nothing failed: users' demand carried down the calls, with warm caches and
 * no retries. It weighs callers in a service's success, and it is what `asked` records.
 */
import type { Topology } from '../topology.js';

const MAX_ROUNDS = 60;

export class NominalDemand {
  /** Requests a second asked of each service, by users and callers. */
  readonly asked: Float64Array;
  /** Calls a second over each dependency. */
  readonly over: Float64Array;
  private readonly topology: Topology;
  private readonly order: readonly number[];
  private readonly factor: Float64Array;
  private readonly direct: Float64Array;
  /** Dependencies of the flow that call each service. */
  private readonly callers: readonly Int32Array[];
  private readonly rounds: number;

  /** @param depth of each service; callers are less deep than callees, but in circles */
  constructor(topology: Topology, depth: Int32Array) {
    this.topology = topology;
    this.asked = new Float64Array(topology.services.length);
    this.direct = new Float64Array(topology.services.length);
    this.over = new Float64Array(topology.dependencies.length);
    this.order = topology.services.map((s) => s.index).sort((a, b) => depth[a] - depth[b] || a - b);
    this.factor = Float64Array.from(
      topology.dependencies,
      ({ spec }) => spec.calls * (spec.cache ? 1 - spec.cache.hits : 1),
    );
    this.callers = topology.services.map((service) =>
      Int32Array.from(service.callers.filter((d) => FLOWS.has(topology.dependencies[d].spec.kind))),
    );
    const circular = topology.dependencies.some(
      ({ service, callee, spec }) => service >= 0 && FLOWS.has(spec.kind) && depth[service] >= depth[callee],
    );
    this.rounds = circular ? MAX_ROUNDS : 1;
  }

  /** Carries `demand` (requests a second of each source) down. Circles of calls are repeated until they change no more. */
  carry(demand: Float64Array): void {
    const { topology, asked, over, direct, factor } = this;
    direct.fill(0);
    for (const source of topology.sources) {
      if (source.service >= 0) direct[source.service] += demand[source.index];
      else for (const d of topology.journeys[source.journey].calls) over[d] = demand[source.index] * factor[d];
    }
    for (let round = 0; round < this.rounds; round++) {
      let moved = 0;
      for (const s of this.order) {
        let sum = direct[s];
        for (const d of this.callers[s]) sum += over[d];
        moved = Math.max(moved, Math.abs(sum - asked[s]) / (sum + asked[s] + 1e-9));
        asked[s] = sum;
        for (const d of topology.services[s].calls) over[d] = sum * factor[d];
      }
      if (moved < 1e-9) break;
    }
  }
}

const FLOWS: ReadonlySet<string> = new Set(['required', 'optional', 'async']);
