/** Work in slices, so that whoever asked may stop it or ask for something else in between. */

export const SLICE_MILLISECONDS = 30;
/** A message for every step would cost more than the step. */
export const MILLISECONDS_PER_MESSAGE = 100;

/** Null as soon as it is not wanted any more. Steps that must be told are; of the others, the first and one now and then. */
export async function inSlices<Step, Answer>(
  steps: Generator<Step, Answer>,
  tell: (step: Step) => void,
  mustTell: (step: Step) => boolean,
  isWanted: () => boolean,
): Promise<Answer | null> {
  let told = Number.NEGATIVE_INFINITY;
  while (isWanted()) {
    const until = performance.now() + SLICE_MILLISECONDS;
    do {
      const { done, value } = steps.next();
      if (done) return isWanted() ? value : null;
      if (!mustTell(value) && performance.now() - told < MILLISECONDS_PER_MESSAGE) continue;
      told = performance.now();
      tell(value);
    } while (isWanted() && performance.now() < until);
    await nextTask();
  }
  return null;
}

/** After what waits to be heard. A timer would wait four milliseconds more each time. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
