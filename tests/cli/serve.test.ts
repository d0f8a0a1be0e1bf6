import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, ended, firebreak, start, TWO_SITES, temporaryFolder } from './process.js';

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Sends the path as it is: no client in between may tidy it up. */
function ask(port: number, path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Reply> {
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on('error', failed).end();
  });
}

interface Served {
  readonly port: number;
  readonly line: string;
  end(signal: NodeJS.Signals): Promise<Ended>;
}

/** Starts the command and waits for the line that tells the address. */
function serve(args: readonly string[]): Promise<Served> {
  const child = start(['serve', ...args]);
  const end = ended(child);
  return new Promise((done, failed) => {
    child.stdout.once('data', (line: string) => {
      const port = Number(/:(\d+)\//.exec(line)?.[1]);
      done({
        port,
        line,
        end(signal) {
          child.kill(signal);
          return end;
        },
      });
    });
    void end.then(({ stderr }) => failed(new Error(`serve ended: ${stderr}`)));
  });
}

describe('serve', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve([TWO_SITES, '--port', '0', '--seed', '7']);
  });
  afterAll(() => served.end('SIGKILL'));

  it('gives scripts a policy of their own, since a worker has not that of the page', async () => {
    const page = await ask(served.port, '/');
    const [, script] = /src="\.(\/assets\/[^"]+\.js)"/.exec(page.body) ?? [];
    expect((await ask(served.port, script)).headers['content-security-policy']).toBe("default-src 'none'");
    // The page names what it loads: this would forbid all of it.
    expect(page.headers['content-security-policy']).toBeUndefined();
  });

  it('prints the address, of this machine only', () => {
    expect(served.line).toBe(`Serving ${TWO_SITES} on http://127.0.0.1:${served.port}/ (Ctrl-C ends it)\n`);
  });

  it('gives the page, with its type and size', async () => {
    const { status, headers, body } = await ask(served.port, '/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(Number(headers['content-length'])).toBe(Buffer.byteLength(body));
    expect(body).toBe(readFileSync('dist/web/index.html', 'utf8'));
  });

  it('gives every script and style that the page names, with a type that browsers take', async () => {
    const { body } = await ask(served.port, '/');
    const names = [...body.matchAll(/(?:src|href)="\.?\/?([^":]+\.(?:js|css))"/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const { status, headers } = await ask(served.port, `/${name}`);
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(/^text\/(javascript|css); charset=utf-8$/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('answers HEAD with the same headers and no body', async () => {
    const get = await ask(served.port, '/');
    const head = await ask(served.port, '/', 'HEAD');
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head.body).toBe('');
  });

  it('hands the scenario to the page', async () => {
    const { status, headers, body } = await ask(served.port, '/firebreak-serve.json');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body)).toEqual({
      file: TWO_SITES,
      text: readFileSync(TWO_SITES, 'utf8'),
      layout: null,
      seed: '7',
    });
  });

  it.each([
    '/../package.json',
    '/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/..%5cpackage.json',
    '/assets/../../cli.js',
    '//etc/passwd',
    '/%00',
    '/%zz',
    '/none.js',
  ])('gives nothing for %s', async (path) => {
    const { status, body } = await ask(served.port, path);
    expect(status).toBe(404);
    expect(body).toBe('there is no such file\n');
  });

  it('refuses other methods', async () => {
    const { status, headers } = await ask(served.port, '/firebreak-serve.json', 'POST');
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  });

  it('does not answer to a foreign name, with which a page from elsewhere could read the scenario', async () => {
    const { status, body } = await ask(served.port, '/firebreak-serve.json', 'GET', { Host: 'evil.example' });
    expect(status).toBe(403);
    expect(body).not.toContain('firebreak: 1');
    expect((await ask(served.port, '/', 'GET', { Host: `localhost:${served.port}` })).status).toBe(200);
  });
});

describe('the life of the server', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends on %s with exit code 0 and nothing more to say', async (signal) => {
    const served = await serve([TWO_SITES, '--port', '0']);
    const { code, stderr } = await served.end(signal);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('reads the scenario again at each request, and says when it is gone', async () => {
    const folder = temporaryFolder();
    const file = folder.file('scenario.yaml');
    const text = readFileSync(TWO_SITES, 'utf8');
    writeFileSync(file, text);
    const served = await serve([file, '--port', '0']);
    writeFileSync(file, `${text}# changed\n`);
    const { body } = await ask(served.port, '/firebreak-serve.json');
    expect((JSON.parse(body) as { text: string }).text).toBe(`${text}# changed\n`);
    await served.end('SIGINT');
  });

  it('refuses a port that is taken, and a scenario that is wrong, with exit code 2', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as AddressInfo;
    const taken = await firebreak(['serve', TWO_SITES, '--port', String(port)]);
    other.close();
    expect(taken.code).toBe(2);
    expect(taken.stderr).toBe(`cannot serve on port ${port}: the port is in use\n`);
    const missing = await firebreak(['serve', 'none.yaml']);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('no-such-file');
  });
});
