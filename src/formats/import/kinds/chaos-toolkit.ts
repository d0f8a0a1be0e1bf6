/**
 * Chaos Toolkit experiments: actions that kill or slow a service become faults, their times from the pauses; the
 * steady state, looked at again after the method, becomes expectations.
 *
 * An action is known by what its function is called, whatever the extension. What does not map is listed: probes of
 * addresses that name no service, conditions on logs and metrics, actions on machines, controls, secrets.
 */
import type { TreeNode } from '../../../scenario/reading/tree.js';
import { namesOfHost } from '../addresses.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import { child, has, itemsOf, numberOf, textOf } from '../reading/tree-access.js';
import { type ImportedFault, type System, serviceOf } from '../system.js';

export const chaosToolkit: ImportKind = {
  name: 'chaos-toolkit',
  title: 'Chaos Toolkit experiment',
  syntax: 'tree',
  expects: 'a mapping with "steady-state-hypothesis" or "method"',
  recognises: (content) =>
    content.syntax === 'tree' &&
    has(content.documents[0], 'method') &&
    (has(content.documents[0], 'steady-state-hypothesis') || has(content.documents[0], 'title')),
  read({ content, name: file }, system, problems) {
    if (content.syntax !== 'tree') return;
    const [root] = content.documents;
    system.title = textOf(root, 'title');
    const end = readMethod(root, system, problems);
    endByRollbacks(root, end, system);
    const probes = itemsOf(root, 'steady-state-hypothesis', 'probes');
    for (const probe of probes) readProbe(probe, end, system);
    system.durationSeconds = Math.max(3600, end * 4);
    if (system.services.size === 0 && !problems.any) {
      problems.add('nothing-found', file, { why: 'no action and no probe names a service' });
    }
  },
};

/** Before the first action the system is at rest for so long. */
const REST_SECONDS = 60;

/** What an action does, by the name of its function. */
const ACTIONS: readonly (readonly [RegExp, ImportedFault['kind']])[] = [
  [
    /(kill|terminate|delete|stop|crash|remove|evict|shutdown|scale).*(micro_?service|deployment|pod|container|replica|statefulset|task|service|app|process)/i,
    'crash',
  ],
  [/(latency|delay|slow|stress|throttl)/i, 'slow'],
];

const NAME_KEYS = [
  'name',
  'service',
  'service_name',
  'app',
  'deployment',
  'deployment_name',
  'container_name',
  'microservice',
  'task',
  'label_selector',
  'ns_name_pattern',
];

/** @returns seconds at which the method is over */
function readMethod(root: TreeNode, system: System, problems: ImportProblems): number {
  let at = REST_SECONDS;
  const pause = (activity: TreeNode, when: string): number =>
    numberOf(child(activity, 'pauses', when), `pauses.${when}`, problems, { most: 1e7 }) ?? 0;
  for (const activity of itemsOf(root, 'method')) {
    at += pause(activity, 'before');
    if (textOf(activity, 'type') === 'action') readAction(activity, at, system, problems);
    at += pause(activity, 'after');
  }
  return at;
}

function readAction(action: TreeNode, atSeconds: number, system: System, problems: ImportProblems): void {
  const what = calledBy(action);
  const kind = ACTIONS.find(([pattern]) => pattern.test(what))?.[1];
  const named = serviceNamedBy(action);
  const replicas = child(action, 'provider', 'arguments', 'replicas');
  const left = numberOf(replicas, 'replicas', problems, { most: 1e6 });
  if (kind === undefined || named === null || (left ?? 0) > 0) {
    system.notes.push(note('not-mapped', action.at, { what: `action "${textOf(action, 'name') ?? what}"` }));
    return;
  }
  serviceOf(system, named, action.at).entry ??= { value: null, at: action.at, how: 'of the experiment' };
  system.faults.push({
    kind,
    service: named,
    atSeconds,
    untilSeconds: null,
    servers: null,
    factor: kind === 'slow' ? 10 : null,
    at: action.at,
    how: what,
  });
}

/** A rollback that starts again what an action stopped ends the fault once the hypothesis was looked at. */
function endByRollbacks(root: TreeNode, end: number, system: System): void {
  for (const rollback of itemsOf(root, 'rollbacks')) {
    const what = calledBy(rollback);
    const named = serviceNamedBy(rollback);
    const place = system.faults.findIndex(({ service, untilSeconds }) => service === named && untilSeconds === null);
    if (named === null || place < 0 || !/(start|scale|restore|rollback|remove|deploy|uncordon|recover)/i.test(what)) {
      system.notes.push(note('not-mapped', rollback.at, { what: `rollback "${textOf(rollback, 'name') ?? what}"` }));
    } else
      system.faults[place] = {
        ...system.faults[place],
        untilSeconds: Math.max(end, system.faults[place].atSeconds + 1),
      };
  }
}

function readProbe(probe: TreeNode, end: number, system: System): void {
  const title = textOf(probe, 'name') ?? 'probe';
  const what = calledBy(probe);
  const isHealth = /(all_microservices_healthy|all_pods_healthy|healthy|available|is_running|ready)/i.test(what);
  const host = /^[a-z]+:\/\/([^/:]+)/i.exec(textOf(probe, 'provider', 'url') ?? '')?.[1] ?? null;
  const named =
    serviceNamedBy(probe) ?? (host !== null && !/^[\d.]+$|^localhost$/.test(host) ? namesOfHost(host).name : null);
  const hit = [...new Set(system.faults.map(({ service }) => service))].filter((each) => each !== null);
  const subjects = named !== null ? [named] : isHealth ? hit : [];
  if (subjects.length === 0) {
    system.notes.push(note('not-mapped', probe.at, { what: `probe "${title}": it names no service` }));
    return;
  }
  const first = Math.min(...system.faults.map(({ atSeconds }) => atSeconds), end);
  for (const service of subjects) {
    serviceOf(system, service, probe.at);
    system.expectations.push({
      name: subjects.length > 1 ? `${title}: ${service}` : title,
      service,
      measure: 'restoredAfterSeconds',
      atLeast: null,
      atMost: `${Number(Math.max(1, end - first).toFixed(6))}s`,
      at: probe.at,
      how: 'steady state after the method',
    });
  }
}

/** Module and function, command or address: whatever it does. */
function calledBy(activity: TreeNode): string {
  return (
    textOf(activity, 'provider', 'func') ??
    textOf(activity, 'provider', 'path') ??
    textOf(activity, 'provider', 'url') ??
    'an activity'
  );
}

function serviceNamedBy(activity: TreeNode): string | null {
  const given = child(activity, 'provider', 'arguments');
  for (const key of NAME_KEYS) {
    const value = textOf(given, key);
    // `app=cart` selects what is labelled so.
    if (value !== null && value !== '') return value.split(',')[0].split('=').at(-1)?.trim() ?? null;
  }
  return null;
}
