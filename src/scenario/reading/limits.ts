/** What a file may cost before it is read: a file from a stranger is data, and its size is bounded. */

/** Longest text, in bytes of a file or characters of a string. Ask before reading: a file above it is refused by size. */
export const MAX_SCENARIO_BYTES = 5_000_000;

/** Smallest parts of YAML (indents, brackets, words); about 20,000 services. More would take many seconds to read. */
export const MAX_TOKENS = 2_000_000;

/** Levels of nesting. The deepest sensible path has ten. */
export const MAX_DEPTH = 40;

/** Values that aliases (`*name`) may add to a file in all: a billion laughs stop here. */
export const MAX_ALIASED_VALUES = 10_000;

/** Characters in those values: ten thousand aliases of one long text are a bomb, too. */
export const MAX_ALIASED_CHARACTERS = 1_000_000;

/** Nearest names looked for in one file: each costs as much as there are names. */
export const MAX_SUGGESTIONS = 200;
