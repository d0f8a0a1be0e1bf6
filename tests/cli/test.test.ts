import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaErrors } from '../support/junit-schema.js';
import { ended, firebreak, start, TWO_SITES, temporaryFolder } from './process.js';

const MET = '{ name: back within a day, service: shop, restored: { within: 23h } }';
const FAILED = '{ name: back within a minute, service: shop, restored: { within: 1m } }';
/** Nothing that is hit can reach it. */
const INCONCLUSIVE = '{ name: the island stays up, service: island, restored: { within: 1m } }';

/** The smallest scenario with other expectations, one layout, and a service that nothing reaches. */
function written(file: string, ...expectations: readonly string[]): string {
  const text = readFileSync(TWO_SITES, 'utf8');
  const before = text
    .slice(0, text.indexOf('\nlayouts:'))
    .replace(
      '\nfaults:',
      '  island:\n    users: { population: 5, peak: 1/s }\n    capacity: 60/s\n    deploy: { south: { servers: 2 } }\n\nfaults:',
    );
  const list = expectations.length === 0 ? '' : `expect:\n${expectations.map((each) => `  - ${each}\n`).join('')}`;
  writeFileSync(file, `${before}\n${list}`);
  return file;
}

function scenario(...expectations: readonly string[]): string {
  return written(temporaryFolder().file('scenario.yaml'), ...expectations);
}

describe('the exit code of test', () => {
  it.each([
    { what: 'all expectations are met', expectations: [MET], code: 0 },
    { what: 'none is stated', expectations: [], code: 0 },
    { what: 'one failed', expectations: [MET, FAILED], code: 1 },
    { what: 'one is inconclusive', expectations: [MET, INCONCLUSIVE], code: 1 },
  ])('is $code when $what', async ({ expectations, code }) => {
    expect((await firebreak(['test', scenario(...expectations)])).code).toBe(code);
  });

  it('is 0 for all of that with --no-fail', async () => {
    expect((await firebreak(['test', scenario(FAILED, INCONCLUSIVE), '--no-fail'])).code).toBe(0);
  });

  it('is 2 for bad input, all of it told and nothing run', async () => {
    const folder = temporaryFolder();
    const bad = folder.file('bad.yaml');
    writeFileSync(bad, 'firebreak: 1\ndurration: 2h\n');
    const { code, stdout, stderr } = await firebreak([
      'test',
      bad,
      'none.yaml',
      TWO_SITES,
      '-r',
      `junit=${folder.file('j.xml')}`,
    ]);
    expect({ code, stdout, written: existsSync(folder.file('j.xml')) }).toEqual({
      code: 2,
      stdout: '',
      written: false,
    });
    expect(stderr).toContain(`${bad}:2:1 error unknown-key`);
    expect(stderr).toContain('none.yaml error no-such-file');
  });

  it('is 3 for a mistake of ours, told with the command that shows it', async () => {
    const preload = 'Float64Array.prototype.slice = () => { throw new Error("broken inside"); };';
    const { code, stderr } = await firebreak(['test', TWO_SITES, '--layouts', 'login-in-both'], { preload });
    expect(code).toBe(3);
    expect(stderr).toContain('broken inside');
    expect(stderr).toContain(`npx --no-install firebreak run ${TWO_SITES} --layout login-in-both --seed 1\n`);
  });

  it('is 130 when it is interrupted, and what was not run is told as inconclusive', async () => {
    // The signal comes as soon as somebody listens to it.
    const preload = `
      process.on('newListener', (name) => name === 'SIGINT' && setImmediate(() => process.kill(process.pid, 'SIGINT')));
      let seconds = 0;
      performance.now = () => (seconds += 1) * 1000;
    `;
    const child = start(['test', TWO_SITES, '--seeds', '50', '--workers', '1'], { preload });
    const { code, signal, stdout } = await ended(child);
    expect({ code, signal }).toEqual({ code: 130, signal: null });
    expect(stdout).toContain('stopped before all runs were made');
  });
});

describe('a limit of time', () => {
  it('makes inconclusive what is not run by then, and that does not pass', async () => {
    // The limit is over at once.
    const preload = 'AbortSignal.timeout = () => AbortSignal.abort();';
    const { code, stdout } = await firebreak(['test', scenario(MET), '--time-limit', '1h', '--json'], { preload });
    const { partial, verdict, suites } = JSON.parse(stdout);
    expect({ code, partial, verdict }).toEqual({ code: 1, partial: true, verdict: 'inconclusive' });
    expect(suites[0].expectations[0].because).toBe('stopped before it was run: 0 of 1 runs were made');
  });
});

describe('what is tested', () => {
  it('is every scenario below a folder, beside other YAML, and every layout', async () => {
    const folder = temporaryFolder();
    mkdirSync(folder.file('deep'));
    mkdirSync(folder.file('node_modules'));
    written(folder.file('deep/a.yaml'), MET);
    written(folder.file('b.yml'), FAILED);
    written(folder.file('node_modules/c.yaml'), FAILED);
    writeFileSync(folder.file('compose.yaml'), 'services: {}\n');
    const { stdout } = await firebreak(['test', folder.path, TWO_SITES, '--json']);
    const names = JSON.parse(stdout).suites.map(
      (suite: { scenario: { id: string }; layout: string }) => `${suite.scenario.id} ${suite.layout}`,
    );
    expect(names).toEqual(['b base', 'a base', 'two-sites as-it-is', 'two-sites login-in-both']);
  });

  it('is never nothing: a folder without a scenario is an error', async () => {
    const folder = temporaryFolder();
    writeFileSync(folder.file('compose.yaml'), 'services: {}\n');
    const { code, stderr } = await firebreak(['test', folder.path]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `there is no scenario in ${folder.path}: none of its files says "firebreak: 1"\n`,
    });
  });

  it('are the layouts that are named, which some file must have', async () => {
    const { stdout } = await firebreak(['test', TWO_SITES, '--layouts', 'login-in-both', '--json']);
    expect(JSON.parse(stdout).suites).toHaveLength(1);
    const unknown = await firebreak(['test', TWO_SITES, '--layouts', 'nowhere']);
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      'there is no layout nowhere; there are: as-it-is, login-in-both\n',
    ]);
    const untested = await firebreak(['test', TWO_SITES, scenario(MET), '--layouts', 'login-in-both']);
    expect([untested.code, untested.stderr]).toEqual([2, expect.stringContaining('it would not be tested')]);
  });

  it('gives the same document whatever the number of workers', async () => {
    const [one, two] = await Promise.all(
      ['1', '2'].map((workers) =>
        firebreak(['test', 'scenarios/retry-storm.yaml', '--seeds', '3', '--json', '--workers', workers]),
      ),
    );
    expect(two.stdout).toBe(one.stdout);
    expect(JSON.parse(one.stdout).suites).toHaveLength(4);
  });
});

describe('the reason of a failure', () => {
  it('is one sentence with the chain of causes, and where the expectation is written', async () => {
    const file = scenario(MET, FAILED);
    const { stdout } = await firebreak(['test', file]);
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((each) => each.includes('back within a minute')) + 1;
    expect(stdout).toContain(
      `✗ ${file}:${line}  back within a minute: Shop: restored after 6 h 53 min, limit 1 min, because power loss (North) began → North a lost power (24 servers) → `,
    );
    expect(stdout.split('\n').at(-2)).toBe('1 of 2 expectations failed in 1 test of 1 file, seed 1');
  });

  it('names of several seeds one that fails', async () => {
    const { stdout } = await firebreak(['test', scenario(FAILED), '--seeds', '4', '--json']);
    const [expectation] = JSON.parse(stdout).suites[0].expectations;
    expect(expectation).toMatchObject({ verdict: 'failed', metIn: 0, runs: 4, seed: '1' });
  });
});

describe('the share of seeds in which an expectation has to be met', () => {
  // Login in both sites: the shop comes back when the decision, 5 to 15 minutes, and the promotion are over.
  const args = [
    'test',
    TWO_SITES,
    '--layouts',
    'login-in-both',
    '--seeds',
    '8',
    '--set',
    'expect[0].restored.within=13m',
    '--json',
  ];

  it('is 95 %, or what is asked for', async () => {
    const [usual, less] = await Promise.all([firebreak(args), firebreak([...args, '--met-in', '10%'])]);
    const [first] = JSON.parse(usual.stdout).suites[0].expectations;
    expect(first.metIn).toBeGreaterThan(0);
    expect(first.metIn).toBeLessThan(8);
    expect(first.verdict).toBe('failed');
    expect(JSON.parse(less.stdout).suites[0].expectations[0].verdict).toBe('met');
  });
});

describe('reporters', () => {
  it('write several at once, to files and to standard output', async () => {
    const folder = temporaryFolder();
    const [junit, csv, md] = ['j.xml', 't.csv', 's.md'].map((name) => folder.file(name));
    const { stdout } = await firebreak([
      'test',
      TWO_SITES,
      ...['compact', `junit=${junit}`, `csv=${csv}`, `markdown=${md}`].flatMap((each) => ['--reporter', each]),
    ]);
    expect(stdout).toMatch(
      /^FAIL two-sites\/as-it-is {2}0\/2 expectations {2}lost 415,144 u·h {2}95 % served 6 h 53 min {2}run [0-9a-f]{8}\n/,
    );
    expect(readFileSync(csv, 'utf8').split('\r\n')).toHaveLength(6);
    expect(readFileSync(md, 'utf8')).toMatch(
      /^### Resilience: 2 of 4 expectations failed in 2 tests of 1 file, seed 1\n/,
    );
    expect(readFileSync(junit, 'utf8')).toContain('<testsuites name="firebreak" tests="4" failures="2" errors="0">');
  });

  it('are refused when two would share a place, or there is none of that name', async () => {
    for (const args of [
      ['-r', 'json', '-r', 'junit'],
      ['-r', 'html'],
      ['-r', 'junit='],
      ['-r', 'junit=/no/such/folder/j.xml'],
      ['-r', `junit=${TWO_SITES}`],
    ]) {
      expect((await firebreak(['test', TWO_SITES, ...args])).code).toBe(2);
    }
  });

  it('show people at a pipe one line a test, and on GitHub annotations and the summary of the job', async () => {
    const folder = temporaryFolder();
    const summary = folder.file('summary.md');
    writeFileSync(summary, 'of an earlier step\n');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: process.cwd() };
    const { code, stdout } = await firebreak(['test', TWO_SITES], { env });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^FAIL two-sites/);
    expect(stdout).toContain(
      `\n::error file=${TWO_SITES},line=47,title=two-sites / as-it-is%3A the shop is back within an hour::6 h 53 min > 1 h (+5 h 53 min): `,
    );
    expect(readFileSync(summary, 'utf8')).toMatch(/^of an earlier step\n### Resilience: /);
  });

  it('keep a document on standard output whole: annotations then go to standard error', async () => {
    const { stdout, stderr } = await firebreak(['test', TWO_SITES, '--json'], { env: { GITHUB_ACTIONS: 'true' } });
    expect(JSON.parse(stdout).format).toBe('firebreak.test/1');
    expect(stderr).toMatch(/^::error /m);
  });

  it('are there for run, too', async () => {
    const { code, stdout } = await firebreak(['run', TWO_SITES, '-r', 'junit']);
    expect(code).toBe(1);
    expect(await schemaErrors(stdout, 'junit-10-with-lines')).toEqual([]);
    expect(stdout).toContain('<property name="seed" value="1"/>');
  });
});

describe('hostile names', () => {
  const name = String.raw`"a|b <img src=x> %0A::error::x & @all [x](http://y) \"q\" 100% ]]> ::set-output,z: 한글"`;
  const file = (): string => scenario(`{ name: ${name}, service: shop, restored: { within: 1m } }`);

  it('leave the XML valid', async () => {
    const { stdout } = await firebreak(['test', file(), '-r', 'junit']);
    expect(await schemaErrors(stdout, 'junit-10-with-lines')).toEqual([]);
    expect(stdout).toContain(
      'name="a|b &lt;img src=x&gt; %0A::error::x &amp; @all [x](http://y) &quot;q&quot; 100% ]]&gt;',
    );
  });

  it('leave Jenkins’ own schema content in its strict form', async () => {
    const { stdout } = await firebreak(['test', file(), '-r', 'junit-strict']);
    expect(await schemaErrors(stdout, 'junit-10')).toEqual([]);
  });

  it('begin no command of GitHub and end no property', async () => {
    const { stdout } = await firebreak(['test', file(), '-r', 'github']);
    const [line] = stdout.split('\n').filter((each) => each.startsWith('::'));
    expect(stdout.match(/^::/gm)).toHaveLength(1);
    const [, properties] = /^::error (.*?)::/.exec(line) ?? [];
    expect(properties).toMatch(/^file=[^,]+,line=\d+,title=[^:,]*$/);
    expect(properties).toContain('%250A%3A%3Aerror%3A%3Ax');
  });

  it('are text in Markdown, not markup', async () => {
    const { stdout } = await firebreak(['test', file(), '-r', 'markdown']);
    expect(stdout).not.toMatch(/<img|@all|http:\/\/|\n\|[^\n]*a\|b/);
    expect(stdout).toContain('a\\|b &lt;img src=x&gt;');
  });
});

describe('the schema', () => {
  it('finds fault with what is no JUnit report', async () => {
    expect(await schemaErrors('<testsuites><testcase/></testsuites>', 'junit-10')).not.toEqual([]);
  });
});
