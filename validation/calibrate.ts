/**
 * Fits the free parameters to some of the scored rows, by coordinate search over a fixed grid.
 *
 * The grid of each parameter is its value in the file times FACTORS, within what the file's sources allow. A search
 * begins at the file's values, which were found by hand and so have seen every row, or at a point of the grid drawn at
 * random, which has not: only what begins there says how much of the agreement comes from having looked.
 */
import { streams } from '../src/engine/streams.js';
import type { Scenario } from '../src/scenario/model.js';
import { coordinateSearch } from './coordinate-search.js';
import { withFlatDemand } from './flat-demand.js';
import { type FreeParameter, freeParameters, timesFactor } from './free-parameters.js';
import { type Score, score, scoredRows, scoreOf } from './score.js';

export const FACTORS: readonly number[] = [0.5, 0.7, 1, 1.4, 2];
export const FIT_SEEDS: readonly number[] = [1, 2];
/** Points tried by a search at most; each is run with every seed of FIT_SEEDS. */
export const BUDGET = 250;
/** "Sources: 1,200 to 1,600" servers an hour by hand, of 16 people. */
const BY_HAND_SERVERS = [1200, 1600] as const;

export interface Moved {
  readonly parameter: FreeParameter;
  readonly value: number;
}

export interface Fit {
  readonly tried: number;
  /** What the search lowered, as it began and as it ended. */
  readonly startLoss: number;
  readonly loss: number;
  readonly scenario: Scenario;
  /** Parameters that are not as in the file. */
  readonly moved: readonly Moved[];
}

/** The values that a parameter may take, ascending, each once. */
export function gridOf(parameter: FreeParameter): readonly number[] {
  return [...new Set(FACTORS.map((factor) => timesFactor(parameter, factor)))].sort((a, b) => a - b);
}

export function fittedParameters(scenario: Scenario): readonly FreeParameter[] {
  return freeParameters(scenario)
    .filter(({ fitted }) => fitted)
    .map((parameter) => withinSources(scenario, parameter));
}

function withinSources({ recovery }: Scenario, parameter: FreeParameter): FreeParameter {
  if (parameter.name !== 'recovery.boot.byHand') return parameter;
  const hands = recovery.teams.find(({ id }) => id === recovery.boot.team)?.people ?? 1;
  return { ...parameter, least: BY_HAND_SERVERS[0] / hands, most: BY_HAND_SERVERS[1] / hands };
}

/** @param start `file`, or a number that names a random point of the grid */
export function fitTo(scenario: Scenario, only: ReadonlySet<string>, start: 'file' | number, budget = BUDGET): Fit {
  const parameters = fittedParameters(scenario);
  const grids = parameters.map(gridOf);
  const at = (point: readonly number[]): Scenario =>
    parameters.reduce((changed, parameter, i) => {
      const value = grids[i][point[i]];
      return value === parameter.value ? changed : parameter.with(changed, value);
    }, scenario);
  const begin = startPoint(parameters, grids, start);
  const lossAt = (point: readonly number[]): number => score(withFlatDemand(at(point)), FIT_SEEDS, only).loss;
  const { point, loss, tried } = coordinateSearch(lossAt, {
    steps: grids.map(({ length }) => length),
    start: begin,
    budget,
  });
  return {
    tried,
    startLoss: lossAt(begin),
    loss,
    scenario: at(point),
    moved: parameters.flatMap((parameter, i) => {
      const value = grids[i][point[i]];
      return value === parameter.value ? [] : [{ parameter, value }];
    }),
  };
}

function startPoint(
  parameters: readonly FreeParameter[],
  grids: readonly (readonly number[])[],
  start: 'file' | number,
): number[] {
  if (start === 'file') return parameters.map(({ value }, i) => grids[i].indexOf(value));
  const luck = streams(start);
  return parameters.map(({ name }, i) => Math.floor(luck.stream('calibrate', 'start', name).next() * grids[i].length));
}

/** How a fit does on the rows that it has seen and on the others. */
export function scoreFit(
  { scenario }: Fit,
  seeds: readonly number[],
  seen: ReadonlySet<string>,
): { readonly seen: Score; readonly unseen: Score } {
  const bySeed = seeds.map((seed) => scoredRows(scenario, seed));
  return {
    seen: scoreOf(bySeed.map((rows) => rows.filter(({ id }) => seen.has(id)))),
    unseen: scoreOf(bySeed.map((rows) => rows.filter(({ id }) => !seen.has(id)))),
  };
}
