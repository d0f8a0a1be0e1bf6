/**
 * The page in one file carries its script deflated: half as many bytes to send around a class.
 *
 * A few lines unpack it and put it in place. It runs because its own hash is in the page's content security policy, which was
 * made of the script as it runs: what does not unpack to exactly that is not run. Comes after that policy, and adds the
 * lines' own hash to it. Licence notices stay as they are, to be read.
 */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'vite';

const SCRIPT = /<script type="module"[^>]*>([\s\S]*?)<\/script>/;
const POLICY = "script-src 'sha256-";

/** What a browser says that cannot unpack: those of before 2023. */
const TOO_OLD = 'This browser is too old for Firebreak. 이 브라우저는 너무 오래되어 Firebreak를 열 수 없습니다.';

/** The script is the element `program`, whose text is the worker's too; see engine/start-worker.ts. */
const UNPACK = `
const packed = document.getElementById('packed');
if (typeof DecompressionStream === 'undefined') document.getElementById('app').textContent = ${JSON.stringify(TOO_OLD)};
else {
  const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const program = document.createElement('script');
  program.id = 'program';
  program.textContent = await new Response(stream).text();
  packed.replaceWith(program);
}
`;

export function packScript(): Plugin {
  return {
    name: 'pack-script',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue;
          file.source = pack(String(file.source));
        }
      },
    },
  };
}

function pack(html: string): string {
  const [element, script] = SCRIPT.exec(html) ?? [];
  if (element === undefined || !html.includes(POLICY)) throw new Error('the page has no script with a policy to pack');
  const packed = deflateRawSync(script, { level: 9 }).toString('base64');
  const hash = createHash('sha256').update(UNPACK).digest('base64');
  return html
    .replace(
      element,
      () => `<script type="text/plain" id="packed">${packed}</script>\n    <script type="module">${UNPACK}</script>`,
    )
    .replace(POLICY, () => `script-src 'sha256-${hash}' 'sha256-`);
}
