/**
 * docker-compose files. `depends_on` is the order of starting: a need of kind `startup`, never a call. Calls are guessed
 * from `links` and from addresses among the environment and the arguments; people ask what publishes a port.
 *
 * Left out: networks, volumes, health checks, `extends`, `include`, files of variables.
 */
import type { Span } from '../../../scenario/reading/span.js';
import type { TreeNode } from '../../../scenario/reading/tree.js';
import {
  type Address,
  addressesIn,
  guessedKind,
  isBackendImage,
  namedAfter,
  namesOfHost,
  withDefaults,
} from '../addresses.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import { child, entriesOf, gotText, itemsOf, numberFrom, textOf } from '../reading/tree-access.js';
import { callOf, type System, serviceOf } from '../system.js';

export const dockerCompose: ImportKind = {
  name: 'docker-compose',
  title: 'docker-compose file',
  syntax: 'tree',
  expects: 'a mapping "services", each with an image, a build or a command',
  recognises(content) {
    if (content.syntax !== 'tree') return false;
    const services = entriesOf(content.documents[0], 'services');
    return (
      child(content.documents[0], 'firebreak') === null &&
      services.length > 0 &&
      services.some(([, service]) =>
        ['image', 'build', 'command', 'depends_on', 'extends'].some((key) => child(service, key) !== null),
      )
    );
  },
  read({ content, name: file }, system, problems) {
    if (content.syntax !== 'tree') return;
    const services = content.documents.flatMap((document) => entriesOf(document, 'services'));
    /** Names under which containers reach each other. */
    const hosts = new Map<string, string>();
    for (const [name, node, at] of services) {
      if (node.kind !== 'map') {
        problems.add('wrong-type', node.at, { where: `services.${name}`, expected: 'a mapping', got: gotText(node) });
        continue;
      }
      readService(name, node, at, system, problems);
      for (const host of [textOf(node, 'container_name'), textOf(node, 'hostname'), name, ...aliasesOf(node)]) {
        if (host !== null) hosts.set(host, name);
      }
    }
    for (const [name, node] of services) if (node.kind === 'map') readNeeds(name, node, hosts, system);
    tellGuesses(system);
    if (system.services.size === 0 && !problems.any)
      problems.add('nothing-found', file, { why: '"services" is empty' });
  },
};

function readService(name: string, node: TreeNode, at: Span, system: System, problems: ImportProblems): void {
  const service = serviceOf(system, name, at);
  service.isBackend = isBackendImage(textOf(node, 'image'));
  const replicas = child(node, 'deploy', 'replicas') ?? child(node, 'scale');
  const written = textOf(replicas);
  if (replicas !== null && written !== null) {
    // ${REPLICAS:-3}
    const [, fallback] = /^\$\{\w+:?-(.*)\}$/.exec(written) ?? [];
    const isVariable = written.startsWith('$') && fallback === undefined;
    const count = isVariable
      ? null
      : numberFrom(fallback ?? written, replicas.at, `services.${name}.replicas`, problems, { most: 1e6 });
    if (isVariable) system.notes.push(note('dropped', replicas.at, { what: `replicas of ${name}: ${written}` }));
    if (count === 0) system.notes.push(note('dropped', replicas.at, { what: `replicas of ${name}: 0` }));
    else if (count !== null) service.replicas = { value: Math.round(count), at: replicas.at, how: 'replicas' };
  }
  const ports = itemsOf(node, 'ports').filter((port) => textOf(port) !== null || textOf(port, 'published') !== null);
  if (ports.length > 0 && !service.isBackend) service.entry = { value: null, at: ports[0].at, how: 'publishes a port' };
  const sites = itemsOf(node, 'deploy', 'placement', 'constraints').flatMap((constraint) => {
    const [, site] =
      /^node\.labels\.(?:[\w.-]*\.)?(?:zone|site|datacenter|datacentre|dc|region)\s*==\s*(\S+)$/.exec(
        textOf(constraint) ?? '',
      ) ?? [];
    return site === undefined ? [] : [{ site, at: constraint.at }];
  });
  if (sites.length > 0) {
    service.places = { value: sites.map(({ site }) => ({ site, zone: null })), at: sites[0].at, how: 'placement' };
  }
}

function aliasesOf(node: TreeNode): string[] {
  return entriesOf(node, 'networks').flatMap(([, network]) =>
    itemsOf(network, 'aliases').flatMap((each) => textOf(each) ?? []),
  );
}

function readNeeds(name: string, node: TreeNode, hosts: ReadonlyMap<string, string>, system: System): void {
  const after = [
    ...itemsOf(node, 'depends_on').map((item) => [textOf(item), item.at] as const),
    ...entriesOf(node, 'depends_on').map(([key, , at]) => [key, at] as const),
  ];
  for (const [to, at] of after) {
    if (to === null || to === name) continue;
    if (!system.services.has(to)) system.notes.push(note('dangling', at, { from: name, to }));
    else callOf(system, { from: name, to, kind: 'startup', at, how: 'depends_on' });
  }
  for (const link of itemsOf(node, 'links')) {
    const to = (textOf(link) ?? '').split(':')[0];
    if (system.services.has(to) && to !== name)
      callOf(system, { from: name, to, kind: 'required', at: link.at, how: 'links' });
  }
  for (const { address, at, how } of addressesOf(node, system)) {
    const to = hosts.get(address.host) ?? hosts.get(namesOfHost(address.host).name);
    if (to === name) continue;
    if (to !== undefined) callOf(system, { from: name, to, kind: guessedKind(name, to), at, how });
    else if (address.isSure) system.notes.push(note('dangling', at, { from: name, to: address.host }));
  }
}

interface Found {
  readonly address: Address;
  readonly at: Span;
  readonly how: string;
}

function addressesOf(node: TreeNode, system: System): Found[] {
  const variables = [
    ...entriesOf(node, 'environment').map(([key, value]) => [key, textOf(value) ?? '', value.at] as const),
    ...itemsOf(node, 'environment').map((item) => {
      const [key, ...rest] = (textOf(item) ?? '').split('=');
      return [key, rest.join('='), item.at] as const;
    }),
  ];
  const words = [
    child(node, 'command'),
    child(node, 'entrypoint'),
    ...itemsOf(node, 'command'),
    ...itemsOf(node, 'entrypoint'),
  ];
  return [
    ...variables.flatMap(([key, written, at]) => {
      const value = withDefaults(written);
      // The value comes from the shell or from a file beside: the name says whose address it is.
      const named = value === '' || value.includes('$') ? namedAfter(key, system.services.keys()) : null;
      if (named !== null) return [{ address: { host: named, isSure: false }, at, how: `${key}, by its name` }];
      return addressesIn(key, value).map((address) => ({ address, at, how: key }));
    }),
    ...words.flatMap((word) =>
      word === null
        ? []
        : addressesIn('', (textOf(word) ?? '').replace(/^--?[\w.-]+=/, '')).map((address) => ({
            address: { ...address, isSure: false },
            at: word.at,
            how: 'an argument',
          })),
    ),
  ];
}

function tellGuesses(system: System): void {
  const all = [...system.calls.values()];
  const starts = all.filter(({ kind }) => kind === 'startup').length;
  if (starts > 0) system.notes.push(note('start-order', null, { count: starts }));
  if (all.length > starts) system.notes.push(note('configured-calls', null, { count: all.length - starts }));
}
