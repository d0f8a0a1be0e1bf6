/** Verification by the class's plan, once the service works; after it the service is at full function. */
import type { WorkStage } from './work/stage.js';

export const verify: WorkStage = {
  sort: 'work',
  name: 'verify',
  plan: (kind) => kind.verify,
  needsStartup: false,
  needsItself: true,
};
