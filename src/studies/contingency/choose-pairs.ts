/**
 * Which pairs of failures are run when there are too many to run all.
 *
 * Half of those that may be run are the ones by which the static model (`audit/standing.ts`) says most goes down that
 * neither takes alone: that is where redundancy ends. The other half is a random sample of the rest, by the seed; when k
 * of n that were drawn share a property, what the whole of the rest has of it is known to a stated confidence, and when
 * none of n does, at most 3/n of the rest do, with 95 % confidence (rule of three; Hanley and Lippman-Hand, JAMA 1983).
 * With more pairs than can be looked at statically all are drawn at random.
 */
import { streams } from '../../engine/streams.js';
import type { Scenario } from '../../scenario/model.js';
import { type Loss, NO_LOSS, pairOf } from '../audit/loss.js';
import { faced, type Standing, standingsOf } from '../audit/standing.js';
import type { FailureCase } from '../cases.js';
import type { Failure } from './failures.js';

export interface ChosenPairs {
  /** In the order in which they are run: those that were picked first. */
  readonly pairs: readonly Failure[];
  /** How many there are. */
  readonly possible: number;
  /** Of those that are run, how many were picked by what goes down, and how many drawn at random; all: none of these. */
  readonly picked: number;
  readonly drawn: number;
}

/** A minute or so of the static model at a few hundred services. */
const MOST_LOOKED_AT = 30_000;

export function choosePairs(scenario: Scenario, all: readonly Failure[], most: number, seed: string): ChosenPairs {
  if (all.length <= most) return { pairs: all, possible: all.length, picked: 0, drawn: 0 };
  const picked = all.length <= MOST_LOOKED_AT ? heaviest(scenario, all, Math.floor(most / 2)) : [];
  const isPicked = new Set(picked);
  const rest = all.filter((pair) => !isPicked.has(pair));
  const drawn = draw(rest, most - picked.length, seed);
  return { pairs: [...picked, ...drawn], possible: all.length, picked: picked.length, drawn: drawn.length };
}

/** Most people who lose what neither failure takes alone; among equals the greater loss, then the order of the pairs. */
function heaviest(scenario: Scenario, all: readonly Failure[], count: number): readonly Failure[] {
  const people = new Map(scenario.populations.map(({ id, people: number }) => [id, number]));
  const weights = faced(scenario).map(({ id, users }) => ({
    id,
    weight: users === null ? 1 : (people.get(users.population) ?? 0) * users.share,
  }));
  const lost = (standing: Standing): number =>
    weights.reduce((sum, { id, weight }) => sum + weight * (1 - standing.success(id)), 0);
  const after = standingsOf(scenario);
  const alone = new Map<FailureCase, number>();
  const lostAlone = (part: FailureCase): number => {
    const known = alone.get(part) ?? lost(after(lossOf(scenario, [part])));
    alone.set(part, known);
    return known;
  };
  return all
    .map((pair, order) => {
      const both = lost(after(lossOf(scenario, pair)));
      const each = pair.map(lostAlone);
      return { pair, order, both, beyond: both - Math.max(...each) };
    })
    .sort((a, b) => b.beyond - a.beyond || b.both - a.both || a.order - b.order)
    .slice(0, count)
    .map(({ pair }) => pair);
}

function lossOf({ sites, links }: Scenario, failure: Failure): Loss {
  const zones = new Set<string>();
  const cuts = new Set<string>();
  const services = new Set<string>();
  for (const { kind, id } of failure) {
    if (kind === 'service') services.add(id);
    else if (kind === 'zone') zones.add(id);
    else if (kind === 'site') {
      for (const zone of sites.find((site) => site.id === id)?.zones ?? []) zones.add(`${id}/${zone.id}`);
    } else {
      const link = links.find((each) => each.id === id);
      if (link !== undefined) cuts.add(pairOf(...link.between));
    }
  }
  return { ...NO_LOSS, zones, cuts, services };
}

/** So many of them, each set of as many equally likely (Fisher and Yates). */
function draw(all: readonly Failure[], count: number, seed: string): readonly Failure[] {
  const luck = streams(seed).stream('contingency', 'pairs', count);
  const places = all.map((_, i) => i);
  for (let i = 0; i < Math.min(count, places.length); i++) {
    const j = i + Math.floor(luck.next() * (places.length - i));
    [places[i], places[j]] = [places[j], places[i]];
  }
  // In the order drawn: what is stopped early is a random sample, too.
  return places.slice(0, count).map((place) => all[place]);
}
