/** All formats that are imported, in the order in which a file is tried: the surest marks first. */

import type { ImportKind } from '../import-kind.js';
import { backstage } from './backstage.js';
import { chaosToolkit } from './chaos-toolkit.js';
import { csvEdges } from './csv-edges.js';
import { dockerCompose } from './docker-compose.js';
import { gexf } from './gexf.js';
import { graphml } from './graphml.js';
import { jaegerDependencies } from './jaeger-dependencies.js';
import { jaegerTraces } from './jaeger-traces.js';
import { kiali } from './kiali.js';
import { kubernetes } from './kubernetes.js';
import { misim } from './misim.js';
import { misimLoad } from './misim-load.js';
import { openslo } from './openslo.js';
import { otlpTraces } from './otlp-traces.js';
import { vizceral } from './vizceral.js';
import { zipkinTraces } from './zipkin-traces.js';

export const IMPORT_KINDS: readonly ImportKind[] = [
  openslo,
  backstage,
  otlpTraces,
  jaegerTraces,
  zipkinTraces,
  jaegerDependencies,
  kiali,
  misim,
  chaosToolkit,
  dockerCompose,
  kubernetes,
  vizceral,
  graphml,
  gexf,
  misimLoad,
  csvEdges,
];

/** Names that people use for several of them. */
export const FORMAT_NAMES: readonly string[] = [
  ...IMPORT_KINDS.map(({ name }) => name),
  'jaeger',
  'traces',
  'compose',
  'k8s',
];

/** The kinds that a name on the command line means. */
export function kindsNamed(name: string): readonly ImportKind[] {
  const also: Readonly<Record<string, readonly ImportKind[]>> = {
    jaeger: [jaegerTraces, jaegerDependencies],
    traces: [otlpTraces, jaegerTraces, zipkinTraces],
    compose: [dockerCompose],
    k8s: [kubernetes],
    misim: [misim, misimLoad],
  };
  return (Object.hasOwn(also, name) ? also[name] : undefined) ?? IMPORT_KINDS.filter((kind) => kind.name === name);
}
