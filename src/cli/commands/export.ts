/** `firebreak export`: a scenario's graph or a run's record, for other programs. */
import {
  BINARY_FORMATS,
  ExportError,
  exportGraph,
  exportParquet,
  exportRun,
  GRAPH_FORMATS,
  type GraphFormat,
  RUN_FORMATS,
  type RunFormat,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput, Crashed, Interrupted } from '../failures.js';
import { openTarget } from '../files/write-atomically.js';
import { load } from '../load.js';
import { printable } from '../output/printable.js';
import { type Language, terminalFor } from '../output/terminal.js';
import { pace } from '../pace.js';
import { type RunRequest, replayCommand } from '../shell-commands.js';

export interface ExportCommandOptions {
  readonly as?: string;
  readonly layout?: string;
  readonly seed: string;
  readonly set: readonly string[];
  readonly every?: number;
  readonly at?: string;
  /** Files of fonts, for PNG. */
  readonly font: readonly string[];
  readonly out?: string;
  readonly lang?: Language;
}

type Format = GraphFormat | RunFormat | (typeof BINARY_FORMATS)[number] | 'png';

/** By the end of the file's name. */
const ENDINGS: Readonly<Record<string, Format>> = {
  gexf: 'gexf',
  graphml: 'graphml',
  dot: 'dot',
  gv: 'dot',
  mmd: 'mermaid',
  mermaid: 'mermaid',
  csv: 'csv',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  om: 'openmetrics',
  prom: 'openmetrics',
  svg: 'svg',
  png: 'png',
  parquet: 'parquet',
};

export async function exportCommand(file: string, options: ExportCommandOptions): Promise<number> {
  const terminal = terminalFor(process.stderr, { ...options, lang: options.lang ?? 'en' });
  const format = formatOf(options);
  const request: RunRequest = { file, layout: options.layout ?? null, seed: options.seed, set: options.set };
  const scenario = load(request, terminal);
  const fonts = format === 'png' ? (await import('../picture/png.js')).readFonts(options.font) : [];
  const target = options.out === undefined ? null : openTarget(options.out, [file]);
  const write = (text: string | Uint8Array): void => {
    process.exitCode = EXIT.met;
    if (target === null) process.stdout.write(text);
    else target.write(text);
  };
  const graph = GRAPH_FORMATS.find((each) => each === format);
  if (graph !== undefined) {
    write(exportGraph(scenario, graph, terminal.language));
    return EXIT.met;
  }
  try {
    const result = await pace(scenario, { seed: options.seed }, terminal.language);
    const { language } = terminal;
    const { at, every: everySeconds } = options;
    const textAs = (of: RunFormat): string => exportRun(scenario, result, of, { language, at, everySeconds });
    if (format === 'parquet') write(exportParquet(result));
    else if (format === 'png') write(await (await import('../picture/png.js')).png(textAs('svg'), fonts, language));
    else write(textAs(format as RunFormat));
  } catch (error) {
    if (error instanceof ExportError) throw new BadInput(printable(error.message));
    if (error instanceof Interrupted || error instanceof BadInput) throw error;
    throw new Crashed(error, { file, sha256: scenario.sha256, seed: options.seed, replay: replayCommand(request) });
  }
  return EXIT.met;
}

function formatOf({ as, out }: ExportCommandOptions): Format {
  const all: readonly Format[] = [...GRAPH_FORMATS, ...RUN_FORMATS, 'png', ...BINARY_FORMATS];
  const ending = /\.(\w+)$/.exec(out ?? '')?.[1]?.toLowerCase() ?? '';
  const found = as === undefined ? ENDINGS[ending] : all.find((each) => each === as);
  if (found !== undefined) return found;
  const names = all.join(', ');
  throw new BadInput(
    as === undefined ? `name a format with --as: ${names}` : `there is no format ${printable(as)}; there are: ${names}`,
  );
}
