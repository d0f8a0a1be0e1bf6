/**
 * Helpers of the desk: further workers of the same script, each joined to the desk by a channel of its own, so that what they
 * say to each other does not pass through the page. Started with the first study; where they fail, the desk does all itself.
 */
import { type Remote, transfer, wrap } from 'comlink';
import type { Desk } from './desk.js';
import { startWorker } from './start-worker.js';

/** Each loads the library for itself. */
const MOST = 4;

/** As many as there are cores beside the page's and the desk's. */
export async function startHelpers(desk: Remote<Desk>, count = Math.min(MOST, coresLeft())): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => startHelper(desk)));
}

async function startHelper(desk: Remote<Desk>): Promise<void> {
  try {
    const worker = await startWorker();
    const { port1, port2 } = new MessageChannel();
    const broken = new Promise<void>((resolve) => {
      worker.addEventListener('error', () => resolve(), { once: true });
    });
    const started = await Promise.race([
      wrap<Desk>(worker)
        .serve(transfer(port1, [port1]))
        .then(() => true),
      broken.then(() => false),
    ]);
    if (!started) return;
    const number = await desk.help(transfer(port2, [port2]));
    void broken.then(() => desk.loseHelper(number));
  } catch {
    // Without it there are fewer.
  }
}

function coresLeft(): number {
  return Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
}
