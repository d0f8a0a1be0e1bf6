/** Files that are broken, wrong or meant to harm: each a clear error with its place, and never a scenario. */
import { describe, expect, it } from 'vitest';
import { imported, problemsOf, sampleText } from '../../../support/imported.js';

const JAEGER = sampleText('socialnet-deps.json');

describe('a file that cannot be read', () => {
  it.each([
    ['is cut off', 'a.json', JAEGER.slice(0, 900), ['syntax a.json:1:890', 'syntax a.json:1:901']],
    ['is UTF-16', 'a.json', '{\0"\0', ['not-text a.json:1:2']],
    ['is Latin-1, decoded', 'a.csv', 'from,to\ncaf\uFFFD,b\n', ['not-utf8 a.csv:2:4']],
    ['is empty', 'a.yaml', '', ['empty a.yaml']],
    ['is blank', 'a.yaml', ' \n\n', ['empty a.yaml']],
    ['is nested JSON without end', 'a.json', '['.repeat(100_000), ['too-deep a.json:1:61']],
    ['is nested YAML without end', 'a.yaml', `a: ${'['.repeat(5000)}`, ['too-deep a.yaml:1:63']],
    ['is nested XML without end', 'a.xml', '<a>'.repeat(5000), ['too-deep a.xml:1:181']],
    ['has quotes that do not end', 'a.csv', 'from,to\n"a,b\nc,d\n', ['syntax a.csv:2:1']],
    ['is XML that is not well formed', 'a.xml', '<graphml>\n<graph></graphml>', ['syntax a.xml:2:8']],
    ['is YAML that is not', 'a.yaml', 'services:\n  a: {image: x\n  b: [', ['syntax a.yaml:3:3', 'syntax a.yaml:3:7']],
    ['has an alias in itself', 'a.yaml', 'a: &a [*a]\nservices: {x: {image: y}}\n', ['alias-circle a.yaml:1:8']],
    ['has an alias of nothing', 'a.yaml', 'services: {x: *nobody}\n', ['unknown-alias a.yaml:1:15']],
  ])('because it %s is told with its place', (_, name, text, expected) => {
    expect(problemsOf([[name, text]])).toEqual(expected);
  });

  it('is refused by its size', () => {
    expect(problemsOf([['a.json', ' '.repeat(50_000_001)]])).toEqual(['too-large a.json']);
  });

  it('is refused when aliases multiply', () => {
    const levels = [...'bcdefgh'].map(
      (name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[i]}`).join(',')}]`,
    );
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${levels.join('\n')}\n`;
    expect(problemsOf([['a.yaml', bomb]])[0]).toMatch(/^alias-bomb a\.yaml:/);
  });
});

describe('XML with entities', () => {
  it.each([
    [
      'an external one',
      '<!DOCTYPE g [\n<!ENTITY x SYSTEM "file:///etc/passwd">\n]>\n<graphml><graph><node id="&x;"/></graph></graphml>',
      'entity a.xml:2:1',
    ],
    [
      'a billion laughs',
      '<!DOCTYPE g [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><graphml>&b;</graphml>',
      'entity a.xml:1:14',
    ],
    ['one that nobody declares', '<graphml><graph><node id="&foo;"/></graph></graphml>', 'entity a.xml:1:27'],
  ])('is refused: %s', (_, text, expected) => {
    expect(problemsOf([['a.xml', text]])).toEqual([expected]);
  });

  it('may name a document type elsewhere, which is not looked at', () => {
    const text = '<!DOCTYPE graphml SYSTEM "http://127.0.0.1:9/x.dtd"><graphml><graph><node id="a"/></graph></graphml>';
    expect(imported([['a.graphml', text]]).scenario.services).toHaveLength(1);
  });
});

describe('a format that is not there', () => {
  it('is told, with the formats that are', () => {
    expect(problemsOf([['a.json', '{"hello": "world"}']])).toEqual(['unrecognised a.json:1:1']);
  });

  it('is told beside the one that it looks like', () => {
    expect(() => imported([['a.json', JAEGER]], { format: 'kiali' })).toThrow(
      /wrong-format.*it looks like jaeger-dependencies/,
    );
  });
});

describe('numbers that cannot be', () => {
  it('are all told at once, each with its place', () => {
    const text = `[
 {"parent":"a","child":"b","callCount":-3},
 {"parent":"a","child":"","callCount":1e300},
 {"parent":"a","callCount":"x"},
 {"parent":"b","child":"c"}
]`;
    expect(problemsOf([['deps.json', text]], { format: 'jaeger' })).toEqual([
      'negative deps.json:2:40',
      'wrong-type deps.json:3:24',
      'absurd deps.json:3:39',
      'missing deps.json:4:2',
      'not-a-number deps.json:4:28',
      'missing deps.json:5:2',
    ]);
  });

  it('are told of all files at once', () => {
    expect(
      problemsOf([
        ['a.csv', 'from,to,count\nx,y,-1\n'],
        ['b.json', '{'],
      ]),
    ).toEqual(['negative a.csv:2:5', 'syntax b.json:1:2']);
  });

  it('are told in rates of Kiali and replicas of Kubernetes', () => {
    const kiali = JSON.stringify({
      elements: {
        nodes: [{ data: { id: '1', nodeType: 'app', app: 'a' } }, { data: { id: '2', nodeType: 'app', app: 'b' } }],
        edges: [
          { data: { source: '1', target: '2', traffic: { protocol: 'http', rates: { http: '-4.0' } } } },
          { data: { source: '1', target: '9' } },
        ],
      },
    });
    expect(problemsOf([['k.json', kiali]]).map((each) => each.split(' ')[0])).toEqual(['negative', 'unknown-node']);
    const k8s = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { replicas: -1 }\n';
    expect(problemsOf([['k.yaml', k8s]])).toEqual(['negative k.yaml:4:19']);
  });
});

describe('names of strangers', () => {
  it('become ids without paths, escapes and words with a meaning', () => {
    const text = 'from,to\n../../etc/passwd,__proto__\n"a\u001b[31m",constructor\nbase,never\nmain,"=cmd()"\n';
    const { scenario, text: written } = imported([['edges.csv', text]]);
    expect(scenario.services.map(({ id }) => id).sort()).toEqual([
      'a-31m',
      'base-service',
      'cmd',
      'constructor-service',
      'etc-passwd',
      'main',
      'never-service',
      'proto__',
    ]);
    // The site that is assumed makes room for the service of its name.
    expect(scenario.sites.map(({ id }) => id)).toEqual(['main-2']);
    expect(written).not.toContain('\u001b');
  });

  it('stay two where only their signs differ', () => {
    const { scenario } = imported([['edges.csv', 'from,to\na.b,a/b\n']]);
    expect(scenario.services.map(({ id, name }) => [id, name.en])).toEqual([
      ['a-b', 'a.b'],
      ['a-b-2', 'a/b'],
    ]);
  });
});

describe('calls in circles', () => {
  it('that nobody has counted end, and that is told', () => {
    const { scenario, codes } = imported([['edges.csv', 'from,to\na,b\nb,c\nc,a\nc,b\n']]);
    // Both circles go through b -> c: one call made rare ends both.
    expect(codes.filter((code) => code.startsWith('circle'))).toEqual(['circle', 'circle-damped']);
    const rare = scenario.services.flatMap(({ needs }) => needs.filter(({ calls }) => calls < 1));
    expect(rare).toHaveLength(1);
  });

  it('that grow by the numbers of the source end, and that is told', () => {
    const { codes } = imported([['edges.csv', 'from,to,calls\nx,a,1\na,b,3\nb,a,2\n']]);
    expect(codes).toContain('circle-damped');
  });

  it('of one service are its own work', () => {
    const { edges, codes } = imported([['edges.csv', 'from,to,count\na,b,10\nb,b,99\n']]);
    expect([edges, codes.includes('calls-itself')]).toEqual([['a -> b'], true]);
  });

  it('do not stop a random graph of 200 services and 900 calls', () => {
    // Park and Miller's generator: the same graph on every machine.
    let state = 7;
    const draw = (n: number) => {
      state = (state * 48271) % 2147483647;
      return state % n;
    };
    const rows = Array.from({ length: 900 }, () => `s${draw(200)},s${draw(200)}`);
    const { scenario } = imported([['edges.csv', `from,to\n${rows.join('\n')}\n`]]);
    expect(scenario.services.length).toBeGreaterThan(190);
  });
});
