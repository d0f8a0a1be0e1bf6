/**
 * Files of other programs to a scenario: recognised, read, merged, completed with assumptions, written.
 *
 * Pure: texts in, a text out. All problems of all files are told at once, and with a problem there is no scenario.
 */

import { MAX_SCENARIO_BYTES } from '../../scenario/reading/limits.js';
import type { Span } from '../../scenario/reading/span.js';
import type { ImportKind } from './import-kind.js';
import { type ImportProblem, ImportProblems } from './import-problem.js';
import { IMPORT_KINDS, kindsNamed } from './kinds/index.js';
import { applyLoads } from './loads.js';
import { mergeSystems } from './merge.js';
import type { ImportNote } from './notes.js';
import { MAX_SERVICES } from './reading/limits.js';
import { type Content, readSource, type SourceText, type Syntax } from './reading/source-file.js';
import { resolveVolumes } from './resolve.js';
import { siteRules } from './sites.js';
import { emptySystem, type System } from './system.js';
import { writeScenario } from './write-scenario.js';

export interface ImportOptions {
  /** Name of a format for all files; recognised one by one when left out. */
  readonly format?: string;
  /** `PATTERN=SITE`, see docs/import.md. */
  readonly siteOf?: readonly string[];
}

export interface ImportResult {
  /** The scenario's text; null when there is a problem. */
  readonly text: string | null;
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportNote[];
  readonly sources: readonly { readonly file: string; readonly format: string }[];
  readonly services: number;
  readonly calls: number;
  readonly startNeeds: number;
  readonly sites: readonly string[];
}

export function importSystem(texts: readonly SourceText[], { format, siteOf = [] }: ImportOptions = {}): ImportResult {
  const problems = new ImportProblems();
  const files = texts.map(({ name }) => name);
  const rules = siteRules(siteOf, problems);
  const systems = texts.flatMap((text) => systemOf(text, format, problems) ?? []);
  const sources = systems.map((system) => ({ file: system.file, format: system.format }));
  const failed = (notes: readonly ImportNote[]): ImportResult => ({
    text: null,
    problems: problems.all(['--site-of', ...files]),
    notes,
    sources,
    services: 0,
    calls: 0,
    startNeeds: 0,
    sites: [],
  });
  if (problems.any) return failed([]);
  const isCounted = systems.filter(({ services }) => services.size > 0);
  for (const system of systems) resolveVolumes(system);
  const system = mergeSystems([...isCounted, ...systems.filter(({ services }) => services.size === 0)]);
  applyLoads(system, systems);
  checkNames(system, files[0] ?? '', problems);
  if (problems.any) return failed(system.notes);
  const written = writeScenario({ system, sources, rules });
  if (written.text.length > MAX_SCENARIO_BYTES) {
    problems.add('scenario-too-large', files[0] ?? '', { limit: MAX_SCENARIO_BYTES / 1e6 });
    return failed(system.notes);
  }
  return { ...written, problems: [], notes: system.notes, sources };
}

function systemOf(text: SourceText, format: string | undefined, problems: ImportProblems): System | null {
  const wanted = format === undefined ? IMPORT_KINDS : kindsNamed(format);
  const syntax = format === undefined || wanted.length === 0 ? undefined : onlySyntax(wanted);
  const source = readSource(text, problems, syntax);
  if (source === null) return null;
  const kind = wanted.find((each) => each.recognises(source.content));
  if (kind === undefined) {
    tellUnknown(source.content, wanted, format, problems);
    return null;
  }
  const system = emptySystem(source.name, kind.title);
  kind.read(source, system, problems);
  return system;
}

function onlySyntax(kinds: readonly ImportKind[]): Syntax | undefined {
  const all = new Set(kinds.map(({ syntax }) => syntax));
  return all.size === 1 ? kinds[0].syntax : undefined;
}

function tellUnknown(
  content: Content,
  wanted: readonly ImportKind[],
  format: string | undefined,
  problems: ImportProblems,
): void {
  const at = beginOf(content);
  if (format === undefined) {
    problems.add('unrecognised', at, { formats: IMPORT_KINDS.map(({ name }) => name).join(', ') });
    return;
  }
  const other = IMPORT_KINDS.find((kind) => kind.recognises(content));
  const expected = wanted.map(({ expects }) => expects).join('; or ');
  const looks = other === undefined ? '' : `; it looks like ${other.name}`;
  problems.add('wrong-format', at, { format, why: `expected ${expected}${looks}` });
}

function beginOf(content: Content): Span {
  if (content.syntax === 'xml') return content.root.at;
  const { at } = content.syntax === 'table' ? content.rows[0] : content.documents[0];
  return { ...at, endColumn: at.column + 1 };
}

/** Whatever the sources name has to be there when they are together. */
function checkNames(system: System, file: string, problems: ImportProblems): void {
  if (system.services.size === 0)
    problems.add('nothing-found', file, { why: 'name the file that has the services, too' });
  if (system.services.size > MAX_SERVICES) {
    problems.add('too-many-services', file, { count: system.services.size, limit: MAX_SERVICES });
  }
  for (const { service, at } of [...system.faults, ...system.loads]) {
    if (service !== null && !system.services.has(service))
      problems.add('unknown-service', at, { where: 'the experiment', name: service });
  }
}
