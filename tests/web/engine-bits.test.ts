/**
 * The engine computes the same bits in Chromium as in Node.
 *
 * Both run the same bundle, made here. Every function of the portable mathematics is asked at thousands of points, and
 * every distribution drawn from; what is compared is not rounded.
 */
import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** A script that leaves the result in `bits`. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve('tests/web/engine-bits.page.ts'), formats: ['iife'], name: 'engineBits' },
    },
  });
  const outputs = Array.isArray(result)
    ? result.flatMap(({ output }) => output)
    : 'output' in result
      ? result.output
      : [];
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('nothing was bundled');
  return chunk.code;
}

test('portable mathematics and random draws have the same bits in Chromium as in Node', async () => {
  const script = `${await bundle()}; JSON.stringify(engineBits.bits())`;
  const page = await browser.newPage();
  const there = JSON.parse((await page.evaluate(script)) as string);
  const here = JSON.parse(runInNewContext(script) as string);
  expect(Object.keys(here)).toContain('gammaincP');
  expect(there).toEqual(here);
});
