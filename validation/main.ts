/** `npm run validate [PART...]`: fills the figures of docs/validation.md; see scripts/validate.mjs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fillFigures, PARTS, type PartName } from './document.js';

const DOCUMENT = 'docs/validation.md';
const names = Object.keys(PARTS) as PartName[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.some((each) => each === name));
if (unknown.length > 0) {
  console.error(`validate: there is no ${unknown.join(' or ')}; there are ${names.join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of names) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const text = PARTS[name]((what) => console.error(`validate: ${name}: ${what}`));
    console.log(`\n## ${name}\n\n${text}`);
    // Read only now: a part takes minutes, and several may be made at once.
    writeFileSync(DOCUMENT, fillFigures(readFileSync(DOCUMENT, 'utf8'), name, text));
  }
}
