/** A scenario's graph, and a run's record, in formats of other programs. Pure: texts come out, whoever asks writes them. */
import { dot } from '../formats/export/dot.js';
import { gexf } from '../formats/export/gexf.js';
import { graphml } from '../formats/export/graphml.js';
import { mermaid } from '../formats/export/mermaid.js';
import { momentSvg } from '../formats/export/moment-svg.js';
import { openMetrics } from '../formats/export/open-metrics.js';
import { recordCsv } from '../formats/export/record-csv.js';
import { recordNdjson } from '../formats/export/record-ndjson.js';
import { recordParquet } from '../formats/export/record-parquet.js';
import { serviceGraph } from '../formats/export/service-graph.js';
import { affectedInAll } from '../results/affected.js';
import type { Language } from '../results/amounts.js';
import type { LoadedScenario } from './load-scenario.js';
import { momentOf } from './moment.js';
import type { RunResult } from './run.js';

/** Of the scenario alone: no run is needed. */
export const GRAPH_FORMATS = ['gexf', 'graphml', 'dot', 'mermaid'] as const;
export const RUN_FORMATS = ['csv', 'ndjson', 'openmetrics', 'svg'] as const;
/** Of bytes; the others are texts. */
export const BINARY_FORMATS = ['parquet'] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];
export type RunFormat = (typeof RUN_FORMATS)[number];

export interface ExportRunOptions {
  readonly language?: Language;
  /** `openmetrics`: between two samples; 60 when left out. */
  readonly everySeconds?: number;
  /** `svg`: a moment as `explain` takes it; when most people are affected when left out. */
  readonly at?: string;
}

/** A moment that is none, or is outside of the run; too many samples. */
export class ExportError extends Error {
  override name = 'ExportError';
}

const WRITERS = { gexf, graphml, dot, mermaid } as const;

export function exportGraph(scenario: LoadedScenario, format: GraphFormat, language: Language = 'en'): string {
  return WRITERS[format](serviceGraph(scenario, language));
}

/** The record as a file of Parquet. */
export function exportParquet({ record }: Pick<RunResult, 'record'>): Uint8Array {
  return recordParquet(record);
}

/** More samples of a series than these are no picture of anything. */
const MOST_SAMPLES = 1_000_000;

/** @throws ExportError */
export function exportRun(
  scenario: LoadedScenario,
  { record, reading }: RunResult,
  format: RunFormat,
  { language = 'en', everySeconds = 60, at }: ExportRunOptions = {},
): string {
  switch (format) {
    case 'csv':
      return recordCsv(record);
    case 'ndjson':
      return recordNdjson(scenario, record, language);
    case 'openmetrics': {
      const samples = Math.floor(record.durationMicroseconds / 1e6 / everySeconds) + 1;
      if (samples > MOST_SAMPLES)
        throw new ExportError(`that makes ${samples} samples of each series; at most ${MOST_SAMPLES}`);
      return openMetrics(reading, { everySeconds });
    }
    case 'svg': {
      const microseconds = at === undefined ? peakOf(reading) : momentIn(scenario, reading, at);
      return momentSvg(reading, { otherLayouts: scenario.otherLayouts, microseconds, language });
    }
  }
}

function momentIn(scenario: LoadedScenario, { record }: RunResult['reading'], at: string): number {
  const asked = momentOf(scenario, at);
  if (asked === null) throw new ExportError(`"${at}" is no moment: write 8h, T+8h, 18:00 or 2022-10-15T18:00`);
  const microseconds = asked.microseconds + (asked.since === 'origin' ? (record.originMicroseconds ?? 0) : 0);
  if (microseconds < 0 || microseconds > record.durationMicroseconds)
    throw new ExportError(`"${at}" is outside of the run`);
  return microseconds;
}

/** The first moment at which most people are affected; the start when nobody is. */
function peakOf(reading: RunResult['reading']): number {
  const { times, values } = affectedInAll(reading).all;
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return times[best] ?? 0;
}
