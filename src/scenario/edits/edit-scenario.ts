/**
 * A scenario's text with a layout more, made of another one by hand: the way from a list of edits to what can be run,
 * shared, exported and graded. The same text everywhere gives the same run.
 *
 * Whether the result is a right scenario is told by checking it like any other.
 */
import { layoutChanges } from '../layout-changes.js';
import { overlay } from '../reading/overlay.js';
import { plainOf } from '../reading/plain.js';
import { takeProvenance } from '../reading/provenance.js';
import { readDocument } from '../reading/read-document.js';
import { keysAt, type MapNode, nodeAt, type TreeNode } from '../reading/tree.js';
import { BASE } from '../scenario-file.js';
import { addLayout } from './add-layout.js';
import type { Edit } from './edit.js';
import { merged, type Patch } from './patch.js';
import { type EditRefusal, patchOfEdit } from './patch-of-edit.js';

export interface EditedScenario {
  /** Of the file with the layout that was made; as it was when no edit changes anything. */
  readonly text: string;
  /** The layout that was made, or the one that was edited when nothing was. */
  readonly layout: string;
  /** One for each edit, in order. */
  readonly steps: readonly EditStep[];
  /** What all of them change, in plan notation (`+ ~ -`), against the layout that was edited. */
  readonly changes: readonly string[];
}

export interface EditStep {
  readonly edit: Edit;
  /** In plan notation; empty when it changes nothing. */
  readonly changes: readonly string[];
  /** Why it was left out; null: it was not. */
  readonly refused: EditRefusal | null;
}

export interface EditOptions {
  /** Layout that is edited; the file's first when left out or null. */
  readonly layout?: string | null;
  /** Of the layout that is made; `my-layout`, or that with a number, when left out. */
  readonly name?: string;
}

/** @param text of a scenario without errors */
export function editScenario(text: string, edits: readonly Edit[], options: EditOptions = {}): EditedScenario {
  const { root } = readDocument(text, '');
  const names = root === null ? [] : keysAt(root, ['layouts']);
  const edited = options.layout ?? names[0] ?? BASE;
  if (root?.kind !== 'map' || edits.length === 0) return { text, layout: edited, steps: [], changes: [] };
  const design = new Design(root, nodeAt(root, ['layouts', edited]));
  const steps = edits.map((edit) => design.apply(edit));
  const changes = design.changes();
  if (changes.length === 0) return { text, layout: edited, steps, changes };
  const name = options.name ?? freeName(names);
  return { text: addLayout(text, name, design.layer), layout: name, steps, changes };
}

const NAME = 'my-layout';

function freeName(taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? NAME : `${NAME}-${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** A layout while it is edited. */
class Design {
  /** What the layout says, as plain data. */
  layer: Patch;
  private readonly base: MapNode;
  private readonly plainBase: Patch;
  private readonly before: TreeNode;
  private laid: TreeNode;

  constructor(root: MapNode, layer: TreeNode | null) {
    this.base = { ...root, entries: new Map([...root.entries].filter(([key]) => key !== 'layouts')) };
    this.plainBase = plain(this.base);
    this.layer = layer?.kind === 'map' ? plain(layer) : {};
    this.before = this.lay(this.layer);
    this.laid = this.before;
  }

  apply(edit: Edit): EditStep {
    const patch = patchOfEdit(edit, plain(bare(this.laid)), plain(bare(this.base)));
    if (typeof patch === 'string') return { edit, changes: [], refused: patch };
    const layer = merged(this.layer, patch, this.plainBase);
    const laid = this.lay(layer);
    const changes = layoutChanges(this.laid, laid);
    // Nothing that says what is so already is written.
    if (changes.length === 0) return { edit, changes, refused: null };
    this.layer = layer;
    this.laid = laid;
    return { edit, changes, refused: null };
  }

  changes(): readonly string[] {
    return layoutChanges(this.before, this.laid);
  }

  private lay(layer: Patch): TreeNode {
    const { root } = readDocument(JSON.stringify(layer), '');
    return root === null ? this.base : overlay(this.base, root, []);
  }
}

/** Without sources: what a number comes from is not true of another place. */
function bare(node: TreeNode): TreeNode {
  return takeProvenance(node, []).root;
}

function plain(node: TreeNode): Patch {
  return plainOf(node, new Set(), new Map()).value as Patch;
}
