/** An audit as a page: how much is wrong by rule, who suffers from it, and each finding with its line and what to do. */
import { element, figure, type Html, heading, list, table } from '../../../formats/html/page.js';
import type { Language } from '../../../results/amounts.js';
import { namesOf } from '../../../results/names.js';
import type { Scenario } from '../../../scenario/model.js';
import { barsChart } from '../../../scene/charts/bars-chart.js';
import { paintSvg } from '../../../scene/svg.js';
import { PALETTES } from '../../../scene/theme.js';
import type { AuditDocument, AuditFinding } from '../../../studies/audit/audit.js';
import type { Severity } from '../../../studies/audit/finding.js';
import { type StudyPageOptions, studyPage } from '../frame/study-page.js';
import { type AuditPageTexts, auditPageTextsIn } from './audit-texts.js';

interface Frame {
  readonly document: AuditDocument;
  readonly language: Language;
  readonly texts: AuditPageTexts;
  /** Names of services and journeys, and in how many findings each is, most first. */
  readonly suffering: readonly { readonly name: string; readonly findings: number }[];
}

const MOST_SUFFERING = 20;

/** @param scenario the layout that was audited, for the names, sources and defaults that the document does not have */
export function auditPage(
  document: AuditDocument,
  scenario: Scenario,
  { command, language = 'en' }: StudyPageOptions,
): string {
  const texts = auditPageTextsIn(language);
  const frame: Frame = { document, language, texts, suffering: sufferingIn(document, scenario, language) };
  return studyPage({
    scenario,
    facts: [document.scenario.id, document.layout, texts.notRun],
    partial: null,
    sections: [
      heading(2, texts.inShort),
      list(sentences(frame)),
      ...byRule(frame),
      ...whoSuffers(frame),
      ...findings('error', frame),
      ...findings('warning', frame),
    ],
    how: texts.how,
    engine: null,
    command,
    language,
  });
}

function sufferingIn({ findings: all }: AuditDocument, scenario: Scenario, language: Language): Frame['suffering'] {
  const names = namesOf(scenario, language);
  const journeys = new Set(scenario.journeys.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { affected } of all) for (const id of affected) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
    .map(([id, count]) => ({
      name: names({ kind: journeys.has(id) ? 'journey' : 'service', id, of: [], path: '' }),
      findings: count,
    }));
}

function sentences({ document, texts, suffering }: Frame): readonly string[] {
  if (document.findings.length === 0) return [texts.none];
  const [first, second] = suffering;
  const isOne = first !== undefined && first.findings > (second?.findings ?? 0);
  return [
    texts.counts(document.errors, document.warnings),
    ...(isOne ? [texts.worst(first.name, first.findings)] : []),
  ];
}

function byRule({ document, texts }: Frame): readonly Html[] {
  const counts = new Map<string, { readonly finding: AuditFinding; count: number }>();
  for (const finding of document.findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { finding, count: 1 });
    else known.count++;
  }
  if (counts.size === 0) return [];
  return [
    heading(2, texts.byRule),
    table({
      head: [texts.rule, texts.severity, texts.findings],
      rows: [...counts.values()].map(({ finding: { rule, severity }, count }) => [
        rule,
        texts.severities[severity],
        String(count),
      ]),
      words: [1],
    }),
  ];
}

function whoSuffers({ texts, suffering, language }: Frame): readonly Html[] {
  if (suffering.length === 0) return [];
  const shown = suffering.slice(0, MOST_SUFFERING);
  const caption = texts.affectedCaption(shown.length, suffering.length);
  const chart = barsChart({
    series: [texts.findings],
    rows: shown.map(({ name, findings: value }) => ({ name, bars: [{ value, text: String(value), ci95: null }] })),
    unit: 'count',
    width: 900,
    palette: PALETTES.light,
    language,
  });
  return [
    heading(2, texts.affected),
    figure(paintSvg(chart, { title: texts.affected, description: caption }), caption),
  ];
}

function findings(wanted: Severity, { document, texts }: Frame): readonly Html[] {
  const all = document.findings.filter(({ severity }) => severity === wanted);
  if (all.length === 0) return [];
  return [
    heading(2, texts.sections[wanted]),
    table({
      head: [texts.rule, texts.subject, texts.message, texts.line],
      rows: all.map(({ rule, subject, message, advice, line }) => [
        rule,
        subject,
        { html: `${element('div', message).html}${element('div', `→ ${advice}`).html}` },
        line === null ? '' : String(line),
      ]),
      words: [1, 2],
    }),
  ];
}
