/** A run as tables and as a report: what a person takes along. */
import { describe, expect, it } from 'vitest';
import { eventsCsv, servicesCsv } from '../../../src/formats/csv/run-tables.js';
import { incidentReport } from '../../../src/formats/markdown/incident-report.js';
import { loadScenario } from '../../../src/library/load-scenario.js';
import { run } from '../../../src/library/run.js';

const TEXT = `firebreak: 1
title: 'A [shop] | "of" *stars*'
start: 2024-05-13T09:00:00+09:00
duration: 1d
sites: { north: { servers: 40 } }
services:
  shop:
    name: { en: '=Shop, "north"', ko: 상점 }
    users: { population: 200k, peak: 900/s }
    capacity: 60/s
    deploy: { north: { servers: 20 } }
faults:
  - { at: 1h, kind: power-loss, site: north }
recovery: { power: { north: 3h } }
`;
const { reading, document } = run(loadScenario(TEXT, { file: 'shop.yaml' }));
const rowsOf = (csv: string): string[] => csv.slice(1).trimEnd().split('\r\n');

describe('tables of a run', () => {
  it('begin with the mark that spreadsheets need for Korean, and have English keys', () => {
    for (const csv of [servicesCsv(document, 'ko'), eventsCsv(reading, 'ko')])
      expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(rowsOf(servicesCsv(document, 'ko'))[0]).toMatch(/^kind,id,name,availability,downtimeSeconds/);
    expect(rowsOf(servicesCsv(document, 'ko'))[1]).toMatch(/^service,shop,상점,/);
  });

  it('have the numbers of the document', () => {
    const [head, row] = rowsOf(servicesCsv(document, 'ko')).map((line) => line.split(','));
    const of = (key: string): string => row[head.indexOf(key)];
    expect(Number(of('notUpSeconds'))).toBe(document.services[0].notUpSeconds);
    expect(of('restoredAt')).toBe(document.services[0].restoredAt);
  });

  it('let no name be taken for a formula or for a cell of its own', () => {
    expect(rowsOf(servicesCsv(document, 'en'))[1]).toContain('service,shop,"\'=Shop, ""north""",');
  });

  it('have a row for each event, with what it follows from', () => {
    const rows = rowsOf(eventsCsv(reading, 'en'));
    expect(rows).toHaveLength(reading.record.events.count + 1);
    expect(rows[1]).toMatch(
      /^1,2024-05-13T10:00:00\+09:00,0,fault\.began,fault,power-loss-1,power loss \(north\) began,13,/,
    );
    expect(rows[2]).toMatch(/,power\.lost,zone,.*,1$/);
  });
});

describe('the report', () => {
  const report = incidentReport(reading, document, 'en');

  it('says what it cost, what was down, and why', () => {
    expect(report).toContain('- Half served again: ');
    expect(report).toMatch(/\| =Shop, "north" \| 2024-05-13 10:00 \| .* \| 2024-05-13 1\d:/);
    expect(report).toMatch(
      /#### Why =Shop, "north" went down\n\n1\. 2024-05-13 10:00:00 power loss \(north\) began \(shop\.yaml:13\)/,
    );
  });

  it('lets no name be markup', () => {
    expect(report.split('\n')[0]).toBe('### A \\[shop\\] | "of" \\*stars\\*');
  });

  it('is in Korean, too', () => {
    expect(incidentReport(reading, document, 'ko')).toContain('#### 상점 중단 원인');
  });
});
