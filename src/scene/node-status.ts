/** What is true of a service, a journey or a deployment at an instant: all that a drawing or an inspector shows of it. */
import { CAUSES, type Cause, type Quantity, STATES, type State } from '../record/record.js';
import { placeAt } from '../record/steps.js';
import type { RecordView } from '../record/view.js';

export interface NodeStatus {
  readonly state: State;
  readonly cause: Cause;
  /** Its own machines are fine, a dependency is not. */
  readonly blocked: boolean;
  /** Microseconds; since when it has been in this state. */
  readonly since: number;
  /** Success that users and callers see, 0..1; null for a deployment. */
  readonly share: number | null;
  /** Deployments only: servers that serve, requests a second that arrive and that it can finish, requests waiting. */
  readonly servers: number | null;
  readonly offered: number | null;
  readonly capacity: number | null;
  readonly backlog: number | null;
  /** Offered / capacity; null without machines or without requests. Infinite when nothing is left to serve. */
  readonly load: number | null;
  /** Callers send requests to it. */
  readonly routed: boolean;
}

/** `entity` may be -1 (nothing was recorded of it): then it is up and without numbers. */
export function statusAt(view: RecordView, entity: number, time: number): NodeStatus {
  const number = (quantity: Quantity): number | null => {
    const value = entity < 0 ? Number.NaN : view.at(entity, quantity, time);
    return Number.isNaN(value) ? null : value;
  };
  const offered = number('offered');
  const capacity = number('capacity');
  return {
    state: STATES[number('state') ?? 0] ?? 'up',
    cause: CAUSES[number('cause') ?? 0] ?? 'none',
    blocked: number('blocked') === 1,
    since: sinceWhen(view, entity, time),
    share: number('share'),
    servers: number('servers'),
    offered,
    capacity,
    backlog: number('backlog'),
    load: offered === null || capacity === null || offered === 0 ? null : offered / capacity,
    routed: number('routed') !== 0,
  };
}

function sinceWhen(view: RecordView, entity: number, time: number): number {
  const track = entity < 0 ? null : view.track(entity, 'state');
  const place = track === null ? -1 : placeAt(track, time);
  return track === null || place < 0 ? 0 : track.times[place];
}
