/** The signs of a report, for terminals that show Unicode and for those that do not. */
type State = 'up' | 'degraded' | 'overloaded' | 'down' | 'recovering' | 'warming' | 'standby';

export interface Glyphs {
  readonly met: string;
  readonly failed: string;
  readonly inconclusive: string;
  readonly section: string;
  readonly rule: string;
  readonly dot: string;
  readonly arrow: string;
  readonly times: string;
  readonly ellipsis: string;
  readonly blocked: string;
  readonly infinite: string;
  readonly atLeast: string;
  readonly atMost: string;
  /** From nothing to full, for a line over time. */
  readonly levels: readonly string[];
  /** One cell of a bar that was mostly in a state. */
  readonly cells: Readonly<Record<State, string>>;
  /** A cell that was not up for less than half of its time. */
  readonly briefly: string;
}

export const GLYPHS_UNICODE: Glyphs = {
  met: '✓',
  failed: '✗',
  inconclusive: '?',
  section: '█',
  rule: '─',
  dot: '·',
  arrow: '→',
  times: '×',
  ellipsis: '…',
  blocked: '⛓',
  infinite: '∞',
  atLeast: '≥',
  atMost: '≤',
  levels: [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  cells: { up: '·', degraded: '▒', overloaded: '▲', down: '█', recovering: '▓', warming: '░', standby: '·' },
  briefly: '▖',
};

export const GLYPHS_ASCII: Glyphs = {
  met: 'ok',
  failed: 'XX',
  inconclusive: '??',
  section: '#',
  rule: '-',
  dot: '-',
  arrow: '->',
  times: 'x',
  ellipsis: '...',
  blocked: '&',
  infinite: 'never',
  atLeast: '>=',
  atMost: '<=',
  levels: [' ', '.', ':', '-', '=', '+', '*', '%', '#'],
  cells: { up: '.', degraded: '/', overloaded: '^', down: '#', recovering: '%', warming: '~', standby: '.' },
  briefly: ',',
};

/** Text of ours and of the scenario with the signs that ASCII can show; letters of other scripts stay. */
const IN_ASCII: Readonly<Record<string, string>> = {
  '→': '->',
  '−': '-',
  '–': '-',
  '—': '-',
  '×': 'x',
  '…': '...',
  '·': '-',
  '∞': 'never',
  '±': '+-',
  '▸': '>',
  '←': '<-',
  '≈': '~',
  '≥': '>=',
  '≤': '<=',
  '↔': '<->',
};

export function asciiSigns(text: string): string {
  return text.replace(/[→−–—×…·∞±▸←≈≥≤↔]/g, (sign) => IN_ASCII[sign]);
}
