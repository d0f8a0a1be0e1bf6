import type { Distribution } from '../../src/engine/distributions.js';
import { scale } from '../../src/engine/distributions.js';
import type { AdmissionPlan, Dependency, Scenario, TaskPlan, Users } from '../../src/scenario/model.js';

/** The same scenario with every duration `k` times as long and every rate a k-th; demand must be flat. */
export function stretchScenario(scenario: Scenario, k: number): Scenario {
  const time = (d: Distribution): Distribution => scale(d, k);
  const maybe = (d: Distribution | null): Distribution | null => (d === null ? null : time(d));
  const users = (u: Users): Users => ({
    ...u,
    peakPerSecond: u.peakPerSecond / k,
    timeoutSeconds: u.timeoutSeconds * k,
    backoffSeconds: u.backoffSeconds * k,
    dnsTtlSeconds: u.dnsTtlSeconds * k,
    comeBack: { ...u.comeBack, afterSeconds: u.comeBack.afterSeconds * k },
    putOff: { ...u.putOff, afterSeconds: u.putOff.afterSeconds * k },
    leave: {
      ...u.leave,
      hazardPerHour: u.leave.hazardPerHour / k,
      growthPerHour: u.leave.growthPerHour / k / k,
      returnAfterSeconds: u.leave.returnAfterSeconds * k,
    },
  });
  const need = (d: Dependency): Dependency => ({
    ...d,
    timeoutSeconds: d.timeoutSeconds * k,
    backoffSeconds: d.backoffSeconds * k,
    ageLimitSeconds: d.ageLimitSeconds === null ? null : d.ageLimitSeconds * k,
    byHand: maybe(d.byHand),
    breaker: d.breaker && {
      ...d.breaker,
      windowSeconds: d.breaker.windowSeconds * k,
      openSeconds: d.breaker.openSeconds * k,
    },
  });
  const plan = (p: TaskPlan | null): TaskPlan | null => p && { ...p, duration: time(p.duration) };
  const admission = (a: AdmissionPlan | null): AdmissionPlan | null => a && { ...a, eachSeconds: a.eachSeconds * k };
  const { recovery } = scenario;
  return {
    ...scenario,
    durationSeconds: scenario.durationSeconds * k,
    links: scenario.links.map((link) => ({ ...link, latencySeconds: link.latencySeconds * k })),
    services: scenario.services.map((s) => ({
      ...s,
      users: s.users && users(s.users),
      serviceTime: time(s.serviceTime),
      health: { ...s.health, intervalSeconds: s.health.intervalSeconds * k },
      failover: {
        ...s.failover,
        noticed: maybe(s.failover.noticed),
        decide: maybe(s.failover.decide),
        promote: time(s.failover.promote),
      },
      admission: admission(s.admission),
      deployments: s.deployments.map((d) => ({ ...d, capacityPerServer: d.capacityPerServer / k })),
      needs: s.needs.map(need),
    })),
    journeys: scenario.journeys.map((j) => ({ ...j, users: users(j.users), needs: j.needs.map(need) })),
    classes: scenario.classes.map((c) => ({
      ...c,
      check: plan(c.check),
      start: plan(c.start),
      verify: plan(c.verify),
      rebuild: plan(c.rebuild),
      admission: admission(c.admission),
    })),
    faults: scenario.faults.map((fault) => ({
      ...fault,
      atSeconds: fault.atSeconds * k,
      untilSeconds: fault.untilSeconds === null ? null : fault.untilSeconds * k,
    })),
    recovery: {
      ...recovery,
      power: recovery.power.map((p) => ({ ...p, atSeconds: p.atSeconds * k })),
      teams: recovery.teams.map((t) => ({
        ...t,
        groups: t.groups.map((g) => ({ ...g, fromSeconds: g.fromSeconds * k, called: maybe(g.called) })),
      })),
      boot: {
        ...recovery.boot,
        byHandPerHour: recovery.boot.byHandPerHour / k,
        byToolPerHour: recovery.boot.byToolPerHour / k,
        repair: plan(recovery.boot.repair),
      },
    },
  };
}
