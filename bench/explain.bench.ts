/** What would have saved Daum Mail: twenty single changes to the Kakao fire, on one core after another. Aim: 5 s on two cores. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { askInSteps, doJob, loadScenario, type OpenExplanation, type RunRecord } from '../src/index.js';
import { table } from './measure.js';

const FILE = 'scenarios/kakao-2022.yaml';
const TARGET_SECONDS = 5;
const CORES = 2;

const scenario = loadScenario(readFileSync(FILE, 'utf8'), { file: FILE });

function ask(): OpenExplanation {
  const steps = askInSteps(scenario, 'daum-mail', { at: '18:00', changes: 20 });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(2);
const startAsk = performance.now();
const open = ask();
const asked = seconds(startAsk);
const startRuns = performance.now();
const { kind, scenarios, jobs } = open.work;
const effects = jobs.map((job, i) => open.effect(i, doJob(kind.name, scenarios[job.scenario], job) as RunRecord));
const ran = seconds(startRuns);
const startText = performance.now();
const { savedBy } = open.document(effects);
table('Explain Daum Mail at 18:00, with what would have saved it', [
  ['step', 'seconds'],
  ['the run as it was, and its questions', asked],
  [`${jobs.length} changes, one after another`, ran],
  [`the same on ${CORES} cores (half of it)`, (Number(ran) / CORES).toFixed(2)],
  ['the explanation', seconds(startText)],
  [`target: ${TARGET_SECONDS} s on ${CORES} cores; this machine has ${availableParallelism()}`, ''],
  [`best: ${savedBy[0]?.change.slice(0, 60)}`, ''],
]);
