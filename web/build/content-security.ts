/**
 * The page's content security policy, as a meta element: nothing from elsewhere, no script but ours.
 *
 * Served, scripts and styles are files of our own. In one file they are inside it, named by their hashes, and nothing
 * at all may be asked for; the worker is a blob, which inherits the policy of the page that made it.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

export function contentSecurity(): Plugin {
  return {
    name: 'content-security',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // After the plugin that puts everything into one file: what is hashed must be what is written.
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue;
          const html = String(file.source);
          const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}" />`;
          file.source = html.replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${meta}`);
        }
      },
    },
  };
}

function policyOf(html: string): string {
  const scripts = inline(html, 'script');
  const styles = inline(html, 'style');
  return [
    "default-src 'none'",
    `script-src ${scripts.length > 0 ? scripts.join(' ') : "'self'"}`,
    `style-src ${styles.length > 0 ? styles.join(' ') : "'self'"}`,
    'img-src data:',
    `worker-src ${scripts.length > 0 ? 'blob:' : "'self'"}`,
    `connect-src ${scripts.length > 0 ? "'none'" : "'self'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Hashes of the elements of a name that have their content inside. */
function inline(html: string, name: 'script' | 'style'): string[] {
  const contents = [...html.matchAll(new RegExp(`<${name}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${name}>`, 'g'))];
  return contents.map(([, content]) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`);
}
