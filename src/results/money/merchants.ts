/**
 * What people lose who live off a service: bookings that never came, less what is made up later, and what they paid
 * for nothing.
 *
 * Bookings arrive through the service as its users want it, so the share of them that is lost is the share of the
 * wanted requests that failed for good (a booking tried again an hour later is no loss). Costs that run on count for the
 * time in which the service fails, in proportion to how much of it fails.
 * Left out: reputation, staff sent home, merchants who go out of business.
 */
import { integral } from '../../record/steps.js';
import { mapped } from '../../record/steps-algebra.js';
import type { Merchants, Text } from '../../scenario/model.js';
import { requestsFailed } from '../measures/loss.js';
import type { Reading } from '../reading.js';

export interface MerchantsResult {
  readonly id: string;
  readonly name: Text;
  readonly service: string;
  /** Bookings that did not arrive, and how many of them were made up later. */
  readonly bookingsLost: number;
  readonly bookingsCaughtUp: number;
  /** Money that the others would have brought, in the scenario's currency. */
  readonly bookingsValue: number;
  /** Money paid for nothing. */
  readonly costs: number;
  /** The sum of both. */
  readonly lost: number;
}

export function merchantsResults(reading: Reading): readonly MerchantsResult[] {
  return reading.remember('merchants', () =>
    [...reading.scenario.merchants].sort((a, b) => a.order - b.order).map((each) => resultOf(reading, each)),
  );
}

function resultOf(reading: Reading, merchants: Merchants): MerchantsResult {
  const { id, name, service, number, caughtUp } = merchants;
  const subject = reading.subject(service);
  const wanted = subject === null ? 0 : integral(subject.wanted, 0, reading.end);
  const lostShare = subject === null || wanted <= 0 ? 0 : Math.min(1, requestsFailed(reading, subject) / wanted);
  const seconds = reading.end / 1e6;
  const bookingsLost = number * merchants.bookingsPerSecond * seconds * merchants.through * lostShare;
  const failing =
    subject === null
      ? 0
      : integral(
          mapped(subject.share, (share) => Math.max(0, 1 - share)),
          0,
          reading.end,
        );
  const bookingsValue = bookingsLost * (1 - caughtUp) * merchants.valuePerBooking;
  const costs = number * failing * merchants.costs.reduce((sum, { perSecond }) => sum + perSecond, 0);
  return {
    id,
    name,
    service,
    bookingsLost,
    bookingsCaughtUp: bookingsLost * caughtUp,
    bookingsValue,
    costs,
    lost: bookingsValue + costs,
  };
}

/** What all merchants lose; null when the scenario has none. */
export function merchantsLost(reading: Reading): number | null {
  if (reading.scenario.merchants.length === 0) return null;
  return merchantsResults(reading).reduce((sum, { lost }) => sum + lost, 0);
}
