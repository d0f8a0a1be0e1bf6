import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../../../src/cli/pool/journal.js';
import { journaledPool } from '../../../../src/cli/pool/journaled-pool.js';
import { withPool } from '../../../../src/cli/pool/with-pool.js';
import { inProcessPool } from '../../../../src/studies/pool/in-process-pool.js';
import type { JobKind, Work } from '../../../../src/studies/pool/job.js';
import type { Pool } from '../../../../src/studies/pool/pool.js';
import { bundledScenario } from '../../../support/bundled-scenarios.js';

const OF = { study: 'compare', engine: '0.1.0', scenario: 'a', set: [] };
let asked: string[] = [];
let folder = '';
let path = '';

/** Its answer is the question; which were asked is kept. */
const echo: JobKind<string, string[]> = {
  name: 'echo',
  *work(_, { ask }) {
    yield 0;
    asked.push(ask);
    return [ask];
  },
};

function workOf(asks: readonly string[]): Work<string, string[]> {
  return {
    kind: echo,
    scenarios: [bundledScenario('two-sites')],
    jobs: asks.map((ask) => ({ scenario: 0, seed: '1', ask })),
  };
}

async function answersOf(pool: Pool, asks: readonly string[]): Promise<string[]> {
  const answers: string[] = [];
  await pool.do(workOf(asks), ([answer], job) => {
    answers[job] = answer;
  });
  return answers;
}

beforeEach(() => {
  asked = [];
  folder = mkdtempSync(join(tmpdir(), 'firebreak-pool-'));
  path = join(folder, 'journal.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a pool with a journal', () => {
  it('does only what the journal does not have, and puts every answer in its place', async () => {
    const first = openJournal(path, OF);
    expect(await answersOf(journaledPool(inProcessPool(), first), ['b', 'd'])).toEqual(['b', 'd']);
    first.close();
    asked = [];
    const second = openJournal(path, OF);
    expect(second.found).toBe(2);
    expect(await answersOf(journaledPool(inProcessPool(), second), ['a', 'b', 'c', 'd', 'e'])).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
    second.close();
    expect(asked).toEqual(['a', 'c', 'e']);
  });

  it('keeps what was answered before it was stopped', async () => {
    const journal = openJournal(path, OF);
    const stopping = inProcessPool({ pause: (done) => done < 2 });
    expect(await answersOf(journaledPool(stopping, journal), ['a', 'b', 'c'])).toEqual(['a', 'b']);
    journal.close();
    expect(openJournal(path, OF).found).toBe(2);
  });
});

describe('the pool of a command', () => {
  const options = { workers: 1, journalOf: OF, language: 'en' } as const;

  it('refuses a journal that it cannot use before any work is done', async () => {
    writeFileSync(path, 'something else\n');
    const started = withPool({ ...options, resume: path }, () => {
      throw new Error('began to work');
    });
    await expect(started).rejects.toThrow('is no journal of firebreak');
  });

  it('leaves a journal behind with which the next one has nothing left to do', async () => {
    const use = (pool: Pool): Promise<string[]> => answersOf(pool, ['a', 'b']);
    const listening = process.listenerCount('SIGINT');
    expect(await withPool({ ...options, resume: path }, use)).toEqual(['a', 'b']);
    expect(await withPool({ ...options, resume: path }, use)).toEqual(['a', 'b']);
    expect(asked).toEqual(['a', 'b']);
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(3);
    expect(process.listenerCount('SIGINT')).toBe(listening);
  });
});
