/** The height of the impact chart, and the runs that share it with the one that is looked at. */
import { computed } from '@preact/signals';
import { ghost } from '../state/branches.js';
import { besides } from '../state/comparing.js';
import { unseen } from '../state/learning.js';
import { session } from '../state/session.js';
import { type Untaken, untaken } from '../state/untaken.js';

export const IMPACT_HEIGHT = 66;
export const PIXELS_A_BUCKET = 2;

/** The other layout that it is compared with, what was not decided or, from what was last done by hand on, what would have been. */
export const dashed = computed<readonly Untaken[]>(() => {
  const [other] = besides.value;
  if (other !== undefined) return [{ name: '', impact: other.impact, sinceSeconds: 0 }];
  if (untaken.value.length > 0) return untaken.value;
  if (ghost.value === null) return [];
  const { made, sinceSeconds } = ghost.value;
  return [{ name: '', impact: made.session.impact, sinceSeconds }];
});

/** Two futures have one scale, or the eye would compare what cannot be compared. */
export const peopleToY = computed(() => {
  const { impact, scenario } = session.value ?? {};
  // A peak that is still covered must not be told by the scale.
  const peak = unseen.value
    ? (scenario?.populations ?? []).reduce((sum, { people }) => sum + people, 0)
    : (impact?.peak ?? 0);
  // Less than a person is nobody.
  const most = Math.max(1, peak, ...dashed.value.map((each) => each.impact.peak));
  return (people: number): number => IMPACT_HEIGHT - (people / most) * (IMPACT_HEIGHT - 6);
});
