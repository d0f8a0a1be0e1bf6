/** What a file may cost before it is read: files from strangers are data, and their size is bounded. */

/** Longest text, in bytes of a file or characters of a string. Traces are large; a graph is not. */
export const MAX_IMPORT_BYTES = 50_000_000;

/** Values and keys, of JSON, XML and tables. */
export const MAX_PARTS = 5_000_000;

/** Smallest parts of YAML (indents, brackets, words), which costs most to read. */
export const MAX_YAML_TOKENS = 2_000_000;

/** Levels of nesting. A trace of OpenTelemetry has some fifteen. */
export const MAX_DEPTH = 60;

/** Values that aliases (`*name`) may add to a file in all. */
export const MAX_ALIASED_VALUES = 100_000;

/** Services of one import; more make a scenario that is larger than what is read. */
export const MAX_SERVICES = 20_000;
