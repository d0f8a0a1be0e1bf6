/** A thread that makes runs: scenarios in, records out. */
import { parentPort } from 'node:worker_threads';
import { type ChangeRun, makeChangeRun } from '../../index.js';

/** A run and its number; the answer bears the same. */
export interface RunOrder {
  readonly number: number;
  readonly run: ChangeRun;
}

parentPort?.on('message', ({ number, run }: RunOrder) => {
  try {
    parentPort?.postMessage({ number, record: makeChangeRun(run) });
  } catch (error) {
    parentPort?.postMessage({ number, error });
  }
});
