/** A bar on standard error for work that takes longer than a second; only where somebody watches. */
import type { SingleBar } from 'cli-progress';

const PATIENCE_MILLISECONDS = 1000;

export interface Progress {
  /** @param share done, 0..1 */
  show(share: number, what: string): Promise<void>;
  stop(): void;
}

export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY || process.env.CI || process.env.TERM === 'dumb') return SILENT;
  const start = performance.now();
  let bar: SingleBar | null = null;
  return {
    async show(share, what) {
      if (performance.now() - start < PATIENCE_MILLISECONDS) return;
      if (bar === null) {
        const { SingleBar } = (await import('cli-progress')).default;
        const format = '  {bar} {percentage} %  {what}';
        bar = new SingleBar({
          stream,
          format,
          clearOnComplete: true,
          hideCursor: true,
          barsize: 30,
          gracefulExit: false,
        });
        bar.start(100, 0, { what });
      }
      bar.update(Math.floor(share * 100), { what });
    },
    stop: () => bar?.stop(),
  };
}

const SILENT: Progress = { show: async () => {}, stop: () => {} };
