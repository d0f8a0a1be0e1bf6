/** The workshop: loaded when somebody wants to learn. */
export { Collector } from './Collector.js';
export { LessonList } from './LessonList.js';
export { LessonPanel } from './LessonPanel.js';
export { leaveWorkshop } from './state/leave.js';
export { openLesson } from './state/player.js';
