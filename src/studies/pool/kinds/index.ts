/** All kinds of jobs, for workers, which get a kind's name. */

import { divergenceKind } from '../../compare/divergence.js';
import { layoutRunKind } from '../../compare/layout-run.js';
import { testedRunKind } from '../../test/tested-run.js';
import type { JobKind } from '../job.js';
import { failureKind } from './failure.js';
import { lifeKind } from './life.js';
import { measuresKind } from './measures.js';
import { recordKind } from './record.js';
import { sweptKind } from './swept.js';

export const JOB_KINDS: readonly JobKind<never, unknown>[] = [
  measuresKind,
  recordKind,
  layoutRunKind,
  divergenceKind,
  failureKind,
  sweptKind,
  lifeKind,
  testedRunKind,
];
