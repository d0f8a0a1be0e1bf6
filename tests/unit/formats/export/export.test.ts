import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { exportGraph, exportParquet, exportRun } from '../../../../src/library/export-run.js';
import { loadScenario } from '../../../../src/library/load-scenario.js';
import { run } from '../../../../src/library/run.js';
import { bundledScenario, bundledScenarios } from '../../../support/bundled-scenarios.js';
import { imported } from '../../../support/imported.js';
import { breaches } from '../../../support/open-metrics-grammar.js';

const twoSites = bundledScenario('two-sites');
const result = run(twoSites);

describe.each(['gexf', 'graphml'] as const)('%s', (format) => {
  it.each([...bundledScenarios()].filter(([, { journeys }]) => journeys.length === 0))(
    'of %s is read back: services, servers, sites, calls',
    (_, scenario) => {
      const back = imported([[`graph.${format}`, exportGraph(scenario, format)]]).scenario;
      const facts = ({ services }: typeof scenario) =>
        services.map(({ id, name, deployments, needs, users }) => ({
          name: name.en ?? id,
          servers: deployments.reduce((sum, { servers }) => sum + servers, 0),
          sites: deployments.map(({ site }) => site).sort(),
          peak: users === null ? null : Number(users.peakPerSecond.toPrecision(4)),
          needs: needs
            .filter(({ kind }) => kind !== 'operate' && kind !== 'startup')
            .map(({ kind, calls, retries }) => `${kind} ${calls} ${retries}`)
            .sort(),
        }));
      const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
      // A name that two services share is no name to import by: then ids are.
      const names = scenario.services.map(({ name }) => name.en);
      if (new Set(names).size < names.length) return;
      expect(facts(back).sort(byName)).toEqual(facts(scenario).sort(byName));
    },
  );
});

describe('DOT', () => {
  it('has services in their sites and needs by kind', () => {
    expect(exportGraph(twoSites, 'dot')).toBe(
      [
        'digraph firebreak {',
        '  label="Two sites, one power cut";',
        '  rankdir=LR;',
        '  node [shape=box, style=rounded];',
        '  subgraph cluster_0 {',
        '    label="north";',
        '    "login" [label="Login"];',
        '  }',
        '  "shop" [label="Shop\\nnorth, south"];',
        '  "shop" -> "login" [style=solid, label="0.3"];',
        '}',
        '',
      ].join('\n'),
    );
  });
});

describe('names of strangers', () => {
  const text = `firebreak: 1
title: 'a "b" \\ --> <c>'
start: 2024-01-01T00:00:00Z
duration: 1h
sites: { end: { name: 'x"]; y' } }
services:
  graph:
    name: 'end"] --> evil["<script>#quot;'
    users: { population: 1, peak: 1/s }
    capacity: 10/s
    deploy: { end: { servers: 1 } }
`;
  const scenario = loadScenario(text);

  it('end no text of DOT', () => {
    expect(exportGraph(scenario, 'dot')).toContain('"graph" [label="end\\"] --> evil[\\"<script>#quot;"];');
  });

  it('are codes in Mermaid, and ids are its own', () => {
    const chart = exportGraph(scenario, 'mermaid');
    expect(chart).toContain('    n0["end#34;#93; --#62; evil#91;#34;#60;script#62;#35;quot#59;"]');
    expect(chart).toContain('title: "a \\"b\\" \\\\ --> <c>"');
  });

  it('are escaped in GEXF', () => {
    expect(exportGraph(scenario, 'gexf')).toContain('label="end&quot;] --&gt; evil[&quot;&lt;script&gt;#quot;"');
  });
});

describe('the record', () => {
  it('is a table: what each quantity was from when on', () => {
    const rows = exportRun(twoSites, result, 'csv').trimEnd().split('\r\n');
    expect(rows[0]).toBe('seconds,at,kind,id,quantity,value');
    // 24 + 16 servers of north lose power an hour after the start.
    expect(rows).toContain('3600,2024-05-13T10:00:00+09:00,site,north,up,0');
    expect(rows).toContain('3600,2024-05-13T10:00:00+09:00,service,login,state,down');
    expect(rows.length - 1).toBe(result.record.tracks.reduce((sum, { times }) => sum + times.length, 0));
  });

  it('is JSON, a line each, in order of time, every event with its causes before it', () => {
    const lines = exportRun(twoSites, result, 'ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [head, ...rest] = lines;
    expect(head).toMatchObject({ format: 'firebreak.record/1', layout: 'as-it-is', seed: '1', originSeconds: 3600 });
    const times = rest.map(({ seconds }) => seconds);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const events = rest.filter(({ event }) => event !== undefined);
    expect(events).toHaveLength(result.record.events.count);
    for (const { event, causes } of events) for (const cause of causes) expect(cause).toBeLessThan(event);
    expect(events.some(({ text }) => text === 'North a lost power (24 servers)')).toBe(true);
  });
});

describe('OpenMetrics', () => {
  const lines = exportRun(twoSites, result, 'openmetrics', { everySeconds: 60 }).trimEnd().split('\n');
  const samples = lines
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const [, name, labels, value, time] = /^(\w+)\{(.*)\} (\S+) (\S+)$/.exec(line) ?? [];
      return { series: `${name}{${labels}}`, name, value: Number(value), time: Number(time) };
    });

  it('ends with EOF, and has each family and each series in one piece, times ascending', () => {
    expect(lines.at(-1)).toBe('# EOF');
    for (const key of ['name', 'series'] as const) {
      const order = samples.map((sample) => sample[key]);
      const pieces = order.filter((each, i) => each !== order[i - 1]);
      expect(pieces).toHaveLength(new Set(pieces).size);
    }
    for (let i = 1; i < samples.length; i++)
      if (samples[i].series === samples[i - 1].series) expect(samples[i].time).toBeGreaterThan(samples[i - 1].time);
  });

  it.each(['two-sites', 'retry-storm', 'control-plane'])(
    'of %s is an exposition by the grammar of the specification',
    (name) => {
      const scenario = bundledScenario(name);
      expect(breaches(exportRun(scenario, run(scenario), 'openmetrics', { everySeconds: 600 }))).toEqual([]);
    },
  );

  it('is held to a grammar that refuses what is none', () => {
    for (const line of ['a{b="c} 1 2', 'a{b="c\\"} 1 2', '1a 1 2', 'a 1', 'a one 2', 'a{b=c} 1 2', '# UNKNOWN a b', ''])
      expect(breaches(`# TYPE a gauge\n${line}\n# EOF\n`)).toEqual([line]);
    expect(breaches('a{b="c\\"d\\n",e=""} -1.5e-7 1715562000\n# EOF\n')).toEqual([]);
    expect(breaches('a 1 2\n')).toHaveLength(1);
  });

  it('forgets no value: a series that does not end has a sample at least every four minutes', () => {
    const affected = samples.filter(({ name }) => name === 'firebreak_users_affected');
    for (let i = 1; i < affected.length; i++) expect(affected[i].time - affected[i - 1].time).toBeLessThanOrEqual(240);
  });

  it('has the wall clock of the scenario: login is down from 10:00 on in Seoul', () => {
    const down = samples.find(({ series, value }) => series.includes('service="login",state="down"') && value === 1);
    expect(down?.time).toBe(Date.parse('2024-05-13T10:00:00+09:00') / 1000);
  });

  it('is refused where it would be without end', () => {
    expect(() => exportRun(twoSites, result, 'openmetrics', { everySeconds: 0.001 })).toThrow(/at most 1000000/);
  });
});

describe('Parquet', () => {
  it('has the rows of the table, with types: times, words of states, numbers as they are', async () => {
    const bytes = exportParquet(result);
    const rows = await parquetReadObjects({ file: bytes.slice().buffer });
    const table = exportRun(twoSites, result, 'csv').trimEnd().split('\r\n').slice(1);
    expect(rows).toHaveLength(table.length);
    rows.forEach((row, i) => {
      const [seconds, at, kind, id, quantity, value] = table[i].split(',');
      expect([row.seconds, row.kind, row.id, row.quantity]).toEqual([Number(seconds), kind, id, quantity]);
      expect((row.at as Date).getTime()).toBe(Date.parse(at));
      expect(row.word ?? String(row.value)).toBe(value === 'NaN' ? 'null' : value);
    });
    // Login has no power from ten o'clock on: its state is told in a word beside the number.
    const down = rows.find(({ id, quantity, word }) => id === 'login' && quantity === 'state' && word === 'down');
    expect((down as { at: Date }).at.toISOString()).toBe('2024-05-13T01:00:00.000Z');
  });

  it('is the same bytes each time', () => {
    expect(exportParquet(run(twoSites))).toEqual(exportParquet(result));
  });
});

describe('the picture of a moment', () => {
  it('is an SVG of the sites as they are then', () => {
    const svg = exportRun(twoSites, result, 'svg', { at: 'T+10m' });
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1280"/);
    expect(svg).toContain('0 of 40 servers up');
    expect(svg).toContain('2024-05-13T10:10:00+09:00');
  });

  it('is of the time when most people are affected when none is named', () => {
    expect(exportRun(twoSites, result, 'svg')).toContain('2024-05-13T10:00:00+09:00');
  });

  it('is of no moment outside of the run', () => {
    expect(() => exportRun(twoSites, result, 'svg', { at: '9d' })).toThrow('"9d" is outside of the run');
    expect(() => exportRun(twoSites, result, 'svg', { at: 'soon' })).toThrow('is no moment');
  });
});
