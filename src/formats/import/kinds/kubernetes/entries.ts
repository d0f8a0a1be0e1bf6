/** What people ask: workloads behind a load balancer, a node port, an Ingress or a route. */
import type { Span } from '../../../../scenario/reading/span.js';
import type { TreeNode } from '../../../../scenario/reading/tree.js';
import { itemsOf, textOf } from '../../reading/tree-access.js';
import type { Names } from './names.js';

export type KubernetesEntry = readonly [name: string, at: Span, how: string];

export function entriesFor(objects: readonly TreeNode[], names: Names): KubernetesEntry[] {
  return objects.flatMap((object): KubernetesEntry[] => {
    const kind = textOf(object, 'kind') ?? '';
    const namespace = textOf(object, 'metadata', 'namespace');
    if (kind === 'Service') {
      const type = textOf(object, 'spec', 'type') ?? '';
      const target = type === 'LoadBalancer' || type === 'NodePort' ? names.target(object) : null;
      return target === null ? [] : [[target, object.at, type]];
    }
    return backendsOf(object, kind).flatMap((host): KubernetesEntry[] => {
      const target = names.behind(host, namespace);
      return target === null ? [] : [[target, object.at, kind]];
    });
  });
}

/** Names of the Services that an Ingress or a route leads to. */
function backendsOf(object: TreeNode, kind: string): string[] {
  if (kind === 'Ingress') {
    const rules = itemsOf(object, 'spec', 'rules').flatMap((rule) => itemsOf(rule, 'http', 'paths'));
    const own =
      textOf(object, 'spec', 'defaultBackend', 'service', 'name') ?? textOf(object, 'spec', 'backend', 'serviceName');
    const named = rules.flatMap(
      (path) => textOf(path, 'backend', 'service', 'name') ?? textOf(path, 'backend', 'serviceName') ?? [],
    );
    return own === null ? named : [...named, own];
  }
  if (kind === 'HTTPRoute' || kind === 'GRPCRoute') {
    return itemsOf(object, 'spec', 'rules')
      .flatMap((rule) => itemsOf(rule, 'backendRefs'))
      .flatMap((reference) => textOf(reference, 'name') ?? []);
  }
  if (kind === 'VirtualService' && itemsOf(object, 'spec', 'gateways').some((gate) => textOf(gate) !== 'mesh')) {
    return ['http', 'tls', 'tcp']
      .flatMap((protocol) => itemsOf(object, 'spec', protocol))
      .flatMap((rule) => itemsOf(rule, 'route'))
      .flatMap((route) => textOf(route, 'destination', 'host') ?? []);
  }
  return [];
}
