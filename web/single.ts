/**
 * The page in one file: its one script is also the worker's, so that nothing is in it twice.
 *
 * In a page there is a document; where there is none, this script was started as the worker (engine/start-worker.ts).
 */
if (typeof document === 'undefined') void import('./engine/run.worker.js');
else void import('./main.js');
