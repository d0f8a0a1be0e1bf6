import { readFileSync } from 'node:fs';
import { loadScenario, run } from 'firebreak';

const file = 'scenarios/two-sites.yaml';
const scenario = loadScenario(readFileSync(file, 'utf8'), { file });
const { document } = run(scenario, { seed: 1 });

for (const service of document.services) {
  console.log(`${service.id}: down ${service.downtimeSeconds} s, restored after ${service.restoredAfterSeconds} s`);
}
