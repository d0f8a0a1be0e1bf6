/**
 * The worker, from a file of its own where the page is served, or from the page's own script where all is in one file.
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
  const { default: RunWorker } = await import('./run.worker.ts?worker');
  return new RunWorker();
}
