/**
 * Whom a run's log suspects of what is left of an interval: first those that it blames, then whoever took part, then what
 * binds, then the facts behind services that fail, and last every fault that had begun.
 *
 * Each group is tried as one. The log alone cannot tell which suspect it was; that is what the further runs are for.
 */
import { rootsOf } from '../../record/causes.js';
import { type Interval, intervalsWhere } from '../../record/steps.js';
import { bindingAt } from '../../results/binding/graph.js';
import { blameRoots } from '../../results/blame-roots.js';
import { failureIn } from '../../results/explanation.js';
import type { Reading, Subject } from '../../results/reading.js';
import { isUp } from '../../results/thresholds.js';
import { actRoot } from './acts.js';
import { capacityRoot, coldCacheRoot, type Rates, timeLimitRoot } from './facts.js';
import type { Root, Setup } from './root.js';

/** @param base the run as it was, and what it was made of; @param run what is suspected in, of the same subject */
export function suspects(
  { setup, reading: base }: { readonly setup: Setup; readonly reading: Reading },
  run: Reading,
  subject: Subject,
  window: Interval,
): readonly (readonly Root[])[] {
  const span = longestLeft(run, subject, window);
  if (span === null) return [];
  const act = (entity: number): Root | null => actRoot(setup, base, run.view.entity(entity).id);
  const facts = (entity: number): readonly Root[] => factsOf(run, entity, span);
  const ofEvent = (event: number): readonly Root[] => {
    const { entity } = run.view.event(event);
    if (run.view.entity(entity).kind !== 'fault') return facts(entity).slice(0, 1);
    const root = act(entity);
    return root === null ? [] : [root];
  };
  const failure = failureIn(run, subject, span);
  const blamed = failure < 0 ? [] : blameRoots(run, failure).flatMap(ofEvent);
  const tookPart = failure < 0 ? [] : rootsOf(run.record.events, failure).flatMap(ofEvent);
  const middle = Math.floor((Math.max(span.from, window.from) + Math.min(span.to, window.to)) / 2);
  const bound = bindingAt(run, subject, middle).bindings.map(({ question }) => question.entity);
  const binding = bound.flatMap((entity) => {
    const root = run.view.entity(entity).kind === 'fault' ? act(entity) : null;
    return root === null ? [] : [root];
  });
  const services = [...run.view.ofKind('service'), ...run.view.ofKind('journey')];
  const behind = [subject.entity, ...bound, ...services].flatMap(facts);
  const all = run.view.ofKind('fault').flatMap((entity) => act(entity) ?? []);
  const each = [...tookPart, ...binding, ...behind, ...all.filter(({ at }) => at < window.to)].map((root) => [root]);
  return [blamed, ...each];
}

/** The longest time not up that reaches into the window, with what of it lies outside. */
function longestLeft(run: Reading, subject: Subject, window: Interval): Interval | null {
  const inside = ({ from, to }: Interval): number => Math.min(to, window.to) - Math.max(from, window.from);
  return intervalsWhere(subject.share, 0, run.end, (share) => !isUp(share))
    .filter((span) => inside(span) > 0)
    .reduce<Interval | null>((best, span) => (best === null || inside(span) > inside(best) ? span : best), null);
}

/** What the scenario states about a deployment, or a service or journey and its deployments, worst first. */
function factsOf(run: Reading, entity: number, span: Interval): readonly Root[] {
  const { view } = run;
  const { kind, of } = view.entity(entity);
  if (kind === 'deployment') return [capacityOf(run, entity, span), ...factsOf(run, of[0], span)].filter(isRoot);
  if (kind !== 'service' && kind !== 'journey') return [];
  const capacities = view
    .ofKind('deployment')
    .filter((each) => view.entity(each).of[0] === entity)
    .map((each) => ({ each, load: mostAsked(run, each, span).load }))
    .filter(({ load }) => load > 1)
    .sort((a, b) => b.load - a.load || a.each - b.each)
    .map(({ each }) => capacityOf(run, each, span));
  return [...capacities, timeLimitRoot(run, entity), coldCacheRoot(run, entity)].filter(isRoot);
}

const isRoot = (root: Root | null): root is Root => root !== null;

/** Ample for the whole run, and not only for what is left to ask in the span, when many have given up. */
function capacityOf(run: Reading, deployment: number, span: Interval): Root | null {
  const ever = mostAsked(run, deployment, { from: 0, to: run.end });
  return capacityRoot(run, deployment, ever.load, mostAsked(run, deployment, span));
}

/** When most is asked of a deployment for what it can do, in a span. */
function mostAsked({ view }: Reading, deployment: number, { from, to }: Interval): Rates & { readonly load: number } {
  let best = { load: 0, offered: 0, capacity: 0 };
  for (const time of [from, ...(view.track(deployment, 'offered')?.times ?? [])]) {
    if (time < from || time >= to) continue;
    const [offered, capacity] = [view.at(deployment, 'offered', time), view.at(deployment, 'capacity', time)];
    if (capacity > 0 && offered / capacity > best.load) best = { load: offered / capacity, offered, capacity };
  }
  return best;
}
