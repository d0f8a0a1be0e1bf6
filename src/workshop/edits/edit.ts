/**
 * What a learner changes in a design, as small plain data: it fits into a token, and is laid over the scenario by
 * `overlay-of.ts` like any layout. Left out: edits that no lesson has asked for yet (links, data, users).
 */
import type { Role } from '../../scenario/model.js';

/** How a need is called after an edit; `none`: it is not needed any more. */
export const NEED_KINDS = ['required', 'optional', 'async', 'none'] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

export type Edit =
  /** A deployment moves to another site as it is, but for its zones. */
  | { readonly kind: 'move'; readonly service: string; readonly from: string; readonly to: string }
  /** A further deployment, like the first one of the service, but for its zones. */
  | { readonly kind: 'copy'; readonly service: string; readonly to: string; readonly role?: Role }
  | { readonly kind: 'remove'; readonly service: string; readonly from: string }
  | { readonly kind: 'role'; readonly service: string; readonly site: string; readonly role: Role }
  | { readonly kind: 'servers'; readonly service: string; readonly site: string; readonly servers: number }
  | { readonly kind: 'need'; readonly service: string; readonly callee: string; readonly as: NeedKind }
  /** What is brought back first: these, in this order. */
  | { readonly kind: 'order'; readonly services: readonly string[] }
  /** Something that the lesson offers by name: a piece of a layout. */
  | { readonly kind: 'option'; readonly option: string }
  /** One of the scenario's layouts, to go on from; the first edit, if any. */
  | { readonly kind: 'layout'; readonly layout: string };

export type EditKind = Edit['kind'];

/** The keys of each kind beside `kind`; those with `?` may be left out. */
export const EDIT_KEYS: { readonly [K in EditKind]: readonly string[] } = {
  move: ['service', 'from', 'to'],
  copy: ['service', 'to', 'role?'],
  remove: ['service', 'from'],
  role: ['service', 'site', 'role'],
  servers: ['service', 'site', 'servers'],
  need: ['service', 'callee', 'as'],
  order: ['services'],
  option: ['option'],
  layout: ['layout'],
};
