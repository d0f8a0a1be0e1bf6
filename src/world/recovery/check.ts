/** Data check, or restore, by the class's plan; before it serves, or after when the class serves first. */
import type { WorkStage } from './work/stage.js';

export const check: WorkStage = {
  sort: 'work',
  name: 'check',
  plan: (kind) => kind.check,
  needsStartup: false,
  needsItself: false,
};
