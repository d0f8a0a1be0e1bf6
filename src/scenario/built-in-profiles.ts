/**
 * Daily shapes of demand that a file may name without defining them: shares of the peak, from 00:00 local time.
 *
 * The shapes are assumed, after the common finding that human traffic is lowest between three and five in the morning
 * and highest in the evening; hours in between are drawn by eye. Left out: weekends, seasons, events.
 */

/** Steps a day: demand is constant for half an hour. */
export const STEPS_A_DAY = 48;

interface BuiltInProfile {
  readonly meaning: string;
  /** One value an hour, in per cent of the peak; half hours lie in the middle. */
  readonly hours: readonly number[];
}

export const BUILT_IN_PROFILES: Readonly<Record<string, BuiltInProfile>> = {
  flat: { meaning: 'The same all day: machines, and calculations by hand.', hours: Array(24).fill(100) },
  messenger: {
    meaning: 'Assumed: awake people talk all day, most in the evening.',
    hours: [48, 30, 18, 12, 10, 12, 22, 45, 65, 72, 75, 78, 85, 82, 80, 80, 82, 86, 90, 94, 98, 100, 92, 70],
  },
  office: {
    meaning: 'Assumed: working hours with a dip at lunch.',
    hours: [6, 5, 5, 5, 5, 6, 10, 25, 60, 92, 100, 96, 70, 88, 98, 97, 92, 80, 50, 30, 20, 15, 10, 8],
  },
  evening: {
    meaning: 'Assumed: leisure, such as video, music and games.',
    hours: [50, 32, 20, 13, 10, 10, 14, 22, 30, 35, 38, 42, 48, 46, 45, 48, 54, 62, 72, 84, 95, 100, 92, 72],
  },
  commute: {
    meaning: 'Assumed: maps, taxis and transport, with two peaks.',
    hours: [30, 20, 14, 10, 10, 16, 40, 78, 92, 65, 52, 52, 58, 55, 55, 58, 66, 85, 100, 85, 68, 62, 58, 45],
  },
};

/** The profile's half-hourly steps as shares; null for a name that there is not. */
export function builtInSteps(name: string): readonly number[] | null {
  if (!Object.hasOwn(BUILT_IN_PROFILES, name)) return null;
  const { hours } = BUILT_IN_PROFILES[name];
  return hours.flatMap((value, hour) => [value / 100, (value + hours[(hour + 1) % 24]) / 200]);
}
