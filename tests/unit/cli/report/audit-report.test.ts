import { expect, it } from 'vitest';
import { terminalFor } from '../../../../src/cli/output/terminal.js';
import { auditReport } from '../../../../src/cli/report/audit-report.js';
import type { AuditDocument, AuditFinding } from '../../../../src/index.js';

const finding = (place: number): AuditFinding => ({
  rule: 'timeout-shorter',
  severity: 'warning',
  subject: `shop -> s${place}`,
  message: `the ${place}th`,
  advice: 'wait longer',
  line: 10 + place,
  affected: ['shop'],
});
const document: AuditDocument = {
  format: 'firebreak.audit/1',
  scenario: { id: 'many', title: { en: 'Many \u001b[31mcalls' }, sha256: '0'.repeat(64) },
  layout: 'base',
  findings: Array.from({ length: 10 }, (_, i) => finding(i)),
  errors: 0,
  warnings: 10,
};

function report(full: boolean): string {
  const terminal = terminalFor({}, { lang: 'en', ascii: true }, {});
  return auditReport({ document, file: 'many.yaml', failing: 0, failOn: [], full, terminal });
}

it('of many findings of one rule six are told, and how many more there are', () => {
  expect(report(false).match(/timeout-shorter {2}shop -> s\d/g)).toHaveLength(6);
  expect(report(false)).toContain('... 4 more of timeout-shorter: --full');
  expect(report(false)).toContain('FINDINGS  0 errors, 10 warnings');
  expect(report(true).match(/timeout-shorter {2}shop -> s\d/g)).toHaveLength(10);
  expect(report(true)).not.toContain('--full');
});

it('no name steers the terminal', () => {
  expect(report(true)).not.toContain('\u001b');
  expect(report(true)).toContain('Many \\u001b[31mcalls');
});
