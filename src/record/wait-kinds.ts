/**
 * What repair work can wait for: the codes of the number `kind` in the rules `wait.began` and `wait.ended`.
 *
 * Adding one: a line here (at the end: codes are positions) and a file beside `src/results/binding/kinds/index.ts`.
 */
export const WAIT_KINDS = [
  /** Nobody knows of the failure. */
  'notice',
  /** Nobody may enter the site. */
  'entry',
  /** The zone has no power. */
  'power',
  /** The zone is too hot. */
  'cooling',
  /** The site is cut off from all others. */
  'network',
  /** Servers are being booted, or another wave of them goes first. */
  'boot',
  /** People of the team are not free. */
  'team',
  /** The team has not come to work yet. */
  'hours',
  /** A tool does not serve, without which the work is impossible. */
  'tool',
  /** A service that must serve first does not. */
  'service',
  /** No spare servers, or no copy of the data. */
  'spare',
  /** The rebuild on another site goes first. */
  'rebuild',
  /** Caches are cold. */
  'caches',
  /** Work has piled up. */
  'backlog',
  /** There are no servers left. */
  'gone',
  /** No copy of its data, or backup, that it could use. */
  'data',
  /** Only a part of what is asked is let in. */
  'admission',
] as const;

export type WaitKind = (typeof WAIT_KINDS)[number];
