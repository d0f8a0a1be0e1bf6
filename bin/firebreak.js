#!/usr/bin/env node
// The command is a bundle. Committed apart from it, so that the name exists before anything is built.
import { existsSync } from 'node:fs';

const bundle = new URL('../dist/cli.js', import.meta.url);
if (existsSync(bundle)) {
  await import(bundle.href);
} else {
  process.stderr.write('firebreak: not built yet (dist/cli.js is missing); run: npm ci && npm run build\n');
  process.exitCode = 3;
}
