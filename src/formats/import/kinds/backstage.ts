/**
 * A Backstage catalogue: components and resources are services; `dependsOn` and consumed APIs are calls to whoever has or
 * provides them. A reference may bear a kind and a namespace (`component:default/artist-lookup`), also where it should not.
 * Left out: owners, lifecycles, libraries (they run inside others), templates, locations.
 */
import type { Span } from '../../../scenario/reading/span.js';
import type { TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportKind } from '../import-kind.js';
import { note } from '../notes.js';
import { child, itemsOf, textOf } from '../reading/tree-access.js';
import { callOf, type System, serviceOf } from '../system.js';

/** Resources that answer others and are asked by nobody else. */
const BACKENDS = /database|db|cache|queue|topic|bucket|storage|cluster|s3|redis|kafka/i;
/** Things of a catalogue that run nowhere. */
const STANDS_NOWHERE = /^(library|documentation|template)$/i;

export const backstage: ImportKind = {
  name: 'backstage',
  title: 'Backstage catalogue',
  syntax: 'tree',
  expects: 'documents with an apiVersion of backstage.io',
  recognises: (content) =>
    content.syntax === 'tree' &&
    content.documents
      .flatMap(entities)
      .some((document) => /^backstage\.io\//.test(textOf(document, 'apiVersion') ?? '')),
  read({ content, name: file }, system, problems) {
    if (content.syntax !== 'tree') return;
    const all = content.documents.flatMap(entities);
    /** By reference without a kind's prefix: `component:x`, `resource:x`. */
    const known = new Map<string, string>();
    const providers = new Map<string, string[]>();
    for (const entity of all) readEntity(entity, known, providers, system, problems.add.bind(problems));
    for (const entity of all) readCalls(entity, known, providers, system);
    if (system.calls.size > 0) system.notes.push(note('declared-calls', null, { count: system.calls.size }));
    if (system.services.size === 0 && !problems.any) {
      problems.add('nothing-found', file, { why: 'there is no Component or Resource' });
    }
  },
};

/** The API of a catalogue answers with a list. */
function entities(document: TreeNode): readonly TreeNode[] {
  if (document.kind === 'list') return document.items;
  const items = itemsOf(document, 'items');
  return items.length > 0 ? items : [document];
}

type Tell = (code: 'missing', at: Span, values: Readonly<Record<string, string>>) => void;

function readEntity(
  entity: TreeNode,
  known: Map<string, string>,
  providers: Map<string, string[]>,
  system: System,
  tell: Tell,
): void {
  const kind = (textOf(entity, 'kind') ?? '').toLowerCase();
  const name = textOf(entity, 'metadata', 'name');
  const type = textOf(entity, 'spec', 'type') ?? '';
  if (name === null || name === '') {
    tell('missing', entity.at, { where: `the ${textOf(entity, 'kind') ?? 'entity'}`, key: 'metadata.name' });
    return;
  }
  if (kind === 'system') system.title ??= textOf(entity, 'metadata', 'title') ?? name;
  if (kind !== 'component' && kind !== 'resource') {
    if (!['system', 'api', 'domain', 'group', 'user', 'location'].includes(kind)) {
      system.notes.push(note('dropped', entity.at, { what: `${textOf(entity, 'kind') ?? 'an entity'} ${name}` }));
    }
    return;
  }
  if (STANDS_NOWHERE.test(type)) {
    system.notes.push(note('dropped', entity.at, { what: `${name}: a ${type} runs inside others` }));
    return;
  }
  // A component and a resource may share a name.
  const own = known.has(`component:${name}`) || known.has(`resource:${name}`) ? `${name} (${kind})` : name;
  known.set(`${kind}:${name}`, own);
  const at = child(entity, 'metadata', 'name')?.at ?? entity.at;
  const service = serviceOf(system, own, at);
  service.group = textOf(entity, 'spec', 'system');
  service.isBackend = kind === 'resource' && BACKENDS.test(type);
  if (/website|frontend|app|ui/i.test(type)) service.entry = { value: null, at, how: `type: ${type}` };
  for (const api of itemsOf(entity, 'spec', 'providesApis')) {
    const { name: provided } = referenceOf(textOf(api) ?? '');
    providers.set(provided, [...(providers.get(provided) ?? []), own]);
  }
}

function readCalls(
  entity: TreeNode,
  known: ReadonlyMap<string, string>,
  providers: ReadonlyMap<string, readonly string[]>,
  system: System,
): void {
  const kind = (textOf(entity, 'kind') ?? '').toLowerCase();
  const from = known.get(`${kind}:${textOf(entity, 'metadata', 'name')}`);
  if (from === undefined) return;
  for (const key of ['dependsOn', 'consumesApis', 'dependencyOf'] as const) {
    for (const item of itemsOf(entity, 'spec', key)) {
      const reference = textOf(item) ?? '';
      const { kind: ofKind, name } = referenceOf(reference);
      const direct = [ofKind, 'component', 'resource']
        .map((each) => known.get(`${each}:${name}`))
        .find((each) => each !== undefined);
      const isApi = ofKind === 'api' || (key === 'consumesApis' && ofKind === null);
      const targets = (isApi ? providers.get(name) : undefined) ?? (direct === undefined ? [] : [direct]);
      if (targets.length === 0) system.notes.push(note('dangling', item.at, { from, to: reference }));
      for (const target of targets) {
        const [caller, callee] = key === 'dependencyOf' ? [target, from] : [from, target];
        if (caller !== callee) callOf(system, { from: caller, to: callee, kind: 'required', at: item.at, how: key });
      }
    }
  }
}

/** `kind:namespace/name`, of which only the name has to be there. */
function referenceOf(text: string): { readonly kind: string | null; readonly name: string } {
  const [, kind, name] = /^(?:([a-z]+):)?(?:[^/]+\/)?(.+)$/i.exec(text) ?? [];
  return { kind: kind?.toLowerCase() ?? null, name: name ?? text };
}
