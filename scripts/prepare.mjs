// Runs after `npm ci`: builds dist/ and links the command, so that `npx --no-install firebreak` works in this folder.
// Without the build tools (`npm ci --omit=dev`, or installed from the registry) there is nothing to build: it says so.
// A build that fails is told aloud but does not fail the install, which must stay possible on a broken tree;
// .ci/run and `npm test` build again and do fail.
import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function linkCommand() {
  const link = join(root, 'node_modules/.bin/firebreak');
  mkdirSync(dirname(link), { recursive: true });
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  try {
    symlinkSync('../../bin/firebreak.js', link);
  } catch (error) {
    console.warn(`prepare: cannot link node_modules/.bin/firebreak (${error.message}); use node bin/firebreak.js`);
  }
}

linkCommand();
if (!existsSync(join(root, 'node_modules/vite/package.json'))) {
  console.log('prepare: no build tools here (dev dependencies left out), nothing built');
} else {
  try {
    const { build } = await import('./build.mjs');
    await build();
  } catch (error) {
    console.error(
      `prepare: the build FAILED, the command will not run until \`npm run build\` passes\n${error.message}`,
    );
  }
}
