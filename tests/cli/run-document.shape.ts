/**
 * The contract of `firebreak.run/1`, written down a second time on purpose: whoever renames a field breaks this.
 * Fields may be added, so objects may have more than is listed.
 */
import { z } from 'zod';

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?[+-]\d\d:\d\d$/);
const seconds = z.number();
const amount = z.number().min(0);
const share = z.number().min(0).max(1);
const hash = z.string().regex(/^[0-9a-f]+$/);
const text = z.looseObject({ en: z.string().optional(), ko: z.string().optional() });
const causes = z.looseObject({
  own: amount,
  site: amount,
  dependency: amount,
  overload: amount,
  operator: amount,
  shared: amount,
});

const service = z.looseObject({
  id: z.string(),
  name: text,
  availability: share.nullable(),
  downtimeSeconds: amount,
  notUpSeconds: amount,
  firstFailedAt: instant.nullable(),
  firstDownAt: instant.nullable(),
  firstFunctionAt: instant.nullable(),
  firstFunctionAfterSeconds: seconds.nullable(),
  restoredAt: instant.nullable(),
  restoredAfterSeconds: seconds.nullable(),
  fullFunctionAt: instant.nullable(),
  fullFunctionAfterSeconds: seconds.nullable(),
  relapses: z.int().min(0),
  userHoursLost: amount,
  requestsFailed: amount,
  workBounced: amount,
  writesLost: amount.nullable(),
  writesToMerge: amount.nullable(),
  recoveryPointSeconds: amount.nullable(),
  causes,
});

const totals = z.looseObject({
  userHoursLost: amount,
  causes,
  peakUsersAffected: amount,
  served50AfterSeconds: seconds.nullable(),
  served95AfterSeconds: seconds.nullable(),
  servicesEverDown: z.int().min(0),
  cost: amount.nullable(),
  requestsFailed: amount,
  writesLost: amount.nullable(),
  writesToMerge: amount.nullable(),
  recoveryPointSeconds: amount.nullable(),
  workBounced: amount,
  usersLeft: amount.nullable(),
  money: z.looseObject({
    currency: z.string().nullable(),
    revenue: z.number().nullable(),
    restoration: z.number().nullable(),
    credits: z.number().nullable(),
    uncovered: z.number().nullable(),
    uncoveredBy: z.looseObject({ indirect: amount, forceMajeure: amount, limits: amount }).nullable(),
    merchants: amount.nullable(),
  }),
  manualSteps: z.int().min(0),
});

const history = z.looseObject({
  rows: z.array(
    z.looseObject({
      id: z.string(),
      milestone: z.enum(['firstFunction', 'restored', 'fullFunction']),
      realAfterSeconds: seconds.nullable(),
      realBySeconds: seconds.nullable(),
      simulatedSeconds: seconds.nullable(),
      inside: z.boolean().nullable(),
      relativeDistance: amount.nullable(),
    }),
  ),
  scored: z.int().min(0),
  inside: z.int().min(0),
  spearman: z.number().min(-1).max(1).nullable(),
  medianRelativeDistance: amount.nullable(),
  baselines: z.array(
    z.looseObject({ name: z.string(), inside: z.int().min(0), spearman: z.number().min(-1).max(1).nullable() }),
  ),
});

export const RUN_DOCUMENT = z.looseObject({
  format: z.literal('firebreak.run/1'),
  scenario: z.looseObject({ title: text, sha256: hash.length(64) }),
  layout: z.string(),
  seed: z.string(),
  engine: z.string().min(1),
  recordHash: hash.min(8),
  originAt: instant.nullable(),
  simulatedSeconds: amount,
  events: z.int().min(1),
  stability: z.enum(['stable', 'vulnerable', 'metastable']),
  warnings: z.array(
    z.looseObject({
      code: z.string(),
      subjects: z.array(z.string()),
      count: z.int().min(0),
      message: z.string().min(1),
    }),
  ),
  defaulted: z.array(z.string()),
  services: z.array(service).min(1),
  sites: z.array(
    z.looseObject({
      id: z.string(),
      servers: z.array(z.looseObject({ afterSeconds: seconds, up: amount })).min(1),
    }),
  ),
  substitutes: z.array(z.looseObject({ id: z.string(), name: text, went: amount, peakUsers: amount, stayed: amount })),
  merchants: z.array(
    z.looseObject({ id: z.string(), name: text, service: z.string(), bookingsLost: amount, lost: amount }),
  ),
  terms: z.array(
    z.looseObject({
      id: z.string(),
      name: text,
      services: z.array(
        z.looseObject({
          id: z.string(),
          downtimeSeconds: amount,
          forceMajeureSeconds: amount,
          loss: amount,
          credit: amount,
        }),
      ),
      due: amount,
    }),
  ),
  totals,
  expectations: z.array(
    z.looseObject({
      name: z.string(),
      verdict: z.enum(['met', 'failed', 'inconclusive']),
      actual: z.number().nullable(),
      limit: z.number().nullable(),
      file: z.string(),
      line: z.int().min(1).nullable(),
      because: z.string().min(1),
      becauseSteps: z.array(z.string().min(1)),
    }),
  ),
  history: history.nullable(),
});
