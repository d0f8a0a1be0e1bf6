/** The stages of the way back, in order; a class that serves first has its check after it. */
import type { ServiceClass } from '../../scenario/model.js';
import { admission } from './admission.js';
import { boot } from './boot.js';
import { check } from './check.js';
import { drain } from './drain.js';
import { entry } from './entry.js';
import { network } from './network.js';
import { notice } from './notice.js';
import { power } from './power.js';
import { restore } from './restore.js';
import { start } from './start.js';
import { verify } from './verify.js';
import { warmUp } from './warm-up.js';
import type { Stage } from './work/stage.js';

const serve: Stage = { sort: 'serve', name: 'serve' };
const MACHINES: readonly Stage[] = [notice, entry, power, network, boot];
const AFTERWARDS: readonly Stage[] = [admission, warmUp, drain, verify];

/** From a failed deployment to full function. */
export function stagesOf(kind: ServiceClass): readonly Stage[] {
  return kind.serveFirst
    ? [...MACHINES, restore, start, serve, check, ...AFTERWARDS]
    : [...MACHINES, restore, check, start, serve, ...AFTERWARDS];
}

/** What is left once a standby, or a rebuilt deployment, serves in another's place. */
export function stagesAfterTakeover(kind: ServiceClass, rebuilt: boolean): readonly Stage[] {
  return rebuilt && kind.serveFirst ? [check, ...AFTERWARDS] : AFTERWARDS;
}
