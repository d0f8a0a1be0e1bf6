/** Names of workloads, and which of them answers under the name of a Service. */
import type { TreeNode } from '../../../../scenario/reading/tree.js';
import { namesOfHost } from '../../addresses.js';
import { child, entriesOf, textOf } from '../../reading/tree-access.js';

export class Names {
  private readonly workloads: readonly TreeNode[];
  private readonly services: readonly TreeNode[];
  /** Names that several namespaces have. */
  private readonly shared: ReadonlySet<string>;
  private readonly known = new Map<string, string | null>();

  constructor(workloads: readonly TreeNode[], services: readonly TreeNode[]) {
    this.workloads = workloads;
    this.services = services;
    const spaces = new Map<string, Set<string>>();
    for (const workload of workloads) {
      const name = textOf(workload, 'metadata', 'name') ?? '';
      spaces.set(name, (spaces.get(name) ?? new Set()).add(namespaceOf(workload)));
    }
    this.shared = new Set([...spaces].filter(([, all]) => all.size > 1).map(([name]) => name));
  }

  /** The workload's name; with its namespace where several have one of that name. */
  of(workload: TreeNode): string | null {
    const name = textOf(workload, 'metadata', 'name');
    return name !== null && this.shared.has(name) ? `${name}.${namespaceOf(workload)}` : name;
  }

  /** The workload that answers at a host, seen from a namespace; null: none of the files. */
  behind(host: string, from: string | null): string | null {
    const key = `${from ?? ''}/${host}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { name, namespace } = namesOfHost(host);
    const found =
      this.find(name, namespace ?? from ?? 'default') ?? (namespace === null ? this.find(host, null) : null);
    this.known.set(key, found);
    return found;
  }

  /** The workload that a Service leads to. */
  target(service: TreeNode): string | null {
    const wanted = entriesOf(service, 'spec', 'selector').map(([key, value]) => [key, textOf(value)] as const);
    if (wanted.length === 0) return null;
    const found = this.workloads.find(
      (workload) =>
        namespaceOf(workload) === namespaceOf(service) &&
        wanted.every(([key, value]) => textOf(labelsOf(workload), key) === value),
    );
    return found === undefined ? null : this.of(found);
  }

  private find(name: string, namespace: string | null): string | null {
    const isIt = (object: TreeNode): boolean =>
      textOf(object, 'metadata', 'name') === name && (namespace === null || namespaceOf(object) === namespace);
    const service = this.services.find(isIt) ?? this.services.find((each) => textOf(each, 'metadata', 'name') === name);
    const behind = service === undefined ? null : this.target(service);
    if (behind !== null) return behind;
    const workload = this.workloads.find(isIt);
    return workload === undefined ? null : this.of(workload);
  }
}

function labelsOf(workload: TreeNode): TreeNode | null {
  return textOf(workload, 'kind') === 'Pod'
    ? child(workload, 'metadata', 'labels')
    : child(workload, 'spec', 'template', 'metadata', 'labels');
}

function namespaceOf(object: TreeNode): string {
  return textOf(object, 'metadata', 'namespace') ?? 'default';
}
