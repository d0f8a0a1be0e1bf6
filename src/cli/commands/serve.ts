/** `firebreak serve`: the page that plays a scenario, until Ctrl-C. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../exit-codes.js';
import { BadInput } from '../failures.js';
import { readScenario } from '../files/read-scenario.js';
import { load } from '../load.js';
import { printable } from '../output/printable.js';
import { terminalFor } from '../output/terminal.js';
import { packageRoot } from '../package-root.js';
import { lanAddresses, listen } from '../serve/listen.js';
import { createPageServer } from '../serve/server.js';

export interface ServeOptions {
  readonly layout?: string;
  readonly seed: string;
  readonly port?: number;
  readonly lan?: boolean;
}

export async function serveCommand(file: string, options: ServeOptions): Promise<number> {
  const lan = options.lan === true;
  const layout = options.layout ?? null;
  // Wrong input is told here, where it was typed; later mistakes in the file are told by the page.
  load({ file, layout, seed: options.seed, set: [] }, terminalFor(process.stderr, {}));
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
  process.stdout.write(`Serving ${printable(file)} on ${addresses.join(' and ')} (Ctrl-C ends it)\n`);
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
