/** What pipelines run: the very command lines of the action, of the GitLab job and of the hook. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaErrors } from '../support/junit-schema.js';
import { COMMAND, TWO_SITES, temporaryFolder } from './process.js';

const OURS = `${process.execPath} ${COMMAND}`;

function shell(
  script: readonly string[],
  env: Readonly<Record<string, string>>,
): { code: number | null; stdout: string; stderr: string } {
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY, CI, ...usual } = process.env;
  const { status, stdout, stderr } = spawnSync('bash', script, { encoding: 'utf8', env: { ...usual, ...env } });
  return { code: status, stdout, stderr };
}

describe('the action for GitHub', () => {
  const action = parse(readFileSync('action.yml', 'utf8'));
  const [step] = action.runs.steps;

  /** As the runner does: inputs into variables, then the command. */
  function runAction(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
    const value = (name: string): string => inputs[name] ?? action.inputs[name]?.default ?? '';
    const variables = Object.fromEntries(
      Object.entries(step.env as Record<string, string>).map(([key, written]) => [
        key,
        written
          .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => value(name))
          .replace(/\$\{\{ github\.action_path \}\}/, process.cwd()),
      ]),
    );
    return shell(['-c', step.run], { ...variables, FIREBREAK_COMMAND: OURS, ...env });
  }

  it('has every input that its step uses, each with a description and a default', () => {
    const used = [...JSON.stringify(step).matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
    for (const input of Object.values(action.inputs))
      expect(input).toEqual({ description: expect.any(String), default: expect.any(String) });
  });

  it('fails for what is not met, with reports, annotations, a summary and outputs', async () => {
    const folder = temporaryFolder();
    const [junit, results, summary, output] = ['j.xml', 'r.json', 's.md', 'out'].map((name) => folder.file(name));
    const { code, stdout } = runAction(
      { paths: TWO_SITES, junit, results },
      { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output },
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=scenarios\/two-sites\.yaml,line=47,/m);
    expect(await schemaErrors(readFileSync(junit, 'utf8'), 'junit-10-with-lines')).toEqual([]);
    expect(JSON.parse(readFileSync(results, 'utf8')).format).toBe('firebreak.test/1');
    expect(readFileSync(summary, 'utf8')).toMatch(/^### Resilience/);
    expect(readFileSync(output, 'utf8')).toBe(`results=${results}\njunit=${junit}\n`);
  });

  it('passes what is as bad as in the baseline, when it is to fail for news only', () => {
    const folder = temporaryFolder();
    const files = { junit: folder.file('j.xml'), results: folder.file('r.json') };
    const inputs = { paths: TWO_SITES, 'fail-if': 'newly-not-met userHoursLost>10%', ...files };
    expect(runAction({ ...inputs, baseline: folder.file('none.json') }).code).toBe(1);
    expect(existsSync(files.results)).toBe(true);
    const baseline = folder.file('base.json');
    writeFileSync(baseline, readFileSync(files.results));
    expect(runAction({ ...inputs, baseline }).code).toBe(0);
  });

  it('never takes an input for a command', () => {
    const folder = temporaryFolder();
    const proof = folder.file('proof');
    const { code } = runAction({ paths: `$(touch ${proof}) ; touch ${proof}`, layouts: `\`touch ${proof}\`` });
    expect([code, existsSync(proof)]).toEqual([2, false]);
  });
});

describe('the job for GitLab', () => {
  it('runs as it is written, and keeps what it names', () => {
    const { firebreak } = parse(readFileSync('ci/gitlab.yml', 'utf8'));
    const folder = temporaryFolder();
    const [line] = firebreak.script as string[];
    const { code, stdout } = shell(['-c', `cd ${folder.path} && ${line}`], {
      ...firebreak.variables,
      FIREBREAK_COMMAND: OURS,
      FIREBREAK_PATHS: `${process.cwd()}/${TWO_SITES}`,
    });
    expect([code, stdout]).toEqual([1, expect.stringContaining('FAIL two-sites/as-it-is')]);
    for (const file of [firebreak.artifacts.reports.junit, ...firebreak.artifacts.paths])
      expect(existsSync(folder.file(file))).toBe(true);
  });
});

describe('the hook for pre-commit', () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

  it('checks scenarios and nothing else', () => {
    expect(TWO_SITES).toMatch(new RegExp(hook.files));
    expect('docs/ci.md').not.toMatch(new RegExp(hook.files));
    const [, command] = hook.entry.split(' ');
    expect(shell(['-c', `${OURS} ${command} ${TWO_SITES}`], {}).code).toBe(0);
  });

  it('fails for what it would be given, by its very command line, and says where', () => {
    // As pre-commit does: the command that the package links is on the path, and the names of files that fit come behind it.
    const folder = temporaryFolder();
    symlinkSync(COMMAND, folder.file('firebreak'));
    mkdirSync(folder.file('scenarios'));
    const bad = folder.file('scenarios/bad.yaml');
    writeFileSync(bad, readFileSync(TWO_SITES, 'utf8').replace('capacity: 60/s', 'capcity: 60/s'));
    const all = [TWO_SITES, bad, 'README.md', 'package.json'];
    const given = all.filter((path) => new RegExp(hook.files).test(path));
    expect(given).toEqual([TWO_SITES, bad]);
    const path = `${folder.path}:${dirname(process.execPath)}:${process.env.PATH}`;
    const { code, stdout, stderr } = shell(['-c', `${hook.entry} ${given.join(' ')}`], { PATH: path });
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(/bad\.yaml:\d+:\d+ error unknown-key.*capcity/);
    expect(shell(['-c', `${hook.entry} ${TWO_SITES}`], { PATH: path }).code).toBe(0);
  });

  it('is a command that the package has', () => {
    const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(Object.keys(bin)).toContain(hook.entry.split(' ')[0]);
  });
});
