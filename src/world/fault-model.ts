/**
 * What a fault kind is to the world: its table (for file, schema and reference) and what it does, by level.
 *
 * A fault grows from level 0 to 1 in steps after it begins, and declines to 0 after it ends. `apply` states what holds at a
 * level, whole and absolute, so that a fault can be stepped, ended early or made again without remembering anything.
 * Several faults may hold the same thing; the world puts their holds together (`fault-holds.ts`).
 * Left out: faults that react to the run, and chances (a study draws them and states ordinary faults).
 */
import type { FaultKind } from '../scenario/fault-kind.js';
import type { FaultValue } from '../scenario/model.js';

export type FaultParameters = Readonly<Record<string, FaultValue>>;

/** From `afterSeconds` on the fault has this level, 0 (nothing) to 1 (in full). */
export interface FaultStep {
  readonly afterSeconds: number;
  readonly level: number;
}

export interface FaultModel extends FaultKind {
  /** Steps counted from the begin; the first is at 0, the last reaches level 1. */
  growth(parameters: FaultParameters, target: FaultTarget): readonly FaultStep[];
  /** Steps counted from the end, as shares of the level that it had then; the first is at 0, the last is 0. */
  decline(parameters: FaultParameters): readonly FaultStep[];
  /** Makes the world so, for this level; `ended` from the fault's end on. */
  apply(target: FaultTarget, parameters: FaultParameters, level: number, ended: boolean): void;
}

/**
 * What a fault may do, on behalf of one fault: each call replaces what that fault did to the same thing before.
 * Indices are those of `Topology`. A call that changes nothing (no such servers, dark already) is no effect.
 */
export interface FaultTarget {
  /** Indices of a site's zones: those named, else all, in order of id. */
  zonesOf(site: string, zones: readonly string[] | null): readonly number[];
  /** Deployments of a service (null: of all), in a site (null: in all). */
  deploymentsOf(service: string | null, site: string | null): readonly number[];
  /** Sources of demand of a service or journey; null: all. */
  sourcesOf(service: string | null): readonly number[];
  siteOf(site: string): number;
  linkOf(link: string): number;
  teamOf(team: string): number;
  readonly siteCount: number;

  cutPower(zone: number, cut: boolean): void;
  coolingGone(site: number, gone: boolean): void;
  /** Share of the zone's servers that have shut themselves down because of heat. */
  overheat(zone: number, share: number): void;
  /** Share of a deployment's servers in a zone (-1: anywhere) that is gone for good; never grows back. */
  destroy(deployment: number, zone: number, share: number): void;
  /** Share of the storage in a zone that is gone for good: what copies and backups without servers of their own stand on. */
  destroyStorage(zone: number, share: number): void;
  /** The copy of a service's data in a site (null: the one that leads) is corrupted, and that is noticed later. */
  corrupt(service: string, site: string | null, noticedSeconds: number): void;
  crash(deployment: number, share: number): void;
  /** Times its usual service time. */
  slow(deployment: number, factor: number): void;
  surge(source: number, factor: number): void;
  forbidEntry(site: number, forbidden: boolean): void;
  separate(siteA: number, siteB: number, apart: boolean): void;
  slowLink(link: number, factor: number): void;
  /** Share of a team that is not there. */
  absent(team: number, share: number): void;
}

/** A fault without a ramp: all of it, at once. */
export const AT_ONCE: readonly FaultStep[] = [{ afterSeconds: 0, level: 1 }];
/** Over at once. */
export const OVER: readonly FaultStep[] = [{ afterSeconds: 0, level: 0 }];

/** `count` equal steps, the first at once and the last after `overSeconds`. */
export function evenSteps(count: number, overSeconds: number): readonly FaultStep[] {
  if (count <= 1 || overSeconds <= 0) return AT_ONCE;
  return Array.from({ length: count }, (_, i) => ({
    afterSeconds: (overSeconds * i) / (count - 1),
    level: (i + 1) / count,
  }));
}

/** A number parameter; its default is in the table and has been filled in by then. */
export function numberOf(parameters: FaultParameters, name: string, otherwise: number): number {
  const value = parameters[name];
  return typeof value === 'number' ? value : otherwise;
}

/** An id, or null when it was left out. */
export function idOf(parameters: FaultParameters, name: string): string | null {
  const value = parameters[name];
  return typeof value === 'string' ? value : null;
}

/** A list of ids in order of id, or null when it was left out. */
export function idsOf(parameters: FaultParameters, name: string): readonly string[] | null {
  const value = parameters[name];
  return Array.isArray(value) ? [...value].sort() : null;
}
