/**
 * The shape of a scenario file. Names, sums and circles are `checks/`; sources are taken off before (`provenance.ts`),
 * layouts are laid over before (`reading/overlay.ts`), and parameters of faults are those of the table handed in.
 */
import { z } from 'zod';
import { expectationSchema } from './expectation-schema.js';
import { historySchema } from './history-schema.js';
import { optional, required } from './leaf.js';
import { merchantsSchema, pricesSchema, restorationSchema, termsSchema } from './money-schema.js';
import { classSchema, recoverySchema } from './recovery-schema.js';
import { journeySchema, serviceSchema } from './service-schema.js';
import { linkSchema, siteSchema } from './site-schema.js';
import {
  id,
  instant,
  line,
  moment,
  positiveAmount,
  positiveDistribution,
  positiveDuration,
  rate,
  reference,
  text,
} from './values.js';

const profileSteps = z.array(z.union([z.number(), z.string()]));

/** What every fault has; the rest depends on its kind. */
const faultSchema = z.looseObject({
  id: optional(id, 'Its name; the kind and a number when left out.'),
  at: required(moment, 'When it begins.', '0s'),
  kind: required(reference, 'What happens.', ''),
  until: optional(moment, 'When it ends by itself.'),
});

/** What every fault that comes by chance has; the rest depends on its kind. */
const rateSchema = z.looseObject({
  kind: required(reference, 'What happens, as in `faults`.', ''),
  frequency: required(
    rate,
    'How often it begins while it is not there: 0.5/y is once in two years. By chance, without memory.',
    '1/y',
  ),
  for: optional(positiveDistribution, 'How long it lasts; until it is repaired when left out.'),
});

export const scenarioSchema = z.strictObject({
  $schema: optional(z.string(), 'Where the JSON Schema is, for editors.'),
  firebreak: required(z.number(), 'Version of this format: 1.', 1),
  title: required(text, 'What it is about.', '-'),
  purpose: optional(text, 'What it is for.'),
  start: required(
    instant,
    'Wall-clock time at which the run starts; its zone is that of all clocks.',
    '2000-01-01T00:00:00Z',
  ),
  duration: required(positiveDuration, 'How long the run is.', '1d'),
  currency: optional(line, 'Of all money in the file, for example KRW.'),
  prices: optional(pricesSchema, 'What a layout costs a month; what states no price costs nothing.'),
  frequency: optional(
    rate,
    'How often what this file tells is expected to happen: 0.02/y is once in fifty years. Studies then tell the expected loss a year.',
  ),
  sites: required(z.record(id, siteSchema), 'Data centres.', {}),
  links: optional(z.array(linkSchema), 'Connections between sites; sites without one reach each other by default.'),
  profiles: optional(
    z.record(id, z.union([profileSteps, z.strictObject({ steps: required(profileSteps, 'The values.', [1]) })])),
    'Daily shapes of demand: 24 or 48 values from 00:00 local time (or any number that divides the day), each a share of the peak: 0.8 or 80%.',
  ),
  populations: optional(
    z.record(id, z.union([positiveAmount, z.strictObject({ people: required(positiveAmount, 'How many.', 1) })])),
    'People who use several services, counted once in totals.',
  ),
  classes: optional(
    z.record(id, classSchema),
    'How services of one kind are brought back: durations belong to classes, never to one service.',
  ),
  services: required(z.record(id, serviceSchema), 'What users or other services call.', {}),
  journeys: optional(z.record(id, journeySchema), 'What users do: demand and needs, no servers.'),
  substitutes: optional(
    z.record(id, z.union([text, z.strictObject({ name: required(text, 'Its name.', '-') })])),
    'What users may leave for; those named by `users.substitutes` alone need no entry.',
  ),
  merchants: optional(z.record(id, merchantsSchema), 'People who live off a service: what they lose with it.'),
  terms: optional(z.record(id, termsSchema), 'What is owed to those who pay, and what is not.'),
  restoration: optional(restorationSchema, 'What repair costs; without it the cost is unknown.'),
  faults: optional(z.array(faultSchema), 'What goes wrong, and when.'),
  rates: optional(
    z.record(id, rateSchema),
    'What goes wrong by chance, and how often, with the parameters of `faults`: for `firebreak availability` alone.',
  ),
  recovery: optional(recoverySchema, 'How it comes back.'),
  expect: optional(z.array(expectationSchema), 'What must hold.'),
  history: optional(historySchema, 'What really happened, to score the run against.'),
  solver: optional(
    z.strictObject({ tolerance: optional(positiveAmount, "Multiplies every tolerance of the flow's solver.", '1') }),
    'For tests of the program itself.',
  ),
});

export type RawScenario = z.output<typeof scenarioSchema>;
