/** Where a phone in the room finds the prediction of a lesson, if it can get there at all. */

export type PollAddress =
  | { readonly from: 'network'; readonly url: string }
  /** Opened from a disk, or served to this computer alone: there is no link that leads here. */
  | { readonly from: 'file' | 'here' };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** @param at the address of this page */
export function pollAddress(
  at: Pick<Location, 'protocol' | 'hostname' | 'origin' | 'pathname'>,
  id: string,
  language: string,
): PollAddress {
  if (!/^https?:$/.test(at.protocol)) return { from: 'file' };
  if (LOOPBACK.test(at.hostname)) return { from: 'here' };
  return { from: 'network', url: `${at.origin}${at.pathname}#lang=${language}&learn=predict.${id}` };
}
