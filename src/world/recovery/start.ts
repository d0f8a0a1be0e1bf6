/** Configuration and start of the software; whatever it needs in order to start must be serving. */
import type { WorkStage } from './work/stage.js';

export const start: WorkStage = {
  sort: 'work',
  name: 'start',
  plan: (kind) => kind.start,
  needsStartup: true,
  needsItself: false,
};
