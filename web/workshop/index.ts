/** The workshop: loaded when somebody wants to learn. */
export { Collector } from './Collector.js';
export { LessonList } from './LessonList.js';
export { LessonPanel } from './LessonPanel.js';
export { Poll } from './Poll.js';
export { leaveWorkshop } from './state/leave.js';
export { openLesson } from './state/player.js';

import { collectedRecalled } from './state/collecting.js';
import { workRecalled } from './state/work.js';

/** What the browser kept of the workshop is there. */
export const recalled = Promise.all([workRecalled, collectedRecalled]);
