/**
 * Whether the numbers in the prose are some: in the text, with stops that move the same things from the least to the most,
 * beginning with what the scenario has; and in the exercise only what its rules allow.
 *
 * Left out: whether each stop is a right scenario, which `check-lesson.ts` tries.
 */
import type { Edit } from '../../scenario/edits/edit.js';
import { editScenario } from '../../scenario/edits/edit-scenario.js';
import type { Scenario } from '../../scenario/model.js';
import { nearest } from '../../scenario/nearest.js';
import type { Path } from '../../scenario/reading/path.js';
import { readAmount } from '../../scenario/units/amount.js';
import { readDuration } from '../../scenario/units/duration.js';
import { percent } from '../../scenario/units/share.js';
import { isAllowed } from '../designs/price-design.js';
import { type Scrub, scrubEdits } from '../designs/scrub.js';
import type { Lesson } from './lesson.js';
import type { LessonFinding } from './lesson-problem.js';
import { SECTIONS, type SectionName } from './sections.js';

/** @param text of the scenario */
export function checkScrubs({ sections, scrubs = {}, exercise }: Lesson, scenario: Scenario, text: string) {
  const findings: LessonFinding[] = [];
  const known = Object.keys(scrubs);
  const named = (name: SectionName): string[] =>
    Object.values(sections[name]).flatMap((each) => [...each.matchAll(/\[\[([^\]]*)\]\]/g)].map(([, id]) => id));
  const mentioned = (Object.keys(SECTIONS) as SectionName[]).flatMap(named);
  for (const id of mentioned)
    if (!known.includes(id))
      findings.push({ code: 'unknown-scrub', values: { name: id }, suggestion: nearest(id, known) });
  for (const [id, scrub] of Object.entries(scrubs)) {
    const path: Path = ['scrubs', id];
    if (!mentioned.includes(id)) findings.push({ code: 'unused-scrub', path, on: 'key', values: { name: id } });
    findings.push(...checkStops(scrub, path, text));
    const edits = scrub.stops.flatMap(({ lays }, i) => (i === scrub.start - 1 ? [] : scrubEdits(lays)));
    if (named('exercise').includes(id) && !edits.every((edit) => isAllowed(exercise, edit, scenario)))
      findings.push({ code: 'scrub-forbidden', path, on: 'key', values: { name: id } });
  }
  return findings;
}

function checkStops({ stops, start }: Scrub, path: Path, text: string): LessonFinding[] {
  if (stops.length < 2) return [{ code: 'needs-two', path: [...path, 'stops'] }];
  const first = stops[start - 1];
  if (first === undefined)
    return [{ code: 'scrub-start', path: [...path, 'start'], values: { number: start, count: stops.length } }];
  const all = stops.map(({ lays }) => scrubEdits(lays));
  const paths = all.map((edits) => edits.map(placeOf).sort().join());
  const other = paths.findIndex((each) => each !== paths[0]);
  if (other >= 0) return [{ code: 'scrub-paths', path: [...path, 'stops', other, 'lays'] }];
  const findings: LessonFinding[] = [];
  if (!isRising(all)) findings.push({ code: 'scrub-order', path: [...path, 'stops'] });
  const { changes } = editScenario(text, scrubEdits(first.lays), { layout: 'base', name: 'design' });
  if (changes.length > 0)
    findings.push({ code: 'scrub-not-there', path: [...path, 'start'], values: { changes: changes.join(', ') } });
  return findings;
}

/** Every amount rises, or falls, from stop to stop; what is no amount only has to differ. */
function isRising(stops: readonly (readonly Edit[])[]): boolean {
  const first = stops[0] ?? [];
  return first.every((edit) => {
    const values = stops.map((edits) => writtenIn(edits.find((each) => placeOf(each) === placeOf(edit)) ?? edit));
    const amounts = values.map(amountOf);
    if (amounts.includes(null)) return new Set(values).size === values.length;
    const steps = (amounts as number[]).slice(1).map((amount, i) => Math.sign(amount - (amounts[i] as number)));
    return steps.every((step) => step !== 0 && step === steps[0]);
  });
}

function placeOf(edit: Edit): string {
  return edit.kind === 'servers' ? `${edit.service}@${edit.site}` : edit.kind === 'set' ? edit.path : edit.kind;
}

function writtenIn(edit: Edit): string {
  return edit.kind === 'servers' ? String(edit.servers) : edit.kind === 'set' ? edit.value : '';
}

function amountOf(written: string): number | null {
  const plain = written.replace(/^"(.*)"$/, '$1');
  const share = percent(plain);
  if (share !== null) return share;
  const seconds = readDuration(plain);
  if (seconds.ok) return seconds.value;
  const amount = readAmount(plain);
  return amount.ok ? amount.value : null;
}
