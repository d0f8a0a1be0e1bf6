import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../../src/scenario/defaults.js';
import { scenarioJsonSchema } from '../../../src/scenario/json-schema.js';
import { referencePage } from '../../../src/scenario/reference-page.js';
import { faultKinds } from '../../../src/world/faults/index.js';

const STALE = 'stale: run `npm run schema`';

/** Every schema of the file, with its path. */
function visit(schema: unknown, seen: (schema: Record<string, unknown>) => void): void {
  if (typeof schema !== 'object' || schema === null) return;
  if (!Array.isArray(schema)) seen(schema as Record<string, unknown>);
  for (const value of Object.values(schema)) visit(value, seen);
}

describe('what is generated from the schema', () => {
  it('is the JSON Schema that is checked in', () => {
    const written = `${JSON.stringify(scenarioJsonSchema(faultKinds), null, 2)}\n`;
    expect(written === readFileSync('schema/scenario.schema.json', 'utf8'), STALE).toBe(true);
  });

  it('is the reference page that is checked in', () => {
    expect(referencePage(faultKinds) === readFileSync('docs/reference/scenario.md', 'utf8'), STALE).toBe(true);
  });

  it('describes every key', () => {
    const silent: string[] = [];
    visit(scenarioJsonSchema(faultKinds), ({ properties }) => {
      for (const [key, value] of Object.entries((properties ?? {}) as Record<string, Record<string, unknown>>)) {
        if (
          value.description === undefined &&
          value.$ref === undefined &&
          value.type === undefined &&
          value.anyOf === undefined
        )
          silent.push(key);
      }
    });
    expect(silent).toEqual([]);
  });

  it('points only at definitions that there are', () => {
    const schema = scenarioJsonSchema(faultKinds) as { $defs: Record<string, unknown> };
    const references = new Set<string>();
    visit(schema, ({ $ref }) => typeof $ref === 'string' && references.add($ref));
    for (const reference of references) expect(Object.keys(schema.$defs)).toContain(reference.replace('#/$defs/', ''));
  });

  it('knows every fault kind', () => {
    const page = referencePage(faultKinds);
    for (const { kind } of faultKinds) expect(page).toContain(`### \`${kind}\``);
  });

  it('gives each default a reason', () => {
    for (const { why, written } of Object.values(DEFAULTS))
      expect([why.length > 5, written.length > 0]).toEqual([true, true]);
  });
});
