/**
 * The worker, from a file of its own where the page is served, or from the page's own script where all is in one file. Served,
 * it is a module, which shares the library's files with the page; a browser without those has the page work for itself.
 *
 * @throws where the browser lets us have none
 */
export async function startWorker(): Promise<Worker> {
  if (import.meta.env.MODE === 'single') {
    const script = document.getElementById('program')?.textContent ?? '';
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    // Not as a module: of a page from a disk, whose origin is none, browsers refuse those.
    return new Worker(address);
  }
  if (import.meta.env.DEV) {
    const { default: RunWorker } = await import('./run.worker.ts?worker');
    return new RunWorker();
  }
  const { WORKER_ADDRESS } = await import('./worker-address.js');
  return new Worker(WORKER_ADDRESS, { type: 'module' });
}
