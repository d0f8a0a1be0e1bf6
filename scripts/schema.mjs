// `npm run schema`: writes what is generated from the scenario's schema: schema/scenario.schema.json and
// docs/reference/scenario.md. A test fails when they are stale.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runnerImport } from 'vite';

process.chdir(dirname(import.meta.dirname));
const load = async (file) => (await runnerImport(`./${file}`, { configFile: false, logLevel: 'error' })).module;
const { scenarioJsonSchema } = await load('src/scenario/json-schema.ts');
const { referencePage } = await load('src/scenario/reference-page.ts');
const { faultKinds } = await load('src/world/faults/index.ts');

write('schema/scenario.schema.json', `${JSON.stringify(scenarioJsonSchema(faultKinds), null, 2)}\n`);
write('docs/reference/scenario.md', referencePage(faultKinds));

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`schema: wrote ${file}`);
}
