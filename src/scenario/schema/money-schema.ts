import { z } from 'zod';
import { DEFAULTS } from '../defaults.js';
import { optional, required } from './leaf.js';
import { amount, duration, id, positiveAmount, positiveShare, rate, reference, share, text } from './values.js';

export const merchantsSchema = z.strictObject({
  name: optional(text, 'Their name; the id when left out.'),
  service: required(reference, 'Service or journey through which their customers come.', ''),
  number: required(positiveAmount, 'How many there are.', 1),
  bookings: required(rate, 'Bookings that one of them gets, whichever way they come: 10/d.', '1/d'),
  through: required(positiveShare, 'Share of those that arrive through the service.', '100%'),
  value: required(amount, 'Money that one booking brings.', 0),
  caughtUp: optional(share, 'Of the bookings that were lost, how many are made up later.', '0%'),
  costs: optional(
    z.record(id, z.strictObject({ perWeek: required(amount, 'Money a week.', 0) })),
    'What one of them pays and gets nothing for while the service fails, for example an advertisement.',
  ),
});

const tier = z.strictObject({
  from: required(duration, 'From this downtime on.', '0s'),
  share: required(share, "Of a month's price.", '0%'),
});

export const termsSchema = z.strictObject({
  name: optional(text, 'Its name; the id when left out.'),
  services: required(
    z.union([z.literal('all'), z.array(reference)]),
    'Services and journeys that they are about; `all`: whatever has users.',
    'all',
  ),
  paidUsers: required(amount, 'People who pay for each of them.', 0),
  pricePerMonth: required(amount, 'What each of them pays a month of 30 days for each service.', 0),
  threshold: optional(duration, 'Downtime of a service in the whole run up to which nothing is due.', '0s'),
  refund: required(
    z.union([
      z.strictObject({ multiple: required(positiveAmount, 'So many times the price of the downtime.', 1) }),
      z.strictObject({
        tiers: required(z.array(tier), "Shares of a month's price by downtime; the last that fits.", []),
      }),
    ]),
    'What is due.',
    { multiple: 1 },
  ),
  most: optional(positiveAmount, "At most so many times a month's price.", DEFAULTS.mostRefund),
  excludes: optional(
    z.strictObject({
      forceMajeure: optional(
        z.array(reference),
        'Ids or kinds of faults that count as force majeure: downtime that goes back to them alone is not paid.',
      ),
      indirect: optional(
        z.boolean(),
        'Indirect, special and punitive damages: what merchants lose is not paid.',
        'false',
      ),
    }),
    'What these terms do not pay.',
  ),
});

/** A month's prices of what a layout is made of. */
export const pricesSchema = z.strictObject({
  perServer: optional(amount, 'A server, in use, standing by or spare, where its deployment states no `cost`.', '0'),
  perSite: optional(amount, 'A site that states no `cost`.', '0'),
  perLink: optional(amount, 'A link that states no `cost`.', '0'),
  perPerson: optional(amount, 'One person of a team of `recovery.teams`, on call or in reserve.', '0'),
});

export const restorationSchema = z.strictObject({
  perPersonHour: optional(amount, 'Wage of one who repairs, an hour at work on a task.', '0'),
  perServerRepaired: optional(amount, 'A server that was found dead after a power loss.', '0'),
  perServerReplaced: optional(amount, 'A server that was destroyed.', '0'),
  perServerRebuilt: optional(amount, 'A server that was set up on another site.', '0'),
});
