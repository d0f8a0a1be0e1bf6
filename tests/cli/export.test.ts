import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firebreak, TWO_SITES, temporaryFolder } from './process.js';

describe('export', () => {
  it('takes the format from the end of the name, and gives a file that import reads', async () => {
    const folder = temporaryFolder();
    const [graph, back] = [folder.file('graph.gexf'), folder.file('back.yaml')];
    expect((await firebreak(['export', TWO_SITES, '-o', graph])).code).toBe(0);
    expect((await firebreak(['import', graph, '-o', back])).code).toBe(0);
    expect((await firebreak(['check', back])).code).toBe(0);
  });

  it.each(['gexf', 'graphml', 'dot', 'mermaid', 'csv', 'ndjson', 'openmetrics', 'svg', 'parquet'])(
    'writes %s to standard output and nothing else',
    async (format) => {
      const { code, stdout, stderr } = await firebreak(['export', TWO_SITES, '--as', format]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout.length).toBeGreaterThan(100);
    },
  );

  it('writes a picture as PNG, twice as fine as the SVG, its Korean names in it', async () => {
    const folder = temporaryFolder();
    const [korean, nameless] = [folder.file('korean.png'), folder.file('nameless.png')];
    const noFont = folder.file('none.ttf');
    writeFileSync(noFont, '');
    // Where this fails for want of a font: `npm run browser` installs one that has Korean.
    expect(await firebreak(['export', TWO_SITES, '--lang', 'ko', '-o', korean])).toMatchObject({ code: 0, stderr: '' });
    expect((await firebreak(['export', TWO_SITES, '--lang', 'ko', '--font', noFont, '-o', nameless])).code).toBe(0);
    const [written, without] = [korean, nameless].map((file) => readFileSync(file));
    // The eight bytes of PNG, then width and height: 1280 by 720 twice as fine.
    expect(written.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([written.readUInt32BE(16), written.readUInt32BE(20)]).toEqual([2560, without.readUInt32BE(20)]);
    expect(written.length).toBeGreaterThan(without.length * 1.2);
  });

  it('refuses a font that is not there before any work', async () => {
    const out = temporaryFolder().file('moment.png');
    const { code, stderr } = await firebreak(['export', TWO_SITES, '--font', 'no-such.ttf', '-o', out]);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot read no-such.ttf');
    expect(existsSync(out)).toBe(false);
  });

  it('is of the layout and seed that are named', async () => {
    const { stdout } = await firebreak([
      'export',
      TWO_SITES,
      '--as',
      'ndjson',
      '--layout',
      'login-in-both',
      '--seed',
      '7',
    ]);
    expect(JSON.parse(stdout.slice(0, stdout.indexOf('\n')))).toMatchObject({ layout: 'login-in-both', seed: '7' });
  });

  it('refuses formats that there are not, moments outside, and writes nothing then', async () => {
    const out = temporaryFolder().file('moment.svg');
    for (const args of [['--as', 'pdf'], ['-o', 'graph.pdf'], [], ['--at', '99d', '-o', out]]) {
      expect((await firebreak(['export', TWO_SITES, ...args])).code).toBe(2);
    }
    expect(existsSync(out)).toBe(false);
    expect(readFileSync(TWO_SITES, 'utf8')).toContain('firebreak: 1');
  });
});
