/** Kinds of change, in the order in which they are tried; a new kind is a file and a line here. */
import type { Change } from '../change.js';
import type { Clues } from '../clues.js';
import { allPower } from './all-power.js';
import { backups } from './backups.js';
import { boot } from './boot.js';
import { chain } from './chain.js';
import { copies } from './copies.js';
import { dataCopies } from './data-copies.js';
import { entry } from './entry.js';
import { failover } from './failover.js';
import { optional } from './optional.js';
import { order } from './order.js';
import { people } from './people.js';
import { power } from './power.js';
import { restoreRate } from './restore-rate.js';
import { retries } from './retries.js';
import { servers } from './servers.js';
import { tools } from './tools.js';
import { unlimited } from './unlimited.js';
import { votes } from './votes.js';

export const CHANGE_KINDS: readonly ((clues: Clues) => readonly Change[])[] = [
  power,
  tools,
  people,
  copies,
  backups,
  dataCopies,
  votes,
  restoreRate,
  optional,
  failover,
  chain,
  retries,
  servers,
  allPower,
  order,
  entry,
  boot,
  unlimited,
];
