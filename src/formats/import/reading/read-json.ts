/**
 * JSON to a tree with places. Places are worked out when they are asked for: a file of traces has millions of values.
 *
 * Several documents one after another, a line each (JSON Lines, as the OpenTelemetry collector writes), are read too.
 * Of a key that is there twice the last counts, as in every browser.
 */
import { type ParseError, printParseErrorCode, visit } from 'jsonc-parser';
import type { Positions, Span } from '../../../scenario/reading/span.js';
import type { Entry, TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportProblems } from '../import-problem.js';
import { MAX_DEPTH, MAX_PARTS } from './limits.js';

/** Beyond these the rest of a broken file is noise. */
const MAX_SYNTAX_ERRORS = 10;

/** Null when there is a problem, which was then told. */
export function readJson(text: string, positions: Positions, problems: ImportProblems): TreeNode[] | null {
  const single = parsed(text, 0, positions);
  if ('root' in single) return [single.root];
  const lines = linesOf(text);
  if (single.kind === 'syntax' && lines.length > 1 && lines.every(({ body }) => /^[{[].*[}\]]$/s.test(body))) {
    const roots = lines.map(({ body, offset }) => parsed(body, offset, positions));
    const broken = roots.find((root) => !('root' in root));
    if (broken === undefined) return roots.flatMap((root) => ('root' in root ? [root.root] : []));
  }
  if (single.kind === 'syntax') {
    for (const { offset, length, error } of oneAtEach(single.errors).slice(0, MAX_SYNTAX_ERRORS)) {
      const reason = ERRORS[printParseErrorCode(error)] ?? 'it cannot be read from here on';
      problems.add('syntax', positions.at(offset, offset + length), { language: 'JSON', reason });
    }
  } else {
    const span = positions.at(single.offset, single.offset + 1);
    problems.add(single.kind, span, { limit: single.kind === 'too-deep' ? MAX_DEPTH : MAX_PARTS });
  }
  return null;
}

/** Of a file that is cut off every bracket is missing at its end: one is enough. */
function oneAtEach(errors: readonly ParseError[]): readonly ParseError[] {
  const ends = new Map(errors.map((error) => [error.offset, error]));
  return errors.filter((error) => ends.get(error.offset) === error);
}

const ERRORS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word that is no value',
  InvalidNumberFormat: 'not a number',
  PropertyNameExpected: 'a key in quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing brace } is missing; is the file cut off?',
  CloseBracketExpected: 'a closing bracket ] is missing; is the file cut off?',
  EndOfFileExpected: 'the document is over, and something follows',
  InvalidCommentToken: 'comments are not JSON',
  UnexpectedEndOfComment: 'a comment that does not end',
  UnexpectedEndOfString: 'a text in quotes that does not end; is the file cut off?',
  UnexpectedEndOfNumber: 'a number that does not end',
  InvalidUnicode: 'a \\u that is no character',
  InvalidEscapeCharacter: 'an escape that JSON does not have',
  InvalidCharacter: 'a control character in a text',
};

type Parsed =
  | { readonly root: TreeNode }
  | { readonly kind: 'syntax'; readonly errors: readonly ParseError[] }
  | { readonly kind: 'too-deep' | 'too-complex'; readonly offset: number };

/** Thrown by us through the parser, which has no other way to stop. */
class Stop extends Error {
  readonly kind: 'too-deep' | 'too-complex';
  readonly offset: number;

  constructor(kind: Stop['kind'], offset: number) {
    super(kind);
    this.kind = kind;
    this.offset = offset;
  }
}

interface Open {
  readonly start: number;
  readonly items: TreeNode[] | null;
  readonly entries: Map<string, Entry>;
  key: { readonly name: string; readonly at: Place } | null;
}

function parsed(text: string, from: number, positions: Positions): Parsed {
  const errors: ParseError[] = [];
  const open: Open[] = [];
  let root: TreeNode | null = null;
  let parts = 0;
  const place = (start: number, end: number): Place => new Place(positions, from + start, from + end);
  const count = (offset: number): void => {
    if (++parts > MAX_PARTS) throw new Stop('too-complex', from + offset);
  };
  const put = (node: TreeNode): void => {
    const parent = open.at(-1);
    if (parent === undefined) root ??= node;
    else if (parent.items !== null) parent.items.push(node);
    else if (parent.key !== null) {
      const { name, at } = parent.key;
      parent.entries.set(name, new LazyEntry(at, node));
    }
  };
  const begin = (items: TreeNode[] | null, offset: number): void => {
    count(offset);
    if (open.length >= MAX_DEPTH) throw new Stop('too-deep', from + offset);
    open.push({ start: offset, items, entries: new Map(), key: null });
  };
  const end = (offset: number, length: number): void => {
    const done = open.pop();
    if (done === undefined) return;
    const at = place(done.start, offset + length);
    put(done.items === null ? new LazyMap(at, done.entries) : new LazyList(at, done.items));
  };
  try {
    visit(
      text,
      {
        onObjectBegin: (offset) => begin(null, offset),
        onArrayBegin: (offset) => begin([], offset),
        onObjectEnd: end,
        onArrayEnd: end,
        onObjectProperty(name, offset, length) {
          count(offset);
          const parent = open.at(-1);
          if (parent !== undefined) parent.key = { name, at: place(offset, offset + length) };
        },
        onLiteralValue(value, offset, length) {
          count(offset);
          put(new LazyScalar(place(offset, offset + length), value));
        },
        onError: (error, offset, length) => errors.push({ error, offset: from + offset, length }),
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    );
  } catch (error) {
    if (error instanceof Stop) return { kind: error.kind, offset: error.offset };
    throw error;
  }
  return errors.length > 0 || root === null ? { kind: 'syntax', errors } : { root };
}

function linesOf(text: string): { readonly body: string; readonly offset: number }[] {
  const lines: { body: string; offset: number }[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    const body = text.slice(from, stop).trim();
    if (body !== '') lines.push({ body, offset: from + text.slice(from, stop).indexOf(body) });
    from = stop + 1;
  }
  return lines;
}

class Place {
  private readonly positions: Positions;
  private readonly start: number;
  private readonly end: number;

  constructor(positions: Positions, start: number, end: number) {
    this.positions = positions;
    this.start = start;
    this.end = end;
  }

  span(): Span {
    return this.positions.at(this.start, this.end);
  }
}

class Placed {
  private readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }

  get at(): Span {
    return this.place.span();
  }
}

class LazyScalar extends Placed {
  readonly kind = 'scalar';
  readonly value: string | number | boolean | null;

  constructor(place: Place, value: string | number | boolean | null) {
    super(place);
    this.value = value;
  }
}

class LazyList extends Placed {
  readonly kind = 'list';
  readonly items: readonly TreeNode[];

  constructor(place: Place, items: readonly TreeNode[]) {
    super(place);
    this.items = items;
  }
}

class LazyMap extends Placed {
  readonly kind = 'map';
  readonly entries: ReadonlyMap<string, Entry>;

  constructor(place: Place, entries: ReadonlyMap<string, Entry>) {
    super(place);
    this.entries = entries;
  }
}

class LazyEntry {
  private readonly place: Place;
  readonly value: TreeNode;

  constructor(place: Place, value: TreeNode) {
    this.place = place;
    this.value = value;
  }

  get keyAt(): Span {
    return this.place.span();
  }
}
