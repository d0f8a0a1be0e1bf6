/**
 * How V8 is set for threads that make many short runs: each compiles for itself, so less of it is compiled.
 *
 * A thread's compiler works on helper threads beside it, which for one thread are the cores that nobody else uses, and for as
 * many threads as there are cores are stolen from the runs themselves (docs/decisions/0008). Functions are therefore put into
 * their callers only while small, and the space for new objects is large enough for most of a run's to die in it. Nothing of a
 * result depends on either. Left out: a compiled world that threads share, which V8 does not have.
 */
import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that are put into one function at most; V8's own 920 makes optimised functions that take 0.1 s each. */
const MOST_INLINED = 200;

/** Of each thread; three semi-spaces of 32 MB. A Kakao run makes some 40 MB of objects, nearly all short-lived. */
export const THREAD_LIMITS = { maxYoungGenerationSizeMb: 96 } as const;

/** For all threads of this process that are started afterwards, and for what this one has not compiled yet. */
export function compileLess(): void {
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${MOST_INLINED}`);
}
