/** What of the run is on the screen: all, or what one role of a group may see. */
import { signal } from '@preact/signals';
import type { Lesson } from '../library.js';

export type Sight = NonNullable<Lesson['wheel']>['roles'][string]['sees'];

export const sight = signal<Sight>('all');
