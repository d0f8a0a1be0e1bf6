import { existsSync, readFileSync } from 'node:fs';
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

  it.each(['gexf', 'dot', 'mermaid', 'csv', 'ndjson', 'openmetrics', 'svg'])(
    'writes %s to standard output and nothing else',
    async (format) => {
      const { code, stdout, stderr } = await firebreak(['export', TWO_SITES, '--as', format]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout.length).toBeGreaterThan(100);
    },
  );

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
