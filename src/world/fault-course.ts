/**
 * When faults begin, grow, end and decline; and interventions, which are faults made, or ended, by hand.
 *
 * Left out: faults drawn by rates (a study states them as ordinary faults).
 */
import type { EventHandle } from '../engine/event-queue.js';
import { microseconds } from '../engine/time.js';
import type { Fault, FaultValue } from '../scenario/model.js';
import type { FaultHolds, Holder } from './fault-holds.js';
import type { FaultModel, FaultStep, FaultTarget } from './fault-model.js';
import { faultModel } from './faults/index.js';
import type { RunContext } from './run-context.js';
import { WORLD_EVENTS } from './timeline.js';

/** An act of an operator: a fault kind made at a time, or `restore`, which ends the fault named by `fault` at once. */
export interface Intervention {
  readonly atSeconds: number;
  readonly kind: string;
  readonly parameters: Readonly<Record<string, FaultValue>>;
}

const RESTORE = 'restore';
const END = -1;
const FIRST_DECLINE = -2;

interface Entry extends Holder {
  readonly id: string;
  /** In the record; that of an intervention is registered when it is made. */
  entity: number;
  readonly model: FaultModel | null;
  readonly parameters: Readonly<Record<string, FaultValue>>;
  readonly untilSeconds: number | null;
  level: number;
  state: 'waiting' | 'active' | 'ended';
  /** Ended by hand: power comes back with it, whatever the plan says. */
  forced: boolean;
  timers: EventHandle[];
  growth: readonly FaultStep[];
}

export class FaultCourse {
  readonly holders: readonly Holder[];
  private readonly context: RunContext;
  private readonly entries: readonly Entry[];
  private targets: readonly FaultTarget[] = [];

  constructor(context: RunContext, faults: readonly Fault[], interventions: readonly Intervention[]) {
    this.context = context;
    const { recorder } = context;
    const byId = [...faults].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    const make = (
      id: string,
      kind: string,
      path: string,
      fault: Pick<Fault, 'atSeconds' | 'untilSeconds' | 'parameters'>,
      index: number,
      operator: boolean,
    ): Entry => {
      const model = kind === RESTORE ? null : faultModel(kind);
      return {
        index,
        id,
        entity: operator ? -1 : recorder.entity('fault', id, [], path),
        model,
        parameters: fault.parameters,
        atSeconds: fault.atSeconds,
        untilSeconds: fault.untilSeconds,
        ends: fault.untilSeconds !== null,
        operator,
        event: -1,
        effective: false,
        level: 0,
        state: 'waiting',
        forced: false,
        timers: [],
        growth: [],
      };
    };
    this.entries = [
      ...byId.map((fault, i) => make(fault.id, fault.kind, fault.path, fault, i, false)),
      ...interventions.map((act, i) => {
        const until = act.parameters.until;
        const untilSeconds = typeof until === 'number' ? until : null;
        return make(`intervention-${i}`, act.kind, '', { ...act, untilSeconds }, byId.length + i, true);
      }),
    ];
    this.holders = this.entries;
  }

  /** Schedules every begin and the plan of returning power. */
  start(holds: FaultHolds): void {
    const { timeline, scenario, topology } = this.context;
    const planned =
      (fault: Entry) =>
      (zone: number): boolean =>
        !fault.forced &&
        scenario.recovery.power.some(
          (row) => topology.zoneIndex.get(`${row.site}/${row.zone}`) === zone && row.atSeconds > fault.atSeconds,
        );
    this.targets = this.entries.map((entry) => holds.targetOf(entry, planned(entry)));
    for (const entry of this.entries) timeline.at(microseconds(entry.atSeconds), WORLD_EVENTS.fault, entry.index, 0);
    scenario.recovery.power.forEach((row, i) => {
      timeline.at(microseconds(row.atSeconds), WORLD_EVENTS.power, i);
    });
  }

  happen(index: number, step: number): void {
    const entry = this.entries[index];
    if (step === END) this.end(entry, []);
    else if (step <= FIRST_DECLINE) this.decline(entry, FIRST_DECLINE - step);
    else if (entry.model === null) this.restore(entry);
    else if (step === 0) this.begin(entry, entry.model);
    else this.grow(entry, step);
  }

  /** A fault without an end of its own holds nothing any more. */
  released(index: number, event: number): void {
    const entry = this.entries[index];
    if (entry.state !== 'active') return;
    entry.state = 'ended';
    entry.event = this.record('fault.ended', entry, [event]);
  }

  /** Faults that still hold something, or will. */
  active(): number {
    return this.entries.filter((entry) => entry.state === 'active').length;
  }

  /** Faults of the file that changed nothing; those that have not begun by the end among them. */
  withoutEffect(): readonly string[] {
    return this.entries.filter((entry) => entry.model !== null && !entry.effective).map((entry) => entry.id);
  }

  private begin(entry: Entry, model: FaultModel): void {
    if (entry.state !== 'waiting') return;
    entry.state = 'active';
    const made = entry.operator ? [this.make(entry)] : [];
    entry.event = this.record('fault.began', entry, made);
    entry.growth = model.growth(entry.parameters, this.targets[entry.index]);
    entry.growth.forEach((step, k) => {
      if (k > 0) entry.timers.push(this.context.timeline.after(step.afterSeconds, WORLD_EVENTS.fault, entry.index, k));
    });
    this.apply(entry, entry.growth[0].level, false);
    if (entry.untilSeconds !== null) {
      const end = microseconds(Math.max(entry.untilSeconds, entry.atSeconds));
      entry.timers.push(this.context.timeline.at(end, WORLD_EVENTS.fault, entry.index, END));
    }
    // What is destroyed stays destroyed; the fault itself is over.
    if (model.until === 'none') entry.state = 'ended';
  }

  private grow(entry: Entry, step: number): void {
    if (entry.state !== 'active') return;
    const { level } = entry.growth[step];
    entry.event = this.record('fault.stepped', entry, [entry.event], level);
    this.apply(entry, level, false);
  }

  private end(entry: Entry, causes: readonly number[]): void {
    if (entry.state !== 'active' || entry.model === null) return;
    for (const timer of entry.timers) this.context.timeline.cancel(timer);
    entry.timers = [];
    entry.state = 'ended';
    entry.event = this.record('fault.ended', entry, [entry.event, ...causes]);
    entry.model.decline(entry.parameters).forEach((step, k) => {
      if (step.afterSeconds === 0) this.decline(entry, k);
      else this.context.timeline.after(step.afterSeconds, WORLD_EVENTS.fault, entry.index, FIRST_DECLINE - k);
    });
  }

  private decline(entry: Entry, step: number): void {
    const shape = entry.model?.decline(entry.parameters)[step];
    if (shape) this.apply(entry, entry.level * shape.level, true);
  }

  private restore(entry: Entry): void {
    entry.event = this.make(entry);
    entry.state = 'ended';
    const named = this.entries.find((each) => each.id === entry.parameters.fault);
    if (!named) throw new RangeError(`there is no fault "${entry.parameters.fault}" to restore`);
    named.forced = true;
    this.end(named, [entry.event]);
  }

  private make(entry: Entry): number {
    entry.entity = this.context.recorder.entity('fault', entry.id);
    return this.record('intervention.made', entry, []);
  }

  private apply(entry: Entry, level: number, ended: boolean): void {
    if (!ended) entry.level = level;
    entry.model?.apply(this.targets[entry.index], entry.parameters, level, ended);
  }

  private record(
    rule: Parameters<RunContext['recorder']['event']>[1],
    entry: Entry,
    causes: readonly number[],
    ...numbers: number[]
  ): number {
    return this.context.recorder.event(this.context.timeline.now(), rule, entry.entity, causes, ...numbers);
  }
}
