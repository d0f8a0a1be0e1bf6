/** The ways in which a command ends early. Anything else that is thrown is a mistake of ours, without a context. */

/** The input or the usage is wrong. The message is for the user, complete, and safe to print. */
export class BadInput extends Error {
  override name = 'BadInput';
}

/** Ctrl-C. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** What was being run when firebreak failed. */
export interface CrashContext {
  readonly file: string;
  readonly sha256: string;
  readonly seed: string;
  readonly replay: string;
}

/** A mistake of ours, `cause`, and how to see it again. */
export class Crashed extends Error {
  override name = 'Crashed';
  readonly context: CrashContext;

  constructor(cause: unknown, context: CrashContext) {
    super('crashed', { cause });
    this.context = context;
  }
}
