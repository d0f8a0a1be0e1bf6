/** Every fault kind there is, in order of name; adding one is a file beside this and a line here. */
import type { FaultKind } from '../../scenario/fault-kind.js';
import type { FaultModel } from '../fault-model.js';
import { coolingLoss } from './cooling-loss.js';
import { crash } from './crash.js';
import { dataCorruption } from './data-corruption.js';
import { destroy } from './destroy.js';
import { fire } from './fire.js';
import { linkSlow } from './link-slow.js';
import { noEntry } from './no-entry.js';
import { partition } from './partition.js';
import { powerLoss } from './power-loss.js';
import { slow } from './slow.js';
import { surge } from './surge.js';
import { teamAbsent } from './team-absent.js';

export const faultModels: readonly FaultModel[] = [
  coolingLoss,
  crash,
  dataCorruption,
  destroy,
  fire,
  linkSlow,
  noEntry,
  partition,
  powerLoss,
  slow,
  surge,
  teamAbsent,
];

/** The tables only: what the scenario's checks, schema and reference page are made from. */
export const faultKinds: readonly FaultKind[] = faultModels.map(({ kind, summary, leavesOut, parameters, until }) => ({
  kind,
  summary,
  leavesOut,
  parameters,
  until,
}));

/** @throws RangeError for a kind that the scenario's checks should have refused */
export function faultModel(kind: string): FaultModel {
  const model = faultModels.find((each) => each.kind === kind);
  if (!model) throw new RangeError(`there is no fault kind "${kind}"`);
  return model;
}
