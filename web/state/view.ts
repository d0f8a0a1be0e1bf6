/** Which regions are shown, and how high the stage is. */
import { computed, signal } from '@preact/signals';
import type { StripOrder } from '../library.js';
import type { View } from './location.js';

export const view = signal<View>('both');
export const stripShown = computed(() => view.value === 'both' || view.value === 'strip');
export const stripOrder = signal<StripOrder>('failed');
/** Share of the height that stage and strip have in common. */
export const stageShare = signal(window.innerHeight < 860 ? 0.5 : 0.56);
export const startOpen = signal(false);
export const helpOpen = signal(false);
export const shareOpen = signal(false);
export const presenting = signal(false);
/** The projector shows nothing for a moment. */
export const blackened = signal(false);
/** Something that a person should know, in one sentence; null: nothing. */
export const notice = signal<string | null>(null);
