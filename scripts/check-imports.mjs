// Checks the import rules of .dependency-cruiser.cjs over src and web. Fails too when it read nothing: with a parser
// that it does not know, dependency-cruiser finds no module and nothing wrong.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';

/** @returns {Promise<{ modules: number, violations: string[] }>} */
export async function checkImports(folders, rules) {
  const { output } = await cruise(folders, {
    ...rules.options,
    ruleSet: { forbidden: rules.forbidden },
    validate: true,
  });
  const ours = output.modules.filter((module) => !module.source.includes('node_modules') && !module.coreModule);
  const violations = output.summary.violations.map(
    ({ rule, from, to }) => `${from} -> ${to} (${rule.name}): ${comment(rules, rule.name)}`,
  );
  return { modules: ours.length, violations };
}

function comment(rules, name) {
  return rules.forbidden.find((rule) => rule.name === name)?.comment ?? '';
}

if (process.argv[1] === import.meta.filename) {
  const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
  const { modules, violations } = await checkImports(['src', 'web'].filter(existsSync), rules);
  for (const violation of violations) console.error(violation);
  if (modules === 0) console.error('check-imports: no module was read, so nothing was checked');
  console.log(`check-imports: ${modules} modules, ${violations.length} violations`);
  process.exitCode = modules > 0 && violations.length === 0 ? 0 : 1;
}
