/**
 * The page and the scenario over HTTP: files of one folder, and `/firebreak-serve.json`, read anew at each request.
 *
 * Answers GET and HEAD only. A name other than this machine's own is refused unless the network is invited (`lan`): a
 * foreign page that points its own name at 127.0.0.1 must not read the scenario. Left out: ranges, compression, TLS.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { contentTypeOf } from './content-types.js';
import { staticFile } from './static-file.js';

/** For all but the page, which brings its own: a worker has the policy of its file, and asks nobody for anything. */
const POLICY = "default-src 'none'";

export const SERVE_DOCUMENT = '/firebreak-serve.json';

export interface ServerOptions {
  readonly folder: string;
  readonly lan: boolean;
  /** The document of `/firebreak-serve.json`, made at each request. */
  readonly document: () => unknown;
}

/** What is answered; a file's content is streamed. */
type Reply =
  | { readonly status: number; readonly type: string; readonly text: string; readonly headers?: Record<string, string> }
  | { readonly status: number; readonly type: string; readonly file: string };

export function createPageServer(options: ServerOptions): Server {
  return createServer((request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-cache');
    try {
      send(response, replyTo(request, options), request.method === 'HEAD');
    } catch (error) {
      if (response.headersSent) response.destroy();
      else send(response, refusal(500, error instanceof Error ? error.message : String(error)), false);
    }
  });
}

function replyTo(request: IncomingMessage, { lan, folder, document }: ServerOptions): Reply {
  if (!lan && !isOwnName(request.headers.host)) return refusal(403, 'ask for 127.0.0.1 or localhost');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refusal(405, 'only GET and HEAD', { Allow: 'GET, HEAD' });
  }
  const path = (request.url ?? '/').replace(/[?#].*$/s, '');
  if (path === SERVE_DOCUMENT) {
    return { status: 200, type: contentTypeOf('.json'), text: `${JSON.stringify(document())}\n` };
  }
  const file = staticFile(folder, path);
  if (file === null) return refusal(404, 'there is no such file');
  return { status: 200, type: contentTypeOf(extname(file)), file };
}

function refusal(status: number, text: string, headers: Record<string, string> = {}): Reply {
  return { status, type: contentTypeOf('.txt'), text: `${text}\n`, headers };
}

function send(response: ServerResponse, reply: Reply, headOnly: boolean): void {
  const size = 'file' in reply ? statSync(reply.file).size : Buffer.byteLength(reply.text);
  const headers = 'file' in reply ? {} : reply.headers;
  if (!reply.type.startsWith('text/html')) response.setHeader('Content-Security-Policy', POLICY);
  response.writeHead(reply.status, { ...headers, 'Content-Type': reply.type, 'Content-Length': size });
  if (headOnly) response.end();
  else if ('file' in reply)
    createReadStream(reply.file)
      .on('error', () => response.destroy())
      .pipe(response);
  else response.end(reply.text);
}

/** `localhost:4180`, `127.0.0.1`, `[::1]:4180`. */
function isOwnName(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);
}
