/** What the command's exit code says; a contract with scripts (docs/cli.md). */
export const EXIT = {
  /** All expectations met, or none stated. */
  met: 0,
  /** An expectation failed or is inconclusive. */
  failed: 1,
  /** The input or the usage is wrong. */
  badInput: 2,
  /** A mistake of ours. */
  internal: 3,
  /** Ctrl-C: 128 + SIGINT, as shells count. */
  interrupted: 130,
} as const;
