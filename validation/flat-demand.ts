/**
 * The same scenario without the ups and downs of a day, and with users who neither come back, put off nor leave.
 *
 * How many ask moves no time at which a service is back, as the scenario's header says and a test holds, but each step
 * of a day is work: what needs thousands of runs of which only those times are read runs this.
 */
import type { Scenario, Users } from '../src/scenario/model.js';

/** Of the peak. */
const DEMAND = 0.8;

export function withFlatDemand(scenario: Scenario): Scenario {
  return {
    ...scenario,
    profiles: scenario.profiles.map((profile) => ({ ...profile, steps: profile.steps.map(() => DEMAND) })),
    services: scenario.services.map((each) => ({ ...each, users: each.users && steady(each.users) })),
    journeys: scenario.journeys.map((each) => ({ ...each, users: steady(each.users) })),
  };
}

function steady(users: Users): Users {
  return {
    ...users,
    comeBack: { ...users.comeBack, probability: 0 },
    putOff: { ...users.putOff, probability: 0 },
    leave: { ...users.leave, hazardPerHour: 0, growthPerHour: 0 },
  };
}
