/** Out of a lesson: its scenario with what was designed opens in the visualiser, to be changed and shared like any other. */
import { otherLayouts } from '../../state/comparing.js';
import { designing, useDesigner } from '../../state/designing.js';
import { layoutNames } from '../../state/layout-names.js';
import { covered, learning, meansOfLearning, seenUntil } from '../../state/learning.js';
import { lesson } from './current.js';
import { requestFor } from './exercise.js';
import { leaveNight } from './wheel.js';
import { workOn } from './work.js';

export function openInVisualiser(): void {
  if (lesson.value === null) return;
  const request = requestFor(lesson.value, workOn(lesson.value.lesson.id).design);
  leaveWorkshop();
  void meansOfLearning().open(request, false);
}

/** The page is the visualiser again. */
export function leaveWorkshop(): void {
  useDesigner(null);
  leaveNight();
  otherLayouts.value = [];
  designing.value = false;
  covered.value = false;
  seenUntil.value = Number.POSITIVE_INFINITY;
  layoutNames.value = {};
  learning.value = null;
}
