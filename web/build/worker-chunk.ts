/**
 * The served page's worker as one more beginning of the same build, so that page and worker share the files of the library:
 * bundled by itself, a worker would bring all of it a second time. Its address is written into engine/worker-address.ts.
 */
import { join } from 'node:path';
import type { Plugin } from 'vite';

export function workerChunk(): Plugin {
  const engine = join(import.meta.dirname, '../engine');
  return {
    name: 'worker-chunk',
    apply: 'build',
    transform(_, id) {
      if (id !== join(engine, 'worker-address.ts')) return null;
      const chunk = this.emitFile({ type: 'chunk', id: join(engine, 'run.worker.ts') });
      return `export const WORKER_ADDRESS = import.meta.ROLLUP_FILE_URL_${chunk};`;
    },
  };
}
