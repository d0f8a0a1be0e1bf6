/**
 * Retries on several calls in a row: when the last service fails, each request asks it so many times as the product says.
 * Told for the end of a chain, once, with the way by which it is worst; a budget caps what its call adds.
 * Left out: back-off, which spreads the attempts over time, and breakers, which end them.
 */
import type { Scenario } from '../../../scenario/model.js';
import type { AuditRule, Found } from '../finding.js';

/** Assumed: nobody keeps room for eight times the load; 2 x 2 and 2 x 3 are told by nobody. */
const MANY = 8;
/** A single call that is retried often is no chain. */
const LEVELS = 2;

interface Way {
  readonly product: number;
  readonly steps: readonly Step[];
}

interface Step {
  readonly from: string | null;
  readonly to: string;
  readonly attempts: number;
  readonly path: string;
}

export const retriesMultiply: AuditRule = {
  id: 'retries-multiply',
  find: ({ scenario }) => {
    const worst = worstWays(scenario);
    const ends = [...worst].filter(([, { product, steps }]) => product >= MANY && retried(steps).length >= LEVELS);
    // A longer way that multiplies further tells of the shorter one too.
    const inner = new Set(ends.flatMap(([, { steps }]) => steps.slice(0, -1).map(({ to }) => to)));
    return ends
      .filter(([id, { steps }]) => !inner.has(id) && steps[steps.length - 1].attempts > 1)
      .map(([id, way]) => findingOf(id, way));
  },
};

const retried = (steps: readonly Step[]): readonly Step[] => steps.filter(({ attempts }) => attempts > 1);

function findingOf(id: string, { product, steps }: Way): Found {
  const multiplied = retried(steps);
  return {
    severity: 'warning',
    subject: id,
    paths: multiplied.map(({ path }) => `${path}.retries`).reverse(),
    affected: [...new Set(steps.flatMap(({ from, to }) => (from === null ? [to] : [from, to])))].sort(),
    message: (say) => {
      const names = [
        steps[0].from === null ? say.in('users', '사용자') : say.service(steps[0].from),
        ...steps.map(({ to, attempts }) => say.service(to) + (attempts > 1 ? ` (×${say.number(attempts)})` : '')),
      ];
      return say.in(
        `while ${say.service(id)} fails, one request becomes up to ${say.number(product)} attempts at it: ${names.join(' → ')}`,
        `${say.service(id)} 장애 시 요청 한 건이 최대 ${say.number(product)}번의 시도로 불어남: ${names.join(' → ')}`,
      );
    },
    advice: (say) =>
      say.in(
        'retry at one level only, or give each a budget (retryBudget: 10%)',
        '재시도는 한 단계에서만 하거나 단계마다 한도(retryBudget: 10%) 설정',
      ),
  };
}

/** For each service the way to it that multiplies most; no way visits a service twice. */
function worstWays({ services, journeys }: Scenario): ReadonlyMap<string, Way> {
  const worst = new Map<string, Way>();
  const better = (id: string, way: Way): boolean => {
    if (way.product <= (worst.get(id)?.product ?? 0)) return false;
    worst.set(id, way);
    return true;
  };
  const open: string[] = [];
  for (const { id, users } of services) {
    const steps = users === null ? [] : [{ from: null, to: id, attempts: attemptsOf(users), path: users.path }];
    better(id, { product: steps[0]?.attempts ?? 1, steps });
    open.push(id);
  }
  for (const { id, users, needs } of journeys) {
    const first: Step = { from: null, to: id, attempts: attemptsOf(users), path: users.path };
    for (const need of needs) follow({ product: first.attempts, steps: [first] }, id, need);
  }
  const byId = new Map(services.map((service) => [service.id, service]));
  // Each way is longer than the one it came from, and none goes in a circle: this ends.
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const way = worst.get(next) as Way;
    for (const need of byId.get(next)?.needs ?? []) follow(way, next, need);
  }
  return worst;

  function follow(way: Way, from: string, need: Scenario['services'][number]['needs'][number]): void {
    if (need.kind !== 'required' && need.kind !== 'optional') return;
    if (need.service === from || way.steps.some((step) => step.from === need.service || step.to === need.service))
      return;
    const step: Step = { from, to: need.service, attempts: attemptsOf(need), path: need.path };
    if (better(need.service, { product: way.product * step.attempts, steps: [...way.steps, step] }))
      open.push(need.service);
  }
}

function attemptsOf({
  retries,
  retryBudget,
}: {
  readonly retries: number;
  readonly retryBudget: number | null;
}): number {
  return 1 + (retryBudget === null ? retries : Math.min(retries, retryBudget));
}
