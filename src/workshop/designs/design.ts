/**
 * What a learner designed: small plain data that fits into a token, and becomes a layout of the scenario.
 *
 * It begins from a layout, takes some of the options that the lesson offers by name, and goes on with edits.
 */
import type { Edit } from '../../scenario/edits/edit.js';

export interface Design {
  /** The layout that it begins from. */
  readonly layout: string;
  /** Options of the lesson, in the order chosen; one that may be bought several times stands several times. */
  readonly options: readonly string[];
  readonly edits: readonly Edit[];
}

/** Where everybody begins. */
export const UNEDITED: Design = { layout: 'base', options: [], edits: [] };
