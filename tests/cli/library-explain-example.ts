import { readFileSync } from 'node:fs';
import { explain, loadScenario } from 'firebreak';

const file = 'scenarios/two-sites.yaml';
const scenario = loadScenario(readFileSync(file, 'utf8'), { file });
const { stillDown, savedBy } = explain(scenario, 'shop', { at: 'T+5m' });

for (const { text, line } of stillDown) console.log(`${text} (line ${line})`);
for (const { change, downtimeSeconds } of savedBy.slice(0, 3)) console.log(`${change}: down ${downtimeSeconds} s`);
