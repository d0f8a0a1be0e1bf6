/** A format that is imported: how it is known, and what of it is read. Adding one: one file, named in the index. */
import type { ImportProblems } from './import-problem.js';
import type { Content, SourceFile, Syntax } from './reading/source-file.js';
import type { System } from './system.js';

export interface ImportKind {
  /** As on the command line. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  readonly syntax: Syntax;
  /** What a file of this format has, in words, for files that are taken for it and are not. */
  readonly expects: string;
  recognises(content: Content): boolean;
  /** Fills the system; what is wrong is told, all at once. Only called for a content that is recognised. */
  read(file: SourceFile, system: System, problems: ImportProblems): void;
}
