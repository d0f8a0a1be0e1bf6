import type { Check } from './check.js';
import { checkCalls, checkStarts } from './check-circles.js';
import { checkCorruption } from './check-data.js';
import { checkIds } from './check-ids.js';
import { checkUse, checkZoneRoom } from './check-servers.js';
import { checkTeams } from './check-teams.js';
import { checkFaultTimes } from './check-times.js';

/** Every check of sense. */
export const CHECKS: readonly Check[] = [
  checkIds,
  checkCalls,
  checkStarts,
  checkZoneRoom,
  checkUse,
  checkTeams,
  checkFaultTimes,
  checkCorruption,
];
