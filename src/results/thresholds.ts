/** Where success counts as up, and where as down (design section 2): the same everywhere results are read. */

/** At this share of success and above a service is up. */
export const UP_SHARE = 0.99;

/** Below this share of success a service is down: its function is lost. */
export const DOWN_SHARE = 0.5;

/** The solver's last digits decide no verdict: a share this little under a threshold is on it. */
const SLACK = 1e-9;

export const isUp = (share: number): boolean => share >= UP_SHARE - SLACK;
export const isDown = (share: number): boolean => share < DOWN_SHARE - SLACK;
export const reaches = (share: number, threshold: number): boolean => share >= threshold - SLACK;
