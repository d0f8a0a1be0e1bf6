/**
 * MiSim: an architecture, an experiment, and the file of rates that it names.
 *
 * The dialects differ: `microservices` with operations that name the callee as `service` and `operation`, or as
 * `service.operation`; an experiment with `simulation_metadata`, generators in a list or by name, and injections under any
 * key (`Monkey#1`), or with `chaosmonkeys` and `request_generators`. Operations of a service are one here, weighted alike.
 * An instance does capacity / demand requests a second. Left out: autoscaling, load balancers, network latency, delays.
 */
import type { TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import type { Content } from '../reading/source-file.js';
import { child, entriesOf, has, itemsOf, MOST_RATE, numberOf, textOf, wantText } from '../reading/tree-access.js';
import { callOf, type System, serviceOf } from '../system.js';

export const misim: ImportKind = {
  name: 'misim',
  title: 'MiSim',
  syntax: 'tree',
  expects: 'an architecture with "microservices", or an experiment with "simulation_metadata" or "generators"',
  recognises: (content) => isArchitecture(content) || isExperiment(content),
  read({ content, name: file }, system, problems) {
    if (content.syntax !== 'tree') return;
    const [root] = content.documents;
    if (isArchitecture(content)) {
      readArchitecture(root, system, problems);
      if (system.services.size === 0 && !problems.any)
        problems.add('nothing-found', file, { why: '"microservices" is empty' });
    } else readExperiment(root, system, problems);
  },
};

function isArchitecture(content: Content): boolean {
  return content.syntax === 'tree' && itemsOf(content.documents[0], 'microservices').length > 0;
}

function isExperiment(content: Content): boolean {
  if (content.syntax !== 'tree') return false;
  const [root] = content.documents;
  return [
    'simulation_metadata',
    'simulation_meta_data',
    'request_generators',
    'generators',
    'chaosmonkeys',
    'chaos_monkeys',
  ].some((key) => has(root, key));
}

function readArchitecture(root: TreeNode, system: System, problems: ImportProblems): void {
  system.measuresCalls = true;
  const all = itemsOf(root, 'microservices');
  const names = new Set(all.flatMap((each) => textOf(each, 'name') ?? []));
  for (const [i, each] of all.entries()) {
    const where = `microservice ${i + 1}`;
    const name = wantText(each, 'name', where, problems);
    if (name === null) continue;
    const at = child(each, 'name')?.at ?? each.at;
    const service = serviceOf(system, name, at);
    const instances = child(each, 'instances');
    const count = numberOf(instances, `${name}.instances`, problems, { most: 1e6, positive: true });
    if (count !== null && instances !== null)
      service.replicas = { value: Math.round(count), at: instances.at, how: 'instances' };
    const capacity = numberOf(child(each, 'capacity'), `${name}.capacity`, problems, { most: 1e12, positive: true });
    const operations = itemsOf(each, 'operations');
    const demands = operations.flatMap(
      (operation) => numberOf(child(operation, 'demand'), `${name}.demand`, problems, { most: 1e12 }) ?? [],
    );
    const demand = demands.length === 0 ? 0 : demands.reduce((sum, value) => sum + value, 0) / demands.length;
    if (capacity !== null && demand > 0) {
      service.capacity = {
        value: capacity / demand,
        at: child(each, 'capacity')?.at ?? at,
        how: `capacity ${capacity} / demand ${demand}`,
      };
    }
    if (operations.length > 1)
      system.notes.push(
        note('dropped', at, { what: `which operation of ${name} is asked: its ${operations.length} are one` }),
      );
    const retries = retriesOf(each, name, system, problems);
    for (const operation of operations) readCalls(operation, name, names, operations.length, retries, system, problems);
    for (const pattern of [...itemsOf(each, 'patterns'), ...itemsOf(each, 's_patterns')]) {
      const type = textOf(pattern, 'type') ?? 'pattern';
      if (type !== 'retry') system.notes.push(note('not-mapped', pattern.at, { what: `${type} of ${name}` }));
    }
    const balancer = child(each, 'loadbalancer_strategy');
    if (balancer !== null && textOf(balancer) !== 'even')
      system.notes.push(note('not-mapped', balancer.at, { what: `loadbalancer_strategy of ${name}` }));
  }
  const latency = child(root, 'network_latency');
  if (latency !== null)
    system.notes.push(
      note('not-mapped', latency.at, {
        what: `network_latency ${textOf(latency)}: within a site nothing takes time on the way`,
      }),
    );
}

/** MiSim tries so often where a retry states nothing. */
const USUAL_TRIES = 5;

function retriesOf(
  each: TreeNode,
  name: string,
  system: System,
  problems: ImportProblems,
): { value: number; at: TreeNode } | null {
  const pattern = itemsOf(each, 'patterns').find((item) => textOf(item, 'type') === 'retry');
  if (pattern === undefined) return null;
  const tries =
    [
      child(pattern, 'config', 'maxTries'),
      child(pattern, 'config', 'max_tries'),
      child(pattern, 'strategy', 'config', 'maxTries'),
    ].find((node) => node !== null) ?? null;
  const count = numberOf(tries, `${name}.retry.maxTries`, problems, { most: 101, positive: true });
  system.notes.push(note('not-mapped', pattern.at, { what: `the growing waits between the retries of ${name}` }));
  return { value: Math.max(0, Math.round(count ?? USUAL_TRIES) - 1), at: tries ?? pattern };
}

function readCalls(
  operation: TreeNode,
  from: string,
  names: ReadonlySet<string>,
  operations: number,
  retries: { readonly value: number; readonly at: TreeNode } | null,
  system: System,
  problems: ImportProblems,
): void {
  for (const dependency of itemsOf(operation, 'dependencies')) {
    const written =
      textOf(dependency, 'service') ??
      textOf(dependency, 'microservice') ??
      (textOf(dependency, 'operation') ?? '').split('.')[0];
    if (!names.has(written)) {
      problems.add('unknown-node', dependency.at, { name: written });
      continue;
    }
    const chance =
      numberOf(child(dependency, 'probability'), `${from} -> ${written}: probability`, problems, { most: 1 }) ?? 1;
    if (chance === 0) {
      system.notes.push(note('dropped', dependency.at, { what: `${from} -> ${written}: its probability is 0` }));
      continue;
    }
    const call = callOf(system, { from, to: written, kind: 'required', at: dependency.at, how: 'dependency' });
    const calls = (call.perRequest?.value ?? 0) + chance / operations;
    call.perRequest = { value: calls, at: dependency.at, how: 'probability' };
    if (retries !== null) call.retries = { value: retries.value, at: retries.at.at, how: 'retry' };
  }
}

function readExperiment(root: TreeNode, system: System, problems: ImportProblems): void {
  const meta = child(root, 'simulation_metadata') ?? child(root, 'simulation_meta_data');
  system.title = textOf(meta, 'experiment_name') ?? textOf(meta, 'name');
  const duration = numberOf(child(meta, 'duration'), 'duration', problems, { most: 1e8, positive: true });
  if (duration !== null) system.durationSeconds = duration;
  const seed = child(meta, 'seed');
  if (seed !== null) system.notes.push(note('dropped', seed.at, { what: `seed ${textOf(seed)}: name it with --seed` }));
  for (const [key, value] of entriesOf(root)) {
    if (key === 'simulation_metadata' || key === 'simulation_meta_data') continue;
    const items =
      value.kind === 'list' ? value.items : isOne(value) ? [value] : entriesOf(value).map(([, item]) => item);
    for (const item of items) readPart(item, key, system, problems);
  }
}

function isOne(node: TreeNode): boolean {
  return has(node, 'type') || has(node, 'config') || has(node, 'microservice') || has(node, 'target_operation');
}

function readPart(part: TreeNode, key: string, system: System, problems: ImportProblems): void {
  const config = child(part, 'config') ?? part;
  const type = (textOf(part, 'type') ?? key).toLowerCase().replace(/[#\d\s_]+/g, '');
  if (/monkey/.test(type)) readMonkey(config, system, problems);
  else if (/limbo|interval|generator/.test(type)) readGenerator(part, config, type, system, problems);
  else if (part.kind === 'map') system.notes.push(note('not-mapped', part.at, { what: textOf(part, 'type') ?? key }));
}

function readMonkey(config: TreeNode, system: System, problems: ImportProblems): void {
  const service = textOf(config, 'microservice') ?? textOf(config, 'target');
  if (service === null) {
    problems.add('missing', config.at, { where: 'the chaos monkey', key: 'microservice' });
    return;
  }
  const time = child(config, 'arrival_time') ?? child(config, 'time');
  const killed = child(config, 'killed_instance_count') ?? child(config, 'instances');
  const atSeconds = numberOf(time, 'arrival_time', problems, { most: 1e8 });
  const servers = numberOf(killed, 'killed_instance_count', problems, { most: 1e6, positive: true });
  system.faults.push({
    kind: 'crash',
    service,
    atSeconds: atSeconds ?? 0,
    untilSeconds: null,
    servers,
    factor: null,
    at: config.at,
    how: 'chaos monkey',
  });
}

function readGenerator(part: TreeNode, config: TreeNode, type: string, system: System, problems: ImportProblems): void {
  const target = textOf(config, 'target_operation') ?? textOf(config, 'operation') ?? textOf(config, 'microservice');
  if (target === null) {
    problems.add('missing', part.at, { where: 'the generator', key: 'target_operation' });
    return;
  }
  const service = textOf(config, 'microservice') ?? target.split('.')[0];
  const model = textOf(config, 'model') ?? textOf(config, 'limbo_model');
  const interval = numberOf(child(config, 'interval'), 'interval', problems, { most: 1e8, positive: true });
  if (interval !== null && 1 / interval > MOST_RATE)
    problems.add('absurd', part.at, { where: 'interval', got: interval, most: MOST_RATE });
  if (/limbo/.test(type) || model !== null) {
    const file = (model ?? '').split(/[/\\]/).at(-1) ?? '';
    system.loads.push({ service, file, ratePerSecond: null, at: part.at });
  } else
    system.loads.push({ service, file: null, ratePerSecond: interval === null ? null : 1 / interval, at: part.at });
}
