/** The lesson that is open; null: none is. */
import { computed } from '@preact/signals';
import type { LoadedLesson } from '../../library.js';
import { learning } from '../../state/learning.js';
import { lessonOf } from '../lessons.js';

export const lesson = computed<LoadedLesson | null>(() =>
  learning.value?.page === 'lesson' ? lessonOf(learning.value.id) : null,
);
