/** Address of the worker's script, where the page is served as it was built; build/worker-chunk.ts puts it here. */
export const WORKER_ADDRESS = '';
