import { z } from 'zod';
import { DEFAULT_TEAM, DEFAULTS } from '../defaults.js';
import { TASK_STAGES } from '../model.js';
import { optional, required } from './leaf.js';
import { admissionSchema, byHandFactor } from './service-schema.js';
import {
  count,
  distribution,
  id,
  moment,
  positiveCount,
  positiveShare,
  rate,
  reference,
  share,
  text,
  timeOfDay,
} from './values.js';

const task = z.strictObject({
  duration: optional(
    distribution,
    'How long it takes; must be stated where the class that it is like has no such stage.',
  ),
  team: optional(reference, 'Who does it.'),
  people: optional(count, 'How many of them it holds.', '1'),
});

const stage = z.union([z.literal('none'), task]);

export const classSchema = z.strictObject({
  name: optional(text, 'Its name; the id when left out.'),
  like: optional(reference, 'The class that it differs from.', 'the built-in one of its name, else stateless'),
  check: optional(stage, 'Data check or restore, before it serves.'),
  start: optional(stage, 'Configuration and start of the programs once the servers are up.'),
  verify: optional(stage, 'Verification, after which it is at full function.'),
  rebuild: optional(stage, "Building it from nothing on another site's spare servers; `none`: it cannot be."),
  serveFirst: optional(z.boolean(), 'Serves before its check is done.'),
  quorum: optional(positiveShare, 'Share of its servers that must be up before the next stages begin.'),
  byHand: optional(byHandFactor, 'Without its tools, so many times slower; `never`: the task waits for them.'),
  admission: optional(
    admissionSchema,
    'What its services let in when they come back, in steps; everybody at once when left out.',
  ),
});

/** What some people of a team can do, and when they come. */
const ability = {
  classes: optional(
    z.array(reference),
    'They work only on services of these classes, and so neither boot nor repair servers; on everything when left out.',
  ),
  stages: optional(z.array(z.enum(TASK_STAGES)), 'They do only this; everything when left out.'),
};

const group = z.strictObject({
  people: required(positiveCount, 'How many.', 1),
  ...ability,
  from: optional(moment, 'They do not work before this.', "the team's"),
  called: optional(
    distribution,
    'In reserve: they come this long after work that they could do first had to wait for people.',
  ),
});

const team = z.strictObject({
  name: optional(text, 'Its name; the id when left out.'),
  people: required(positiveCount, 'How many, beside those in `groups`.', 1),
  ...ability,
  groups: optional(z.record(id, group), 'More people of it, who have a skill of their own or are in reserve.'),
  from: optional(moment, 'Nobody of it works before this.', '0s'),
  onSite: optional(z.boolean(), 'Whether its work is at the machines and needs entry to the site.', 'false'),
});

const power = z.union([z.literal('never'), moment]);

export const recoverySchema = z.strictObject({
  power: optional(
    z.record(z.string(), z.union([power, z.record(z.string(), power)])),
    'When power is back, by site or by site and zone; without an entry, when the fault ends.',
  ),
  teams: optional(
    z.record(id, z.union([positiveCount, team])),
    'Who repairs: people by team.',
    `{ ${DEFAULT_TEAM}: ${DEFAULTS.teamPeople.written} }`,
  ),
  order: optional(
    z.union([z.enum(['scenario', 'users', 'dependency', 'critical-path']), z.array(reference)]),
    'What comes first: as `services` are written, most `users` first, what others need first, or the longest way back first; or a list of services, after which come the others, most users first.',
    'users',
  ),
  strategy: optional(
    z.enum(['wait', 'rebuild', 'first']),
    '`wait` for the site, `rebuild` elsewhere, or whichever is `first`.',
    'wait',
  ),
  unlimitedPeople: optional(z.boolean(), 'As if there were always people enough: a lower bound.', 'false'),
  boot: optional(
    z.strictObject({
      team: optional(reference, 'Who boots servers.', 'platform, else the largest team'),
      byHand: optional(rate, 'Servers an hour that one person boots by hand.', DEFAULTS.bootByHand),
      byTool: optional(rate, 'Servers an hour and site with the tools alive.', DEFAULTS.bootByTool),
      tools: optional(z.array(reference), 'Services without which it is done by hand.'),
      casualties: optional(share, 'Servers that are dead after a power loss and need repair.', '0%'),
      repair: optional(task, 'Repair of those.', DEFAULTS.repairTime),
      wave: optional(positiveCount, 'Servers in one wave.', DEFAULTS.bootWave),
    }),
    'How servers come back once they have power.',
  ),
  nightPause: optional(
    z.strictObject({
      from: required(timeOfDay, 'Local time.', '0:00'),
      to: required(timeOfDay, 'Local time.', '0:00'),
    }),
    'No task is begun in these hours.',
  ),
});
