/** Figures as Markdown: tables, and numbers in the forms that all of them share. */

/** The first column to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

export function fixed(value: number | null, digits: number): string {
  return value === null ? 'none' : value.toFixed(digits);
}

export function hours(seconds: number | null): string {
  return seconds === null || !Number.isFinite(seconds) ? 'never' : (seconds / 3600).toFixed(1);
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

/** A claim that was to hold, and whether it does. */
export function claim(what: string, holds: boolean, seen: string): string {
  return `- ${holds ? 'Holds' : '**Does not hold**'}: ${what}. Seen: ${seen}.`;
}
