/** All rules of the audit, in the order in which findings of one severity are told. */
import type { AuditRule } from '../finding.js';
import { backupBesideOriginal } from './backup-beside-original.js';
import { dataInOneSite } from './data-in-one-site.js';
import { noRoomElsewhere } from './no-room-elsewhere.js';
import { redundantInNameOnly } from './redundant-in-name-only.js';
import { replicasWithoutBackup } from './replicas-without-backup.js';
import { retriesMultiply } from './retries-multiply.js';
import { singlePointLink } from './single-point-link.js';
import { singlePointService } from './single-point-service.js';
import { singlePointSite } from './single-point-site.js';
import { singlePointZone } from './single-point-zone.js';
import { standbyNeverTested } from './standby-never-tested.js';
import { startUpCircle } from './start-up-circle.js';
import { timeoutShorter } from './timeout-shorter.js';
import { toolInside } from './tool-inside.js';

export const AUDIT_RULES: readonly AuditRule[] = [
  singlePointSite,
  redundantInNameOnly,
  toolInside,
  startUpCircle,
  dataInOneSite,
  backupBesideOriginal,
  replicasWithoutBackup,
  standbyNeverTested,
  noRoomElsewhere,
  singlePointZone,
  singlePointService,
  singlePointLink,
  timeoutShorter,
  retriesMultiply,
];
