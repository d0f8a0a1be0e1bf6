import type { Scenario } from '../../index.js';

/** A job of a study that cannot be done: a mistake of ours, `cause`, and which run it was. */
export class JobFailed extends Error {
  override name = 'JobFailed';
  readonly file: string;
  readonly sha256: string;
  readonly layout: string;
  readonly seed: string;

  constructor(cause: unknown, { file, sha256, layout }: Scenario, seed: string) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${reason} (layout ${layout}, seed ${seed})`, { cause });
    this.file = file;
    this.sha256 = sha256;
    this.layout = layout;
    this.seed = seed;
  }
}
