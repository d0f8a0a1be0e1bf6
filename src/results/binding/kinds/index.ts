/** All kinds of constraint, one file each; a new kind is a file, a line here, and (a task's) a line in WAIT_KINDS. */
import type { Constraint, ConstraintName } from '../constraint.js';
import { admission } from './admission.js';
import { backlog } from './backlog.js';
import { belief } from './belief.js';
import { boot } from './boot.js';
import { caches } from './caches.js';
import { cooling } from './cooling.js';
import { data } from './data.js';
import { decision } from './decision.js';
import { down } from './down.js';
import { entry } from './entry.js';
import { fault } from './fault.js';
import { gone } from './gone.js';
import { hours } from './hours.js';
import { network } from './network.js';
import { night } from './night.js';
import { notice } from './notice.js';
import { overload } from './overload.js';
import { power } from './power.js';
import { rebuild } from './rebuild.js';
import { short } from './short.js';
import { since } from './since.js';
import { spare } from './spare.js';
import { task } from './task.js';
import { team } from './team.js';

export const CONSTRAINTS: Readonly<Record<ConstraintName, Constraint>> = {
  admission,
  backlog,
  belief,
  boot,
  caches,
  cooling,
  data,
  decision,
  down,
  entry,
  fault,
  gone,
  hours,
  network,
  night,
  notice,
  overload,
  power,
  rebuild,
  // What a task needs is a service: it is asked why that is down.
  service: down,
  tool: down,
  short,
  since,
  spare,
  task,
  team,
};
