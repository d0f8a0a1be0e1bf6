/**
 * docs/validation.md: prose by hand, figures between markers by its parts, so that no number in it is ever typed.
 *
 *   <!-- figures: NAME -->  ...  <!-- end of figures -->
 */
import { ablationsSection } from './sections/ablations.js';
import { calibrationSection } from './sections/calibration.js';
import { closedFormsSection } from './sections/closed-forms.js';
import { labelsSection } from './sections/labels.js';
import { naverSection } from './sections/naver.js';
import { requestsSection } from './sections/requests.js';
import { rowsSection, stamp } from './sections/rows.js';
import { sensitivitySection } from './sections/sensitivity.js';

export type Told = (what: string) => void;

/** Says now and then how far it is. */
const counted =
  (told: Told) =>
  (done: number, of: number): void => {
    if (done % Math.ceil(of / 20) === 0) told(`${done} of ${of}`);
  };

/** Too dear for a test: they bear what they were made from. */
const stamped = (text: string): string => `<!-- made from rows ${stamp()} -->\n\n${text}`;

export const PARTS = {
  'closed-forms': () => closedFormsSection(),
  requests: () => requestsSection(),
  rows: () => rowsSection(),
  calibration: (told: Told) => stamped(calibrationSection(told)),
  ablations: () => ablationsSection(),
  sensitivity: (told: Told) => stamped(sensitivitySection(counted(told))),
  labels: (told: Told) => stamped(labelsSection(counted(told))),
  naver: () => naverSection(),
} satisfies Record<string, (told: Told) => string>;

export type PartName = keyof typeof PARTS;

const END = '<!-- end of figures -->';

/** The document with the figures of one part as they should be. */
export function fillFigures(document: string, name: string, figures: string): string {
  const { from, to } = placeOf(document, name);
  return `${document.slice(0, from)}\n\n${figures}\n\n${document.slice(to)}`;
}

/** What stands there now. */
export function figuresIn(document: string, name: string): string {
  const { from, to } = placeOf(document, name);
  return document.slice(from, to).trim();
}

function placeOf(document: string, name: string): { readonly from: number; readonly to: number } {
  const head = `<!-- figures: ${name} -->`;
  const at = document.indexOf(head);
  const to = document.indexOf(END, at);
  if (at < 0 || to < 0) throw new Error(`the document has no place for the figures of ${name}`);
  return { from: at + head.length, to };
}
