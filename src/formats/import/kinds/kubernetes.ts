/**
 * Kubernetes manifests: workloads with their replicas, where they may run, and the addresses that they are given.
 *
 * A zone of the topology labels is a data centre of its own, and so a site. Calls are guessed from addresses among the
 * environment (also from config maps) and the arguments, through the names of Services; those of init containers are
 * needed only to start. People ask what an Ingress, a route, a load balancer or a node port leads to.
 * Left out: jobs, autoscaling, probes, resources, secrets, and what a template has yet to fill in.
 */
import type { Span } from '../../../scenario/reading/span.js';
import type { TreeNode } from '../../../scenario/reading/tree.js';
import { addressesIn, guessedKind, isBackendImage, namesOfHost } from '../addresses.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import { child, entriesOf, has, itemsOf, numberOf, textOf } from '../reading/tree-access.js';
import { callOf, type System, serviceOf } from '../system.js';
import { entriesFor } from './kubernetes/entries.js';
import { Names } from './kubernetes/names.js';
import { zonesOf, zonesOfNodes } from './kubernetes/zones.js';

const WORKLOADS: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Pod',
  'Rollout',
  'DeploymentConfig',
]);
/** Read for what they say of workloads. */
const READ: ReadonlySet<string> = new Set([
  'Service',
  'ConfigMap',
  'Node',
  'Ingress',
  'HTTPRoute',
  'GRPCRoute',
  'VirtualService',
  'HorizontalPodAutoscaler',
  'List',
  'Namespace',
]);

export const kubernetes: ImportKind = {
  name: 'kubernetes',
  title: 'Kubernetes manifests',
  syntax: 'tree',
  expects: 'documents with "apiVersion", "kind" and "metadata", among them a Deployment or another workload',
  recognises: (content) =>
    content.syntax === 'tree' &&
    content.documents.some(
      (document) =>
        has(document, 'apiVersion', 'kind') &&
        !/backstage\.io|openslo/i.test(textOf(document, 'apiVersion') ?? '') &&
        (has(document, 'metadata') || has(document, 'items')),
    ),
  read({ content, name: file }, system, problems) {
    if (content.syntax !== 'tree') return;
    const objects = content.documents.flatMap(flattened);
    const of = (kind: string): TreeNode[] => objects.filter((object) => textOf(object, 'kind') === kind);
    const workloads = objects.filter((object) => WORKLOADS.has(textOf(object, 'kind') ?? ''));
    const names = new Names(workloads, of('Service'));
    const zones = zonesOfNodes(of('Node'));
    for (const workload of workloads)
      readWorkload(workload, names, zones, of('HorizontalPodAutoscaler'), system, problems);
    for (const workload of workloads) readCalls(workload, names, of('ConfigMap'), system);
    for (const [name, at, how] of entriesFor(objects, names))
      serviceOf(system, name, at).entry ??= { value: null, at, how };
    tellDropped(objects, system);
    const all = [...system.calls.values()].filter(({ kind }) => kind !== 'startup');
    if (all.length > 0) system.notes.push(note('configured-calls', null, { count: all.length }));
    if ([...system.services.values()].some(({ places }) => places !== null))
      system.notes.push(note('zones-are-sites', null));
    if (system.services.size === 0 && !problems.any) {
      problems.add('nothing-found', file, { why: 'there is no Deployment, StatefulSet, DaemonSet or Pod' });
    }
  },
};

/** Lists of objects are opened. */
function flattened(document: TreeNode): TreeNode[] {
  return /List$/.test(textOf(document, 'kind') ?? '') ? itemsOf(document, 'items').flatMap(flattened) : [document];
}

function readWorkload(
  workload: TreeNode,
  names: Names,
  zones: readonly string[],
  scalers: readonly TreeNode[],
  system: System,
  problems: ImportProblems,
): void {
  const name = names.of(workload);
  const at = child(workload, 'metadata', 'name')?.at ?? workload.at;
  if (name === null) {
    problems.add('missing', workload.at, { where: `the ${textOf(workload, 'kind')}`, key: 'metadata.name' });
    return;
  }
  if (system.services.has(name)) {
    const line = system.services.get(name)?.at.line ?? 0;
    problems.add('duplicate-node', at, { name, line });
    return;
  }
  const service = serviceOf(system, name, at);
  service.group = textOf(workload, 'metadata', 'namespace');
  const pod = podOf(workload);
  service.isBackend = itemsOf(pod, 'containers').some((container) => isBackendImage(textOf(container, 'image')));
  const scaler = scalers.find(
    (each) => textOf(each, 'spec', 'scaleTargetRef', 'name') === textOf(workload, 'metadata', 'name'),
  );
  const stated = child(workload, 'spec', 'replicas') ?? child(scaler ?? null, 'spec', 'minReplicas');
  const count = numberOf(stated, `${name}.replicas`, problems, { most: 1e6 });
  if (count === 0 && stated !== null) {
    system.services.delete(name);
    system.notes.push(note('dropped', stated.at, { what: `${name}: it has no replicas` }));
    return;
  }
  service.replicas =
    count !== null && stated !== null
      ? { value: Math.round(count), at: stated.at, how: scaler === undefined ? 'replicas' : 'replicas at least' }
      : { value: 1, at, how: 'no replicas stated: Kubernetes makes one' };
  const places = zonesOf(workload, pod, zones);
  if (places !== null) {
    service.places = { value: places.zones.map((site) => ({ site, zone: null })), at: places.at, how: places.how };
    if (textOf(workload, 'kind') === 'DaemonSet') {
      service.replicas = { value: places.zones.length, at, how: 'one a zone, at least' };
    }
  }
}

/** The specification of its pods. */
function podOf(workload: TreeNode): TreeNode | null {
  return textOf(workload, 'kind') === 'Pod' ? child(workload, 'spec') : child(workload, 'spec', 'template', 'spec');
}

function readCalls(workload: TreeNode, names: Names, configMaps: readonly TreeNode[], system: System): void {
  const from = names.of(workload);
  if (from === null || !system.services.has(from)) return;
  const pod = podOf(workload);
  for (const [list, kind] of [
    ['containers', 'required'],
    ['initContainers', 'startup'],
  ] as const) {
    for (const container of itemsOf(pod, list)) {
      for (const [how, value, at, isArgument] of valuesOf(container, configMaps)) {
        for (const { host, isSure } of addressesIn(how, value)) {
          const to = names.behind(host, textOf(workload, 'metadata', 'namespace'));
          if (to === from) continue;
          if (to !== null && system.services.has(to)) {
            const isKnown =
              kind === 'startup' && [...system.calls.values()].some((call) => call.from === from && call.to === to);
            if (!isKnown)
              callOf(system, {
                from,
                to,
                kind: kind === 'required' ? guessedKind(from, to) : kind,
                at,
                how: isArgument ? 'an argument' : how,
              });
          } else if (isSure && !isArgument && kind === 'required') {
            const { name, namespace } = namesOfHost(host);
            system.notes.push(note('dangling', at, { from, to: namespace === null ? host : name }));
          }
        }
      }
    }
  }
}

type Value = readonly [how: string, value: string, at: Span, isArgument: boolean];

/** Values that a container is given: variables, those of config maps, and arguments. */
function valuesOf(container: TreeNode, configMaps: readonly TreeNode[]): Value[] {
  const variables = new Map<string, Value>();
  for (const source of itemsOf(container, 'envFrom')) {
    const named = textOf(source, 'configMapRef', 'name');
    const map = configMaps.find((each) => textOf(each, 'metadata', 'name') === named);
    for (const [key, value] of entriesOf(map ?? null, 'data')) {
      variables.set(key, [key, textOf(value) ?? '', value.at, false]);
    }
  }
  for (const variable of itemsOf(container, 'env')) {
    const key = textOf(variable, 'name') ?? '';
    const reference = child(variable, 'valueFrom', 'configMapKeyRef');
    const map = configMaps.find((each) => textOf(each, 'metadata', 'name') === textOf(reference, 'name'));
    const node = child(variable, 'value') ?? child(map ?? null, 'data', textOf(reference, 'key') ?? '');
    if (node !== null) variables.set(key, [key, textOf(node) ?? '', node.at, false]);
  }
  const filled = [...variables.values()].map(
    ([key, value, at, isArgument]): Value => [
      key,
      value.replace(/\$\((\w+)\)/g, (whole, name: string) => variables.get(name)?.[1] ?? whole),
      at,
      isArgument,
    ],
  );
  const words = [...itemsOf(container, 'args'), ...itemsOf(container, 'command')].flatMap((word): Value[] => {
    const text = textOf(word) ?? '';
    // A script would have to be run to be understood.
    return text.includes('\n') ? [] : [['', text.replace(/^--?[\w.-]+=/, ''), word.at, true]];
  });
  return [...filled, ...words];
}

function tellDropped(objects: readonly TreeNode[], system: System): void {
  const dropped = new Map<string, { count: number; at: Span }>();
  for (const object of objects) {
    const kind = textOf(object, 'kind') ?? 'without a kind';
    if (WORKLOADS.has(kind) || READ.has(kind)) continue;
    const known = dropped.get(kind);
    if (known === undefined) dropped.set(kind, { count: 1, at: object.at });
    else known.count++;
  }
  for (const [kind, { count, at }] of dropped) system.notes.push(note('dropped', at, { what: `${count} x ${kind}` }));
}
