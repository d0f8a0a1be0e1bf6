/**
 * A large graph from traces: 1,200 services and 4,300 calls as Jaeger tells them, imported, and the scenario run.
 * Aims: imported (checked, too) within 2 s, run within 5 s.
 */
import { importScenario } from '../src/library/import-scenario.js';
import { loadScenario } from '../src/library/load-scenario.js';
import { run } from '../src/library/run.js';
import { table } from './measure.js';

const SERVICES = 1200;
const CALLS = 4300;
const ROUNDS = 3;

/** Park and Miller's generator: the same graph on every machine. */
let state = 42;
function draw(below: number): number {
  state = (state * 48271) % 2147483647;
  return state % below;
}

/** Callers before callees but for one call in two hundred, which closes a circle; what arrives is shared out. */
function dependencies(): string {
  const edges = new Map<string, { parent: number; child: number }>();
  for (let child = 1; child < SERVICES; child++) {
    const parent = Math.max(0, child - 1 - draw(80));
    edges.set(`${parent} ${child}`, { parent, child });
  }
  while (edges.size < CALLS) {
    const a = draw(SERVICES);
    const b = Math.min(SERVICES - 1, a + 1 + draw(200));
    const [parent, child] = draw(200) === 0 ? [b, a] : [a, b];
    if (parent !== child) edges.set(`${parent} ${child}`, { parent, child });
  }
  const arrives = new Float64Array(SERVICES);
  arrives[0] = 1e9;
  const sorted = [...edges.values()].sort((a, b) => a.parent - b.parent || a.child - b.child);
  const links = sorted.map(({ parent, child }) => {
    const share = child > parent ? 0.1 + draw(60) / 100 : 0.001;
    const callCount = Math.max(1, Math.round(arrives[parent] * share));
    if (child > parent) arrives[child] += callCount;
    return { parent: `service-${parent}`, child: `service-${child}`, callCount };
  });
  return JSON.stringify({ data: links });
}

const text = dependencies();
const best = { import: Number.POSITIVE_INFINITY, run: Number.POSITIVE_INFINITY };
let facts = '';
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now();
  const imported = importScenario([{ name: 'dependencies.json', text }]);
  best.import = Math.min(best.import, performance.now() - start);
  if (imported.text === null) throw new Error(imported.problems.map(({ message }) => message).join('\n'));
  const scenario = loadScenario(imported.text);
  const begun = performance.now();
  const { document } = run(scenario);
  best.run = Math.min(best.run, performance.now() - begun);
  facts = `${imported.services} services, ${imported.calls} calls, ${document.events} events`;
}
table(`An imported graph: ${facts}`, [
  ['step', 'ms', 'aim'],
  ['import and check', best.import.toFixed(0), '2000'],
  ['run', best.run.toFixed(0), '5000'],
]);
