/**
 * What is owed under stated terms, and the losses that those terms do not pay.
 *
 * The direct loss of those who pay is the price of the time for which a service was down (a month has 30 days). What is
 * due is a multiple of that, or a share of the month's price by how long it was down; nothing up to the threshold; never
 * more than the stated most. Downtime that goes back to nothing but excluded faults is force majeure: it counts neither
 * for the threshold nor for what is due. Merchants' losses are indirect: not paid where the terms exclude that, or where
 * no terms speak of their service; else they are damages that are due.
 * Left out: who claims and who does not, courts, and what prolonged a downtime after its cause (its beginning decides).
 */
import { rootsOf } from '../../record/causes.js';
import { type Interval, intervalsWhere } from '../../record/steps.js';
import type { Terms, Text } from '../../scenario/model.js';
import type { Reading, Subject } from '../reading.js';
import { isDown } from '../thresholds.js';
import { merchantsResults } from './merchants.js';

const MONTH = 30 * 86_400;

export interface TermsResult {
  readonly id: string;
  readonly name: Text;
  readonly services: readonly TermsOfService[];
  /** Credits and damages due, in the scenario's currency. */
  readonly due: number;
}

interface TermsOfService {
  readonly id: string;
  readonly downtimeSeconds: number;
  /** Of that, what is put down to force majeure. */
  readonly forceMajeureSeconds: number;
  /** Price of the downtime. */
  readonly loss: number;
  readonly credit: number;
}

/** Losses that are not paid: indirect ones; direct ones by force majeure; direct ones below a threshold or above a most. */
export interface Uncovered {
  readonly indirect: number;
  readonly forceMajeure: number;
  readonly limits: number;
}

interface Owed {
  readonly terms: readonly TermsResult[];
  readonly credits: number;
  readonly uncovered: Uncovered;
}

/** Null when the scenario states no terms. */
export function owed(reading: Reading): Owed | null {
  if (reading.scenario.terms.length === 0) return null;
  return reading.remember('owed', () => settle(reading));
}

function settle(reading: Reading): Owed {
  let indirect = 0;
  let forceMajeure = 0;
  let limits = 0;
  const damages = new Map<string, number>();
  for (const { service, lost } of merchantsResults(reading)) {
    const terms = reading.scenario.terms.find(({ services }) => services.includes(service));
    const subject = reading.subject(service);
    if (terms === undefined || subject === null || terms.excludes.indirect) {
      indirect += lost;
      continue;
    }
    const { downtimeSeconds, forceMajeureSeconds } = downtimes(reading, terms, subject);
    const excluded = downtimeSeconds > 0 ? lost * (forceMajeureSeconds / downtimeSeconds) : 0;
    forceMajeure += excluded;
    damages.set(terms.id, (damages.get(terms.id) ?? 0) + lost - excluded);
  }
  const terms = [...reading.scenario.terms]
    .sort((a, b) => a.order - b.order)
    .map((each): TermsResult => {
      const services = each.services.flatMap((id): TermsOfService[] => {
        const subject = reading.subject(id);
        return subject === null ? [] : [ofService(reading, each, subject)];
      });
      for (const { loss, credit, downtimeSeconds, forceMajeureSeconds } of services) {
        const excluded = downtimeSeconds > 0 ? loss * (forceMajeureSeconds / downtimeSeconds) : 0;
        forceMajeure += excluded;
        limits += Math.max(0, loss - excluded - credit);
      }
      const credits = services.reduce((sum, { credit }) => sum + credit, 0);
      return { id: each.id, name: each.name, services, due: credits + (damages.get(each.id) ?? 0) };
    });
  return {
    terms,
    credits: terms.reduce((sum, { due }) => sum + due, 0),
    uncovered: { indirect, forceMajeure, limits },
  };
}

function ofService(reading: Reading, terms: Terms, subject: Subject): TermsOfService {
  const { downtimeSeconds, forceMajeureSeconds } = downtimes(reading, terms, subject);
  const month = terms.paidUsers * terms.pricePerMonth;
  return {
    id: subject.id,
    downtimeSeconds,
    forceMajeureSeconds,
    loss: month * (downtimeSeconds / MONTH),
    credit: month * creditShare(terms, downtimeSeconds - forceMajeureSeconds),
  };
}

/** Share of a month's price that is due for a downtime. */
export function creditShare({ refund, thresholdSeconds, mostShare }: Terms, downtimeSeconds: number): number {
  if (downtimeSeconds <= thresholdSeconds) return 0;
  if (refund.kind === 'multiple') return Math.min(mostShare, refund.factor * (downtimeSeconds / MONTH));
  const reached = refund.tiers.filter(({ fromSeconds }) => downtimeSeconds >= fromSeconds);
  return Math.min(mostShare, reached.at(-1)?.share ?? 0);
}

function downtimes(
  reading: Reading,
  terms: Terms,
  subject: Subject,
): Pick<TermsOfService, 'downtimeSeconds' | 'forceMajeureSeconds'> {
  const spans = intervalsWhere(subject.share, 0, reading.end, isDown);
  const seconds = (all: readonly Interval[]): number => all.reduce((sum, { from, to }) => sum + (to - from) / 1e6, 0);
  return {
    downtimeSeconds: seconds(spans),
    forceMajeureSeconds: seconds(spans.filter(({ from }) => isForceMajeure(reading, terms, subject, from))),
  };
}

/** Whether all roots of what brought a subject down at `time` are faults that the terms exclude. */
function isForceMajeure({ view, record }: Reading, terms: Terms, subject: Subject, time: number): boolean {
  const { forceMajeure } = terms.excludes;
  if (forceMajeure.length === 0) return false;
  const event = view
    .eventsOf(subject.entity)
    .filter((index) => record.events.time[index] <= time && view.event(index).rule === 'state.changed')
    .at(-1);
  if (event === undefined) return false;
  return rootsOf(record.events, event).every((root) => {
    const { kind, id } = view.entity(record.events.entity[root]);
    return kind === 'fault' && forceMajeure.includes(id);
  });
}

/** What no terms pay, in all; null when the scenario states no terms. */
export function uncoveredLoss(reading: Reading): number | null {
  const found = owed(reading)?.uncovered;
  return found === undefined ? null : found.indirect + found.forceMajeure + found.limits;
}
