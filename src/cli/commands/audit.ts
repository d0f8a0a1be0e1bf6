/** `firebreak audit`: what is wrong with a design, without running it; the findings asked for set the exit code. */
import { AUDIT_RULE_NAMES, type AuditDocument, type AuditFinding, audit, auditPage } from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput } from '../failures.js';
import { openTarget } from '../files/write-atomically.js';
import { load } from '../load.js';
import { printable, printableJson } from '../output/printable.js';
import { type Language, terminalFor } from '../output/terminal.js';
import { auditReport } from '../report/audit-report.js';
import { studyCommand } from '../shell-commands.js';

export interface AuditCommandOptions {
  readonly layout?: string;
  readonly set: readonly string[];
  readonly json?: boolean;
  readonly out?: string;
  /** A file for the page. */
  readonly report?: string;
  readonly full?: boolean;
  /** Severities and names of rules. */
  readonly failOn: readonly string[];
  readonly lang?: Language;
  readonly ascii?: boolean;
}

/** What `--fail-on` may name. */
const AUDIT_FAILS: readonly string[] = ['error', 'warning', ...AUDIT_RULE_NAMES];

export function auditCommand(file: string, options: AuditCommandOptions): number {
  const unknown = options.failOn.find((each) => !AUDIT_FAILS.includes(each));
  if (unknown !== undefined)
    throw new BadInput(`--fail-on ${printable(unknown)}: not one of ${AUDIT_FAILS.join(', ')}`);
  // The document is for machines: in English unless a language is asked for.
  const terminal = terminalFor(process.stdout, options.json ? { ...options, lang: options.lang ?? 'en' } : options);
  const scenario = load({ file, layout: options.layout ?? null, seed: '1', set: options.set }, terminal);
  const target = options.out === undefined ? null : openTarget(options.out, [file]);
  const page = options.report === undefined ? null : openTarget(options.report, [file]);
  const document = audit(scenario, { language: terminal.language });
  const struck = document.findings.filter((finding) => isStruck(finding, options.failOn));
  const text = `${printableJson(document)}\n`;
  target?.write(text);
  page?.write(auditPage(document, scenario, { command: again(file, options), language: terminal.language }));
  process.exitCode = struck.length > 0 ? EXIT.failed : EXIT.met;
  process.stdout.write(options.json ? text : reportOf(document, struck.length));
  return process.exitCode;

  function reportOf(of: AuditDocument, failing: number): string {
    return auditReport({
      document: of,
      file: scenario.file,
      failing,
      failOn: options.failOn,
      full: options.full === true,
      terminal,
    });
  }
}

function again(file: string, { layout, set, failOn }: AuditCommandOptions): string {
  return studyCommand('audit', file, [
    ...(layout === undefined ? [] : ['--layout', layout]),
    ...set.flatMap((override) => ['--set', override]),
    ...(failOn.length === 0 ? [] : ['--fail-on', failOn.join(',')]),
  ]);
}

/** `warning` is the least that there is, so it strikes for errors too. */
function isStruck({ rule, severity }: AuditFinding, failOn: readonly string[]): boolean {
  return failOn.includes(rule) || failOn.includes(severity) || failOn.includes('warning');
}
