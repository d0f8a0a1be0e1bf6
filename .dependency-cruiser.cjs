// Who may import whom: design, section 8. Arrows go one way. Held by scripts/check-imports.mjs.
const folder = (name) => `^src/${name}/`;
const only = (name, allowed, why) => ({
  name: `${name}-imports`,
  comment: why,
  severity: 'error',
  from: { path: folder(name) },
  to: { path: '^(src|web|tests|bench|scripts)/', pathNot: allowed },
});
const siblings = (path) => ({
  name: `siblings-of-${path.replaceAll('/', '-')}`,
  comment: 'Adding one of a kind touches one file: siblings never import each other, only the index imports them all.',
  severity: 'error',
  from: { path: `^src/${path}/(?!index\\.ts$)([^/]+)\\.ts$` },
  to: { path: `^src/${path}/`, pathNot: [`^src/${path}/$1\\.ts$`, `^src/${path}/[^/]+/`] },
});

const ENGINE = folder('engine');
const SCENARIO = folder('scenario');
const RECORD = folder('record');
const WORLD = folder('world');
const RESULTS = folder('results');
const SCENE = folder('scene');
const STUDIES = folder('studies');
const WORKSHOP = folder('workshop');
const FORMATS = folder('formats');
const INDEX = '^src/index\\.ts$';

module.exports = {
  forbidden: [
    only('engine', [ENGINE], 'The engine knows no data centre.'),
    only('scenario', [SCENARIO, '^src/engine/distributions\\.ts$'], 'A scenario is data, distributions among it.'),
    only('record', [RECORD, '^src/engine/time\\.ts$'], "A record knows the engine's time only."),
    only('world', [WORLD, ENGINE, SCENARIO, RECORD], 'The world is read by results, never reads them.'),
    only('results', [RESULTS, SCENARIO, RECORD], 'Results are computed from what was recorded, not by running.'),
    only('scene', [SCENE, SCENARIO, RECORD, RESULTS], 'A scene says what to draw of what was recorded.'),
    only('studies', [STUDIES, ENGINE, SCENARIO, RECORD, WORLD, RESULTS, SCENE], 'Studies run the world.'),
    only(
      'workshop',
      [WORKSHOP, ENGINE, SCENARIO, RECORD, WORLD, RESULTS, SCENE, STUDIES],
      'The workshop is on top of all but the faces.',
    ),
    only('formats', [FORMATS, SCENARIO, RECORD, RESULTS, SCENE], 'A format reads and writes what is there.'),
    only(
      'library',
      [folder('library'), ENGINE, SCENARIO, RECORD, WORLD, RESULTS, SCENE, STUDIES, WORKSHOP, FORMATS],
      'What the public index offers is put together from all but the faces.',
    ),
    only('cli', [folder('cli'), INDEX], 'A face is thin: it uses the public library.'),
    {
      name: 'web-imports',
      comment: 'A face is thin: it uses the public library.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|tests|bench|scripts)/', pathNot: INDEX },
    },
    siblings('world/faults'),
    siblings('world/recovery'),
    siblings('formats'),
    siblings('formats/import/kinds'),
    {
      name: 'pure-parts-import-no-node',
      comment: 'Only src/cli meets the machine: elsewhere what is needed is passed in.',
      severity: 'error',
      from: { path: '^(src|web)/', pathNot: '^(src/cli|web/build)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file. Types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that resolves to nothing.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|raw|url|inline)' },
    },
    {
      name: 'no-tests-in-source',
      severity: 'error',
      from: { path: '^(src|web)/' },
      to: { path: '^(tests|bench|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
