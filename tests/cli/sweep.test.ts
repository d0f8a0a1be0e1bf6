import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { firebreak, TWO_SITES, temporaryFolder } from './process.js';

const STORM = 'scenarios/retry-storm.yaml';
const RETRIES = ['--vary', 'services.shop.needs.store.retries=0..3'];

const measured = z.looseObject({
  mean: z.number().nullable(),
  sd: z.number().nullable(),
  p95: z.number().nullable(),
  least: z.number().nullable(),
  greatest: z.number().nullable(),
  ci95: z.tuple([z.number(), z.number()]).nullable(),
  missing: z.int().min(0),
});

/** The contract of `firebreak.sweep/1`, see docs/cli.md. */
const SWEEP_DOCUMENT = z.looseObject({
  format: z.literal('firebreak.sweep/1'),
  layout: z.string(),
  parameter: z.string(),
  seeds: z.int(),
  partial: z.boolean(),
  measures: z.array(z.looseObject({ name: z.string(), unit: z.string() })),
  expectations: z.array(z.string()),
  points: z.array(
    z.looseObject({
      value: z.string(),
      number: z.number(),
      measures: z.record(z.string(), measured),
      met: z.array(z.int().nullable()),
    }),
  ),
  tippingPoint: z
    .looseObject({ measure: z.string(), between: z.tuple([z.string(), z.string()]), shareOfChange: z.number() })
    .nullable(),
});

describe('sweep', () => {
  it('draws the curve, marks where it tips, and tells where expectations stop holding', async () => {
    const { code, stdout, stderr } = await firebreak(['sweep', STORM, ...RETRIES, '--seeds', '3']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/\n +1 +█+ .*← tips\n/);
    expect(stdout).toContain('userHoursLost tips between 0 and 1');
    expect(stdout).toContain('0: 3/3   1: 0/3   2: 0/3   3: 0/3');
    expect(stdout.split('\n').every((line) => line.startsWith('  again') || line.length <= 100)).toBe(true);
  });

  it('prints one document that keeps its contract, and writes it and a table', async () => {
    const folder = temporaryFolder();
    const [out, table] = [folder.file('sweep.json'), folder.file('sweep.csv')];
    const { stdout } = await firebreak([
      ...['sweep', STORM, ...RETRIES, '--seeds', '2', '--json', '--out', out, '--csv', table],
      ...['--measure', 'userHoursLost', '--measure', 'downtimeSeconds:shop'],
    ]);
    const document = SWEEP_DOCUMENT.parse(JSON.parse(stdout));
    expect(document.points).toHaveLength(4);
    expect(Object.keys(document.points[0].measures)).toEqual(['userHoursLost', 'downtimeSeconds:shop']);
    expect(readFileSync(out, 'utf8')).toBe(stdout);
    const rows = readFileSync(table, 'utf8').split('\r\n');
    expect(rows).toHaveLength(1 + 4 * 2 + 1);
    expect(rows[0]).toMatch(/^parameter,value,number,measure,mean,/);
    expect(rows[3]).toMatch(/^services\.shop\.needs\.store\.retries,1,1,userHoursLost,.*,from here$/);
  });

  it('is the same, byte for byte, with one worker, with two, and after an interruption', async () => {
    const folder = temporaryFolder();
    const journal = folder.file('study.journal');
    const asked = ['sweep', TWO_SITES, '--vary', 'faults[0].at=30m..4h:4', '--seeds', '5', '--json'];
    const one = await firebreak([...asked, '--workers', '1']);
    const two = await firebreak([...asked, '--workers', '2', '--resume', journal]);
    expect(two.stdout).toBe(one.stdout);
    const lines = readFileSync(journal, 'utf8').split('\n');
    expect(lines.length).toBe(1 + 20 + 1);
    writeFileSync(journal, `${lines.slice(0, 8).join('\n')}\n${lines[8].slice(0, 30)}`);
    const resumed = await firebreak([...asked, '--workers', '2', '--resume', journal]);
    expect(resumed.stdout).toBe(one.stdout);
  });

  it.each([
    [['--vary', 'services.shop.capacity=1..2/s'], 'both ends have the same unit'],
    [['--vary', 'services.shop.capacty=50/s..60/s'], 'capacty'],
    [[...RETRIES, '--measure', 'userHourLost'], 'did you mean "userHoursLost"?'],
    [[...RETRIES, '--csv', '/no/such/folder/x.csv'], 'cannot write'],
    [[], '--vary'],
  ])('with %j is refused before any run', async (options, reason) => {
    const { code, stdout, stderr } = await firebreak(['sweep', STORM, ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
  });

  it('speaks Korean', async () => {
    const { stdout } = await firebreak(['sweep', STORM, ...RETRIES, '--seeds', '2', '--lang', 'ko']);
    expect(stdout).toContain('사이에서 급변');
  });
});
