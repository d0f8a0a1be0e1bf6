/**
 * The life of every piece of repair work of a run: when it opened, what it waited for, when it began and ended.
 *
 * Read once from the causal log. A stage of waiting is a task without people; it never begins and is finished when what
 * it waited for is so. Left out: work that the log does not call a task (health checks, decisions).
 */
import { WAIT_KINDS, type WaitKind } from '../record/wait-kinds.js';
import type { Reading } from './reading.js';

/** A constraint that bound a task, over `[from, to)` in microseconds; `to` is infinite when it bound to the end. */
export interface Wait {
  readonly kind: WaitKind;
  /** Entity that it is about. */
  readonly on: number;
  readonly from: number;
  to: number;
  /** The event that says so. */
  readonly event: number;
}

export interface TaskLife {
  readonly entity: number;
  /** What it works on: a deployment, service, zone or site; and its team, or -1. */
  readonly subject: number;
  readonly team: number;
  /** First event about it. */
  readonly opened: number;
  readonly openedAt: number;
  /** Infinite when it never did. */
  beganAt: number;
  endedAt: number;
  /** Numbers of these events, or -1. */
  began: number;
  ended: number;
  calledOff: boolean;
  people: number;
  /** Times the usual duration, as without its tools. */
  factor: number;
  readonly waits: Wait[];
}

const NEVER = Number.POSITIVE_INFINITY;

/** By task entity, in order of opening. */
export function taskLives(reading: Reading): ReadonlyMap<number, TaskLife> {
  return reading.remember('task lives', () => readLives(reading));
}

/** Lives by what they work on. */
export function livesOf(reading: Reading, subject: number): readonly TaskLife[] {
  return (
    reading
      .remember('task lives by subject', () => {
        const bySubject = new Map<number, TaskLife[]>();
        for (const life of taskLives(reading).values()) {
          const known = bySubject.get(life.subject);
          if (known) known.push(life);
          else bySubject.set(life.subject, [life]);
        }
        return bySubject;
      })
      .get(subject) ?? []
  );
}

export const isOpenAt = (life: TaskLife, time: number): boolean => life.openedAt <= time && life.endedAt > time;
export const isRunningAt = (life: TaskLife, time: number): boolean => life.beganAt <= time && life.endedAt > time;
/** Constraints that bind at a time. */
export const waitsAt = (life: TaskLife, time: number): readonly Wait[] =>
  life.waits.filter(({ from, to }) => from <= time && to > time);

function readLives({ view, record }: Reading): Map<number, TaskLife> {
  const lives = new Map<number, TaskLife>();
  const { events } = record;
  for (let index = 0; index < events.count; index++) {
    const entity = view.entity(events.entity[index]);
    if (entity.kind !== 'task') continue;
    const event = view.event(index);
    const life = lives.get(event.entity) ?? newLife(event.entity, entity.of, index, event.time);
    lives.set(event.entity, life);
    switch (event.rule) {
      case 'wait.began': {
        const kind = WAIT_KINDS[event.numbers.kind];
        life.waits.push({ kind, on: event.numbers.on, from: event.time, to: NEVER, event: index });
        break;
      }
      case 'wait.ended': {
        const kind = WAIT_KINDS[event.numbers.kind];
        const wait = life.waits.findLast((each) => each.kind === kind && each.on === event.numbers.on);
        if (wait) wait.to = Math.min(wait.to, event.time);
        break;
      }
      case 'task.began':
        life.beganAt = event.time;
        life.began = index;
        life.people = event.numbers.people;
        life.factor = event.numbers.factor;
        endWaits(life, event.time);
        break;
      case 'task.finished':
      case 'task.called-off':
        life.endedAt = event.time;
        life.ended = index;
        life.calledOff = event.rule === 'task.called-off';
        endWaits(life, event.time);
        break;
      default:
    }
  }
  return lives;
}

function newLife(entity: number, of: readonly number[], opened: number, openedAt: number): TaskLife {
  return {
    entity,
    subject: of[0] ?? -1,
    team: of[1] ?? -1,
    opened,
    openedAt,
    beganAt: NEVER,
    endedAt: NEVER,
    began: -1,
    ended: -1,
    calledOff: false,
    people: 0,
    factor: 1,
    waits: [],
  };
}

function endWaits(life: TaskLife, time: number): void {
  for (const wait of life.waits) if (wait.to > time) wait.to = time;
}
