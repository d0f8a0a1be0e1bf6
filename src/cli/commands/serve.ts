/** `firebreak serve`: the page that plays a scenario, until Ctrl-C. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../exit-codes.js';
import { BadInput } from '../failures.js';
import { readScenario } from '../files/read-scenario.js';
import { load } from '../load.js';
import { printable } from '../output/printable.js';
import { type Language, terminalFor } from '../output/terminal.js';
import { packageRoot } from '../package-root.js';
import { lanAddresses, listen } from '../serve/listen.js';
import { createPageServer } from '../serve/server.js';

export interface ServeOptions {
  readonly layout?: string;
  readonly seed: string;
  readonly port?: number;
  readonly lan?: boolean;
}

const SERVING: Readonly<Record<Language, (file: string, addresses: readonly string[]) => string>> = {
  en: (file, addresses) => `Serving ${file} on ${addresses.join(' and ')} (Ctrl-C ends it)`,
  ko: (file, addresses) => `${file} 화면 주소: ${addresses.join(' 또는 ')} (Ctrl-C로 종료)`,
};

export async function serveCommand(file: string, options: ServeOptions): Promise<number> {
  const lan = options.lan === true;
  const layout = options.layout ?? null;
  // Wrong input is told here, where it was typed; later mistakes in the file are told by the page.
  const terminal = terminalFor(process.stderr, {});
  load({ file, layout, seed: options.seed, set: [] }, terminal);
  const folder = join(packageRoot(), 'dist/web');
  if (!existsSync(join(folder, 'index.html'))) {
    throw new BadInput('the page is not built (dist/web is missing); run: npm ci && npm run build');
  }
  const server = createPageServer({
    folder,
    lan,
    document: () => ({ file, text: readScenario(file), layout, seed: options.seed }),
  });
  const port = await listen(server, options.port ?? null, lan);
  const addresses = ['127.0.0.1', ...(lan ? lanAddresses() : [])].map((address) => `http://${address}:${port}/`);
  const told = untilTold();
  process.stdout.write(`${SERVING[terminal.language](printable(file), addresses)}\n`);
  await told;
  server.close();
  server.closeAllConnections();
  return EXIT.met;
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
