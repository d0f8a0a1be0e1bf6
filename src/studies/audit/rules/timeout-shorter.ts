/**
 * A caller that gives up before what it calls does, or before it could have answered.
 *
 * An error when the timeout is shorter than the mean time that an answer takes when nothing is wrong (own work, the way
 * there and back, what is called in turn); a warning when it is shorter than the longest that the callee itself waits for
 * one of its own needs, retries and back-offs included: those retries then work for nobody.
 * Left out: time in queues, the spread of times.
 */
import { mean } from '../../../engine/distributions.js';
import type { Dependency, Scenario, Service } from '../../../scenario/model.js';
import type { AuditRule, Found } from '../finding.js';
import { pairOf } from '../loss.js';

export const timeoutShorter: AuditRule = {
  id: 'timeout-shorter',
  find: ({ scenario, services }) => {
    const answers = answerTimes(scenario, services);
    const waits = new Map(scenario.services.map((service) => [service.id, longestWait(service)]));
    return callsOf(scenario).flatMap((call) => {
      const service = services.get(call.callee);
      if (service === undefined) return [];
      const answer = answers.get(call.callee) ?? 0;
      if (call.timeoutSeconds < answer) return [tooShort(call, answer)];
      const wait = waits.get(call.callee) ?? null;
      return wait !== null && call.timeoutSeconds < wait.seconds ? [givesUpFirst(call, wait)] : [];
    });
  },
};

interface Call {
  /** Null: users call it themselves. */
  readonly caller: string | null;
  readonly callee: string;
  readonly path: string;
  readonly timeoutSeconds: number;
}

interface Wait {
  readonly seconds: number;
  readonly need: Dependency;
}

/** Async work is nobody's wait. */
const waitedFor = ({ kind }: Dependency): boolean => kind === 'required' || kind === 'optional';

function callsOf({ services, journeys }: Scenario): readonly Call[] {
  const calls: Call[] = [];
  for (const { id, users, needs } of [...services, ...journeys]) {
    if (users !== null && services.some((each) => each.id === id))
      calls.push({ caller: null, callee: id, path: users.path, timeoutSeconds: users.timeoutSeconds });
    for (const need of needs.filter(waitedFor))
      calls.push({ caller: id, callee: need.service, path: need.path, timeoutSeconds: need.timeoutSeconds });
  }
  return calls;
}

/** The longest that a service waits for one of its needs; null: it waits for none. */
function longestWait({ needs }: Service): Wait | null {
  let longest: Wait | null = null;
  for (const need of needs.filter(waitedFor)) {
    const seconds = (1 + need.retries) * need.timeoutSeconds + need.retries * need.backoffSeconds;
    if (longest === null || seconds > longest.seconds) longest = { seconds, need };
  }
  return longest;
}

/** Mean seconds until each service has answered when nothing is wrong. Circles of calls are followed a few times round. */
function answerTimes(
  { services: all, links }: Scenario,
  services: ReadonlyMap<string, Service>,
): ReadonlyMap<string, number> {
  const latency = new Map(links.map(({ between: [a, b], latencySeconds }) => [pairOf(a, b), latencySeconds]));
  const times = new Map(all.map(({ id, serviceTime }) => [id, mean(serviceTime)]));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const service of all) {
      let seconds = mean(service.serviceTime);
      const groups = new Map<number, number>();
      for (const need of service.needs.filter(waitedFor)) {
        const callee = services.get(need.service);
        if (callee === undefined) continue;
        const calls = need.calls * (need.cache ? 1 - need.cache.hits : 1);
        const each = calls * ((times.get(need.service) ?? 0) + 2 * wayTo(service, callee, latency));
        if (need.parallel === null) seconds += each;
        else groups.set(need.parallel, Math.max(groups.get(need.parallel) ?? 0, each));
      }
      for (const longest of groups.values()) seconds += longest;
      moved ||= Math.abs(seconds - (times.get(service.id) as number)) > 1e-9;
      times.set(service.id, seconds);
    }
    if (!moved) break;
  }
  return times;
}

const ROUNDS = 100;

/** The shortest way from any of its places to any of the callee's: the least that a call takes. */
function wayTo(from: Service, to: Service, latency: ReadonlyMap<string, number>): number {
  const ways = from.deployments.flatMap((a) =>
    to.deployments.map((b) => (a.site === b.site ? 0 : (latency.get(pairOf(a.site, b.site)) ?? 0.001))),
  );
  return ways.length === 0 ? 0 : Math.min(...ways);
}

function tooShort(call: Call, answer: number): Found {
  return {
    severity: 'error',
    ...placeOf(call),
    message: (say) => {
      const callee = say.service(call.callee);
      const who = call.caller === null ? say.in('users', '사용자') : say.service(call.caller);
      return say.in(
        `${who} ${call.caller === null ? 'give' : 'gives'} up on ${callee} after ${say.duration(call.timeoutSeconds)}, but it takes ${say.duration(answer)} on average when nothing is wrong`,
        `${who}: ${callee} 응답을 ${say.duration(call.timeoutSeconds)}만 기다리나, 정상일 때 평균 ${say.duration(answer)} 걸림`,
      );
    },
    advice: (say) => say.in('wait longer, or make the answer quicker', '더 오래 기다리거나 응답을 빠르게 함'),
  };
}

function givesUpFirst(call: Call, { seconds, need }: Wait): Found {
  return {
    severity: 'warning',
    ...placeOf(call),
    message: (say) => {
      const callee = say.service(call.callee);
      const who = call.caller === null ? say.in('users', '사용자') : say.service(call.caller);
      const tries =
        need.retries === 0
          ? ''
          : say.in(
              ` (${1 + need.retries} tries of ${say.duration(need.timeoutSeconds)})`,
              ` (${say.duration(need.timeoutSeconds)}씩 ${1 + need.retries}회)`,
            );
      return say.in(
        `${who} ${call.caller === null ? 'give' : 'gives'} up on ${callee} after ${say.duration(call.timeoutSeconds)}, while it goes on waiting for ${say.service(need.service)} for up to ${say.duration(seconds)}${tries}: work for nobody`,
        `${who}: ${callee} 응답을 ${say.duration(call.timeoutSeconds)}만 기다리나, ${callee} 쪽은 ${say.service(need.service)} 응답을 최대 ${say.duration(seconds)}${tries} 기다림. 받을 사람 없는 작업`,
      );
    },
    advice: (say) =>
      say.in(
        `let ${say.service(call.callee)} give up within ${say.duration(call.timeoutSeconds)} in all, or its caller wait longer`,
        `${say.service(call.callee)}: 모두 합해 ${say.duration(call.timeoutSeconds)} 안에 포기하게 하거나, 호출하는 쪽이 더 기다림`,
      ),
  };
}

function placeOf({ caller, callee, path }: Call): Pick<Found, 'subject' | 'paths' | 'affected'> {
  return {
    subject: caller === null ? callee : `${caller} -> ${callee}`,
    paths: [`${path}.timeout`, path],
    affected: [caller ?? callee],
  };
}
