/** Starts the page from another script than the one that index.html names. */
import type { Plugin } from 'vite';

export function entry(script: string): Plugin {
  return {
    name: 'entry',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace('./main.tsx', script) },
  };
}
