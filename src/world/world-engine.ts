/** The engine of one run: the world's kinds of events first, then the flow's, and one settle for both. */
import { Engine } from '../engine/engine.js';
import { FLOW_EVENTS, type FlowControl, type FlowScheduler } from './flow/contract.js';
import { WORLD_EVENT_NAMES, type WORLD_EVENTS } from './timeline.js';

export type WorldHandlers = Readonly<Record<keyof typeof WORLD_EVENTS, (target: number, payload: number) => void>>;

export interface EngineParts {
  readonly handlers: WorldHandlers;
  /** One of the world's own events has come, before its handler is called. */
  readonly happened: () => void;
  readonly flow: () => FlowControl;
  readonly settle: () => void;
}

export function createWorldEngine({ handlers, happened, flow, settle }: EngineParts): Engine {
  const own = (Object.keys(handlers) as (keyof typeof WORLD_EVENTS)[])
    .sort((a, b) => WORLD_EVENT_NAMES.indexOf(a) - WORLD_EVENT_NAMES.indexOf(b))
    .map((name) => ({
      name,
      apply: (target: number, payload: number) => {
        happened();
        handlers[name](target, payload);
      },
    }));
  const ofFlow = (Object.keys(FLOW_EVENTS) as (keyof typeof FLOW_EVENTS)[])
    .sort((a, b) => FLOW_EVENTS[a] - FLOW_EVENTS[b])
    .map((name) => ({ name: `flow.${name}`, apply: (target: number) => flow().happen(FLOW_EVENTS[name], target) }));
  return new Engine({ kinds: [...own, ...ofFlow], settle });
}

/** The engine as the flow sees it: its own kinds, counted from 0. */
export function flowScheduler(engine: Engine): FlowScheduler {
  const shift = WORLD_EVENT_NAMES.length;
  return {
    now: () => engine.now,
    schedule: (at, kind, target) => engine.schedule(at as typeof engine.now, shift + kind, target),
    cancel: (handle) => {
      engine.cancel(handle);
    },
  };
}
