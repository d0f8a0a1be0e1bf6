/** The top of an imported scenario: where it is from, what it cannot know, and what was left out of it. */
import { shownName } from '../identify.js';
import type { System } from '../system.js';
import { yamlComment } from '../yaml-text.js';

/** More of one kind are counted, not listed. */
const MOST_OF_A_KIND = 12;

export function headLines(
  system: System,
  sources: readonly { readonly file: string; readonly format: string }[],
  { services, calls, startNeeds }: { readonly services: number; readonly calls: number; readonly startNeeds: number },
): string[] {
  const needs = startNeeds === 0 ? '' : `, ${startNeeds} needs to start`;
  const lines = [
    'Made by `firebreak import` from',
    ...sources.map(({ file, format }) => `  ${shownName(file)} (${format})`),
    `${services} services, ${calls} calls${needs}.`,
    '',
    'Beside each value stands where it was read. What is marked `assumed` the source does not say: begin there.',
    'Every call is taken for required: say `optional` where the caller can do without.',
  ].map(comment);
  const counts = new Map<string, number>();
  const told = system.notes.flatMap(({ code, message, file, line }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count > MOST_OF_A_KIND) return [];
    const place = file === null ? '' : ` (${shownName(file.split('/').at(-1) ?? file)}:${line})`;
    return [`- ${message}${place}`];
  });
  const more = [...counts]
    .filter(([, count]) => count > MOST_OF_A_KIND)
    .map(([code, count]) => `- ${code}: ${count - MOST_OF_A_KIND} more`);
  if (told.length > 0) lines.push('#', ...['What there is to know about it:', ...told, ...more].map(comment));
  return lines;
}

function comment(text: string): string {
  return text === '' ? '#' : text.startsWith('  ') ? `#   ${yamlComment(text).slice(2)}` : yamlComment(text);
}
