/** `firebreak export`: a scenario's graph or a run's record, for other programs. */
import {
  ExportError,
  exportGraph,
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
  readonly out?: string;
  readonly lang?: Language;
}

/** By the end of the file's name. */
const ENDINGS: Readonly<Record<string, GraphFormat | RunFormat>> = {
  gexf: 'gexf',
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
};

export async function exportCommand(file: string, options: ExportCommandOptions): Promise<number> {
  const terminal = terminalFor(process.stderr, { ...options, lang: options.lang ?? 'en' });
  const format = formatOf(options);
  const request: RunRequest = { file, layout: options.layout ?? null, seed: options.seed, set: options.set };
  const scenario = load(request, terminal);
  const target = options.out === undefined ? null : openTarget(options.out, [file]);
  const write = (text: string): void => {
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
    const { at, every: everySeconds } = options;
    write(exportRun(scenario, result, format as RunFormat, { language: terminal.language, at, everySeconds }));
  } catch (error) {
    if (error instanceof ExportError) throw new BadInput(printable(error.message));
    if (error instanceof Interrupted || error instanceof BadInput) throw error;
    throw new Crashed(error, { file, sha256: scenario.sha256, seed: options.seed, replay: replayCommand(request) });
  }
  return EXIT.met;
}

function formatOf({ as, out }: ExportCommandOptions): GraphFormat | RunFormat {
  const all = [...GRAPH_FORMATS, ...RUN_FORMATS];
  const ending = /\.(\w+)$/.exec(out ?? '')?.[1]?.toLowerCase() ?? '';
  const found = as === undefined ? ENDINGS[ending] : all.find((each) => each === as);
  if (found !== undefined) return found;
  const names = all.join(', ');
  throw new BadInput(
    as === undefined ? `name a format with --as: ${names}` : `there is no format ${printable(as)}; there are: ${names}`,
  );
}
