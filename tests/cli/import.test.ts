import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firebreak, temporaryFolder } from './process.js';

const DEPENDENCIES = 'tests/samples/socialnet-deps.json';

describe('import', () => {
  it('writes a scenario that check accepts and run runs, and says what comes next', async () => {
    const file = temporaryFolder().file('social.yaml');
    const { code, stdout, stderr } = await firebreak(['import', DEPENDENCIES, '-o', file]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('12 services, 19 calls, site main');
    expect(stdout).toContain(`npx --no-install firebreak run ${file}`);
    expect((await firebreak(['check', file])).code).toBe(0);
    const ran = await firebreak(['run', file, '--json']);
    expect([ran.code, JSON.parse(ran.stdout).services.length]).toEqual([0, 12]);
  });

  it('prints the scenario alone to standard output when no file is named', async () => {
    const { code, stdout, stderr } = await firebreak(['import', 'jaeger', DEPENDENCIES]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Made by `firebreak import` from\n/);
    expect(stderr).toContain('calls go in a circle');
  });

  it('tells a document', async () => {
    const { stdout } = await firebreak(['import', DEPENDENCIES, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'firebreak.import/1',
      services: 12,
      calls: 19,
      sources: [{ file: DEPENDENCIES, format: 'Jaeger dependencies' }],
      notes: expect.arrayContaining([expect.objectContaining({ code: 'circle', line: 1 })]),
      scenario: expect.stringContaining('firebreak: 1'),
    });
  });

  it('merges, and places by rules', async () => {
    const { code, stdout } = await firebreak([
      'import',
      'tests/samples/online-boutique-kubernetes-manifests.yaml',
      '--merge',
      DEPENDENCIES,
      '--site-of',
      'frontend=seoul',
      '--site-of',
      '*=busan',
      '--json',
    ]);
    expect([code, JSON.parse(stdout).sites, JSON.parse(stdout).services]).toEqual([0, ['busan', 'seoul'], 24]);
  });

  it('writes nothing when anything is wrong, and tells all of it', async () => {
    const folder = temporaryFolder();
    const [bad, worse, out] = ['bad.csv', 'worse.json', 'out.yaml'].map((name) => folder.file(name));
    writeFileSync(bad, 'from,to,count\na,b,-1\n');
    writeFileSync(worse, '{"data": [');
    const { code, stdout, stderr } = await firebreak(['import', bad, worse, '-o', out]);
    expect({ code, stdout, written: existsSync(out) }).toEqual({ code: 2, stdout: '', written: false });
    expect(stderr).toContain(`${bad}:2:5 error negative`);
    expect(stderr).toContain(`${worse}:1:11 error syntax`);
  });

  it('leaves a file alone that was there before, when something is wrong', async () => {
    const folder = temporaryFolder();
    const [bad, out] = ['bad.csv', 'out.yaml'].map((name) => folder.file(name));
    writeFileSync(bad, 'from,to\n"a,b\n');
    writeFileSync(out, 'mine');
    expect((await firebreak(['import', bad, '-o', out])).code).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  it('refuses to write over what it reads, and formats that there are not', async () => {
    const folder = temporaryFolder();
    const edges = folder.file('edges.csv');
    writeFileSync(edges, 'from,to\na,b\n');
    const over = await firebreak(['import', edges, '-o', edges]);
    expect([over.code, readFileSync(edges, 'utf8')]).toEqual([2, 'from,to\na,b\n']);
    const unknown = await firebreak(['import', '--format', 'nagios', edges]);
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringContaining('there is no format nagios; there are: '),
    ]);
    expect((await firebreak(['import', 'none.json', 'nor-this.json'])).stderr.split('\n')).toHaveLength(3);
  });

  it('speaks Korean', async () => {
    const { stderr } = await firebreak(['import', DEPENDENCIES, '--lang', 'ko']);
    expect(stderr).toContain('서비스 12개, 호출 19개');
    expect(stderr).toContain('호출이 순환합니다');
  });
});
