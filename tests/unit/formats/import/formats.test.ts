/** Formats of which no sample is bundled, each written as its program writes it. */
import { describe, expect, it } from 'vitest';
import { type Imported, imported } from '../../../support/imported.js';

const service = ({ scenario }: Imported, id: string) => scenario.services.find((each) => each.id === id);
const calls = (seen: Imported, from: string, to: string) =>
  service(seen, from)?.needs.find((need) => need.service === to)?.calls;
const deployed = (seen: Imported, id: string) =>
  service(seen, id)?.deployments.map(({ site, servers, zones }) => [site, servers, zones.map(({ zone }) => zone)]);
const asked = ({ scenario }: Imported) => scenario.services.filter(({ users }) => users !== null).map(({ id }) => id);

describe('OpenTelemetry traces', () => {
  const attribute = (key: string, value: string) => ({ key, value: { stringValue: value } });
  const span = (id: string, parent: string, kind: number, from: number, to: number, attributes: unknown[] = []) => ({
    traceId: 't1',
    spanId: id,
    parentSpanId: parent,
    kind,
    startTimeUnixNano: String(1_700_000_000_000_000_000n + BigInt(from) * 1_000_000n),
    endTimeUnixNano: String(1_700_000_000_000_000_000n + BigInt(to) * 1_000_000n),
    attributes,
  });
  const resource = (name: string, spans: unknown[]) => ({
    resource: { attributes: [attribute('service.name', name)] },
    scopeSpans: [{ spans }],
  });
  // shop is asked twice, asks cart three times and puts one message into a queue; cart asks a database each time.
  const spans = {
    resourceSpans: [
      resource('shop', [
        span('a1', '', 2, 0, 100),
        span('a2', 'a1', 3, 10, 30),
        span('a3', 'a1', 3, 40, 60),
        span('b1', '', 2, 0, 60),
        span('b2', 'b1', 3, 10, 30),
        span('b3', 'b1', 4, 40, 41, [
          attribute('messaging.system', 'kafka'),
          attribute('messaging.destination', 'orders'),
        ]),
      ]),
      resource('cart', [
        span('c1', 'a2', 2, 12, 28),
        span('c2', 'a3', 2, 42, 58),
        span('c3', 'b2', 2, 12, 28),
        ...['c1', 'c2', 'c3'].map((parent, i) => span(`d${i}`, parent, 3, 15, 20, [attribute('db.system', 'redis')])),
      ]),
      resource('mailer', [span('e1', 'b3', 5, 100, 110)]),
    ],
  };

  it('become calls per request', () => {
    const seen = imported([['traces.json', JSON.stringify(spans)]]);
    expect([...seen.edges].sort()).toEqual(['cart -> redis', 'shop -> cart', 'shop -> mailer']);
    expect([calls(seen, 'shop', 'cart'), calls(seen, 'cart', 'redis'), calls(seen, 'shop', 'mailer')]).toEqual([
      1.5, 1, 0.5,
    ]);
    expect(asked(seen)).toEqual(['shop']);
  });

  it('know who waits for nobody', () => {
    const seen = imported([['traces.json', JSON.stringify(spans)]]);
    expect(service(seen, 'shop')?.needs.map(({ service: to, kind }) => [to, kind])).toContainEqual(['mailer', 'async']);
  });

  it('tell the own work of a service: its time without that of the spans below', () => {
    const seen = imported([['traces.json', JSON.stringify(spans)]]);
    // cart: each request lasts 16 ms, 5 of them below (c2 lasts from 42, its call from 15 to 20 is outside of it: 0).
    // So (11 + 16 + 11) / 3 = 12.7 ms. shop: 100 - 20 - 20 and 60 - 20 - 1 = (60 + 39) / 2 = 49.5 ms.
    expect(service(seen, 'cart')?.serviceTime).toMatchObject({ mean: expect.closeTo(0.0127, 4) });
    expect(service(seen, 'shop')?.serviceTime).toMatchObject({ mean: expect.closeTo(0.0495, 4) });
  });

  it('are read a line each, as the collector writes them', () => {
    const lines = spans.resourceSpans.map((each) => JSON.stringify({ resourceSpans: [each] })).join('\n');
    const seen = imported([['traces.jsonl', `${lines}\n`]]);
    expect([calls(seen, 'shop', 'cart'), seen.edges.length]).toEqual([1.5, 3]);
  });

  it('count a span whose parent is missing as asked from outside, and say so', () => {
    const cut = { resourceSpans: spans.resourceSpans.slice(1) };
    const seen = imported([['traces.json', JSON.stringify(cut)]]);
    expect(seen.notes.find(({ code }) => code === 'no-parent')?.message).toMatch(/^4 of 7 spans/);
    expect(asked(seen)).toContain('cart');
  });
});

describe("Jaeger's traces", () => {
  const span = (id: string, process: string, parent: string | null, type = 'CHILD_OF') => ({
    traceID: 't',
    spanID: id,
    processID: process,
    references: parent === null ? [] : [{ refType: type, traceID: 't', spanID: parent }],
    startTime: 1_700_000_000_000_000,
    duration: 1000,
    tags: [],
  });
  const trace = {
    data: [
      {
        traceID: 't',
        spans: [
          span('1', 'p1', null),
          span('2', 'p2', '1'),
          span('3', 'p2', '2'),
          span('4', 'p3', '1', 'FOLLOWS_FROM'),
        ],
        processes: { p1: { serviceName: 'web' }, p2: { serviceName: 'api' }, p3: { serviceName: 'log' } },
      },
    ],
  };

  it('are one call for each span of another service than its parent, async where nobody waits', () => {
    const seen = imported([['trace.json', JSON.stringify(trace)]]);
    expect(service(seen, 'web')?.needs.map(({ service: to, kind, calls: each }) => [to, kind, each])).toEqual([
      ['api', 'required', 1],
      ['log', 'async', 1],
    ]);
  });
});

describe("Zipkin's traces", () => {
  it('count a span that caller and callee share once', () => {
    const shared = { traceId: 't', id: '2', parentId: '1', timestamp: 1_700_000_000_000_000, duration: 500 };
    const spans = [
      {
        traceId: 't',
        id: '1',
        kind: 'SERVER',
        timestamp: 1_700_000_000_000_000,
        duration: 900,
        localEndpoint: { serviceName: 'web' },
      },
      { ...shared, kind: 'CLIENT', localEndpoint: { serviceName: 'web' } },
      { ...shared, kind: 'SERVER', shared: true, localEndpoint: { serviceName: 'api' } },
      {
        traceId: 't',
        id: '3',
        parentId: '2',
        kind: 'CLIENT',
        timestamp: 1_700_000_000_000_100,
        duration: 100,
        localEndpoint: { serviceName: 'api' },
        remoteEndpoint: { serviceName: 'mysql' },
      },
    ];
    const seen = imported([['zipkin.json', JSON.stringify([spans])]]);
    expect([...seen.edges].sort()).toEqual(['api -> mysql', 'web -> api']);
    expect([calls(seen, 'web', 'api'), calls(seen, 'api', 'mysql')]).toEqual([1, 1]);
  });
});

describe('a table of edges', () => {
  it('is read in any order of columns, with any separator and comments', () => {
    const text = '# edges\ncallee;caller;calls;timeout\ncart;shop;0.5;2\n\ndb;cart;2;\n';
    const seen = imported([['edges.csv', text]]);
    expect([calls(seen, 'shop', 'cart'), calls(seen, 'cart', 'db')]).toEqual([0.5, 2]);
    expect(service(seen, 'shop')?.needs[0].timeoutSeconds).toBe(2);
  });

  it('takes rates a second for what they are', () => {
    const seen = imported([['edges.csv', 'from,to,rps\nshop,cart,50\ncart,db,100\n']]);
    // Nobody calls shop: it makes at most 50 calls a second, so it is asked 50 times; cart asks twice for each.
    expect([service(seen, 'shop')?.users?.peakPerSecond, calls(seen, 'cart', 'db')]).toEqual([50, 2]);
  });

  it('needs no names of columns', () => {
    expect(imported([['edges.txt', 'shop,cart,0.25\ncart,db,1\n']], { format: 'csv' }).edges).toEqual([
      'cart -> db',
      'shop -> cart',
    ]);
  });

  it('may tell where services stand instead', () => {
    const seen = imported([
      ['edges.csv', 'from,to\nshop,db\n'],
      ['places.csv', 'service,replicas,site,zone\nshop,4,seoul,a\nshop,2,busan,\ndb,3,seoul,b\n'],
    ]);
    // Six servers over two places: three each.
    expect(deployed(seen, 'shop')).toEqual([
      ['busan', 3, ['all']],
      ['seoul', 3, ['a']],
    ]);
    expect(deployed(seen, 'db')).toEqual([['seoul', 3, ['b']]]);
  });
});

describe('GraphML', () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <key id="d1" for="edge" attr.name="weight" attr.type="double"/>
  <key id="d2" for="node" attr.name="replicas" attr.type="int"/>
  <graph edgedefault="directed">
    <node id="n0"><data key="d0">web &amp; shop</data><data key="d2">3</data></node>
    <node id="n1"><data key="d0">api</data></node>
    <node id="n2"><data key="d0">db</data></node>
    <edge source="n0" target="n1"><data key="d1">100</data></edge>
    <edge source="n1" target="n2"><data key="d1">250</data></edge>
  </graph>
</graphml>`;

  it('has labels for names, weights for counts and its own attributes', () => {
    const seen = imported([['g.graphml', text]]);
    expect(service(seen, 'web-shop')?.name).toEqual({ en: 'web & shop' });
    expect(deployed(seen, 'web-shop')).toEqual([['main', 3, ['all']]]);
    expect(calls(seen, 'api', 'db')).toBe(2.5);
  });
});

describe('GEXF', () => {
  const text = `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">
    <attributes class="node"><attribute id="0" title="site" type="string"/></attributes>
    <nodes>
      <node id="0" label="web"><attvalues><attvalue for="0" value="seoul"/></attvalues></node>
      <node id="1" label="api"><attvalues><attvalue for="0" value="busan"/></attvalues></node>
    </nodes>
    <edges><edge id="0" source="0" target="1" weight="3.0"/></edges>
  </graph></gexf>`;

  it('has nodes, weights and attributes by their titles', () => {
    const seen = imported([['g.gexf', text]]);
    expect([seen.edges, seen.sites]).toEqual([['web -> api'], ['busan', 'seoul']]);
    expect(deployed(seen, 'api')).toEqual([['busan', 2, ['all']]]);
  });
});

describe("Vizceral's traffic", () => {
  const region = (name: string, rate: number) => ({
    name,
    renderer: 'region',
    nodes: [{ name: 'INTERNET' }, { name: 'api' }, { name: 'db' }],
    connections: [
      { source: 'INTERNET', target: 'api', metrics: { normal: rate } },
      { source: 'api', target: 'db', metrics: { normal: 2 * rate, danger: 0 } },
    ],
  });

  it('has regions for sites, INTERNET for people, and rates', () => {
    const text = JSON.stringify({
      renderer: 'global',
      name: 'edge',
      nodes: [{ name: 'INTERNET' }, region('us-east-1', 30), region('eu-west-1', 20)],
      connections: [{ source: 'INTERNET', target: 'us-east-1', metrics: { normal: 30 } }],
    });
    const seen = imported([['vizceral.json', text]]);
    expect([seen.sites, seen.edges]).toEqual([['eu-west-1', 'us-east-1'], ['api -> db']]);
    expect([service(seen, 'api')?.users?.peakPerSecond, calls(seen, 'api', 'db')]).toEqual([50, 2]);
  });
});

describe('Kubernetes manifests', () => {
  const deployment = (name: string, more: { replicas?: number; env?: string; pod?: string }) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  ${more.replicas === undefined ? '' : `replicas: ${more.replicas}`}
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - { name: main, image: ${name}:1, env: [${more.env ?? ''}] }
${more.pod ?? ''}---
apiVersion: v1
kind: Service
metadata: { name: ${name}-svc }
spec: { selector: { app: ${name} } }
---`;
  const affinity = `      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
              - matchExpressions:
                  - { key: topology.kubernetes.io/zone, operator: In, values: [zone-a, zone-b] }
`;

  it('place replicas by node affinity and node selectors, a zone being a site', () => {
    const text =
      deployment('web', { replicas: 5, pod: affinity }) +
      deployment('db', { replicas: 2, pod: '      nodeSelector: { topology.kubernetes.io/zone: zone-b }\n' });
    const seen = imported([['k8s.yaml', text]]);
    expect(deployed(seen, 'web')).toEqual([
      ['zone-a', 3, ['all']],
      ['zone-b', 2, ['all']],
    ]);
    expect(deployed(seen, 'db')).toEqual([['zone-b', 2, ['all']]]);
    expect(seen.codes).toContain('zones-are-sites');
  });

  it('spread over the zones of the nodes where that is asked for', () => {
    const node = (name: string, zone: string) =>
      `\napiVersion: v1\nkind: Node\nmetadata: { name: ${name}, labels: { topology.kubernetes.io/zone: ${zone} } }\n---`;
    const spread = '      topologySpreadConstraints: [{ topologyKey: topology.kubernetes.io/zone, maxSkew: 1 }]\n';
    const text = node('n1', 'z1') + node('n2', 'z2') + deployment('web', { replicas: 4, pod: spread });
    expect(deployed(imported([['k8s.yaml', text]]), 'web')).toEqual([
      ['z1', 2, ['all']],
      ['z2', 2, ['all']],
    ]);
  });

  it('find calls in URLs, hosts, lists of brokers, full names and config maps', () => {
    const env = [
      '{ name: CART, value: "http://cart-svc.default.svc.cluster.local:80/v1" }',
      '{ name: MODE, value: production }',
      '{ name: KAFKA_BROKERS, value: "queue-svc:9092,other-svc:9092" }',
      '{ name: DB_HOST, valueFrom: { configMapKeyRef: { name: settings, key: host } } }',
      '{ name: PAYMENT_URL, value: "https://api.payments.example.com/" }',
      '{ name: SELF, value: "http://localhost:8080" }',
    ].join(', ');
    const settings = '\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { host: db-svc }\n---';
    const seen = imported([
      [
        'k8s.yaml',
        settings + deployment('web', { env }) + deployment('cart', {}) + deployment('queue', {}) + deployment('db', {}),
      ],
    ]);
    expect([...seen.edges].sort()).toEqual(['web -> cart', 'web -> db', 'web -> queue']);
    expect(seen.notes.filter(({ code }) => code === 'dangling').map(({ message }) => message)).toEqual([
      'web has the address of "other-svc", which is not in the files: left out',
      'web has the address of "api.payments.example.com", which is not in the files: left out',
    ]);
  });

  it('are asked through an Ingress', () => {
    const ingress = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: in }
spec: { rules: [{ http: { paths: [{ path: /, backend: { service: { name: web-svc, port: { number: 80 } } } }] } }] }
---`;
    const seen = imported([['k8s.yaml', ingress + deployment('web', {}) + deployment('cart', {})]]);
    expect(asked(seen)).toEqual(['web']);
  });

  it('read JSON lists as kubectl prints them, and leave out what has no replicas', () => {
    const item = (name: string, replicas: number) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name },
      spec: { replicas, template: { spec: { containers: [] } } },
    });
    const seen = imported([
      ['list.json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [item('web', 2), item('off', 0)] })],
    ]);
    expect(seen.scenario.services.map(({ id }) => id)).toEqual(['web']);
    expect(seen.codes).toContain('dropped');
  });
});

describe('docker-compose files', () => {
  it('read merge keys, links, both forms of environment, and who publishes a port', () => {
    const text = `
x-base: &base { restart: always, deploy: { replicas: 3 } }
services:
  web:
    <<: *base
    image: web
    ports: ["80:80"]
    environment: { API_URL: "http://api:8080", DB: "postgres://user:secret@db:5432/x" }
  api:
    image: api
    environment: ["CACHE_HOST=cache", "DEBUG=true"]
    links: [db]
  db: { image: "postgres:16" }
  cache: { image: redis, ports: ["6379:6379"] }
`;
    const seen = imported([['compose.yaml', text]]);
    expect([...seen.edges].sort()).toEqual(['api -> cache', 'api -> db', 'web -> api', 'web -> db']);
    expect([asked(seen), deployed(seen, 'web')]).toEqual([['web'], [['main', 3, ['all']]]]);
  });

  it('take a variable whose value is elsewhere for the service that it is named after, and a default for its value', () => {
    const text = `
services:
  web: { image: w, environment: [CART_ADDR, "DB_HOST=\${DB:-database}", HOME, "URLS=http://*:80", "OTEL_ENDPOINT=http://\${OTEL_COLLECTOR_HOST}:4317"] }
  cart-service: { image: c }
  database: { image: d }
  otel-collector: { image: o, environment: [WEB_ADDR] }
`;
    const seen = imported([['compose.yaml', text]]);
    expect([...seen.edges].sort()).toEqual(['otel-collector -> web', 'web -> cart-service', 'web -> database']);
    expect(seen.codes).not.toContain('dangling');
    // A collector needs nobody whom it watches.
    expect(service(seen, 'otel-collector')?.needs.map(({ kind }) => kind)).toEqual(['optional']);
  });
});
