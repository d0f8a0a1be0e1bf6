// `npm run layouts`: fills README's table of the Kakao layouts and its picture anew, 200 seeds of each; minutes of all cores.
// Needs the build. It is not run by the tests: what the table says is held by tests/golden/kakao-layouts.test.ts with few seeds.
// `--seeds N` for less; `--resume FILE` keeps what is done and goes on from it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const SCENARIO = 'scenarios/kakao-2022.yaml';
const PICTURE = 'docs/images/kakao-layouts.svg';
const BLOCK = /(<!-- layouts -->\n)[\s\S]*?(<!-- end -->\n)/;

/** In the order in which the table reads: what each changes more than the one before it. */
const LAYOUTS = {
  'as-it-was': 'as it was',
  'tools-elsewhere': 'the tools of repair in a second building',
  'within-an-hour': 'text and login never out for an hour (found by `advise --aim`)',
  'store-copied': 'storage, metadata and secrets in a second building',
  'tools-and-store': 'tools, storage and secrets in a second building',
  'warm-standby': 'everything stands by elsewhere, switched without asking',
  'active-active': 'everything in two buildings',
  'three-sites': 'everything in three buildings, half in each',
};
/** Layouts of one change each to what there was. */
const SINGLE = ['tools-elsewhere', 'within-an-hour', 'store-copied'];

process.chdir(dirname(import.meta.dirname));
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '200' }, resume: { type: 'string' } } });
const names = Object.keys(LAYOUTS).join(',');
const asked = ['compare', SCENARIO, '--no-expectations', '--seeds', values.seeds, '--layouts', names];
const folder = mkdtempSync(join(tmpdir(), 'firebreak-layouts-'));
try {
  const { document, page } = compared(folder);
  writeFileSync(PICTURE, `${/<svg [\s\S]*?<\/svg>/.exec(page)[0]}\n`);
  const text = readFileSync('README.md', 'utf8');
  if (!BLOCK.test(text)) throw new Error('README.md has no block <!-- layouts --> ... <!-- end -->');
  writeFileSync(
    'README.md',
    text.replace(BLOCK, (_, head, tail) => `${head}${told(document)}${tail}`),
  );
  console.log(`layouts: README.md and ${PICTURE} filled anew, ${document.seeds} seeds`);
} finally {
  rmSync(folder, { recursive: true });
}

function compared(folder) {
  const [out, report] = ['compare.json', 'compare.html'].map((name) => join(folder, name));
  const resume = values.resume === undefined ? [] : ['--resume', values.resume];
  const args = ['bin/firebreak.js', ...asked, '--out', out, '--report', report, '--lang', 'en', ...resume];
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`compare ended with ${status}`);
  return { document: JSON.parse(readFileSync(out, 'utf8')), page: readFileSync(report, 'utf8') };
}

function told({ layouts, ranking, seeds, engine, front }) {
  const rows = layouts.map(({ id, cost, measures, userHoursSavedPerCost }) => {
    const { mean, sd } = measures.userHoursLost;
    const saved = userHoursSavedPerCost === null ? '' : people(userHoursSavedPerCost * 1e8);
    return `| \`${id}\` | ${LAYOUTS[id]} | ${(cost / 1e9).toFixed(2)} | ${people(mean)} ± ${people(sd)} | ${saved} |`;
  });
  const unsure = ranking.filter(({ shown }) => !shown).map(({ fewer, more }) => `\`${fewer}\` and \`${more}\``);
  const least = Math.min(...ranking.map(({ betterIn }) => betterIn));
  const often = least === seeds ? 'in every run' : `in ${least} of ${seeds} runs or more`;
  const steps =
    unsure.length > 0 ? `not told apart are ${unsure.join(', ')}` : `each step of the order is shown, ${often}`;
  const single = SINGLE.map((id) => layouts.find((each) => each.id === id));
  const saves = ({ measures }) => -measures.userHoursLost.pairedDifference;
  const most = single.reduce((a, b) => (saves(b) > saves(a) ? b : a));
  const cheap = single.reduce((a, b) => (b.userHoursSavedPerCost > a.userHoursSavedPerCost ? b : a));
  const share = Math.round((100 * saves(most)) / layouts[0].measures.userHoursLost.mean);
  return `
What would have saved Kakao, ${seeds} runs of each, the same luck in every layout; ± is a standard deviation; by user-hours lost,
${steps} (engine ${engine}; prices are assumed):

| layout | | cost a month, bn won | user-hours lost | saved for each 100M won a month |
|---|---|---:|---:|---:|
${rows.join('\n')}

![Cost a month against user-hours lost; joined are the layouts that none dominates](${PICTURE})

Of the single changes to what there was, \`${most.id}\` would have saved most: ${people(saves(most))} user-hours, ${share} %; for its
money it is \`${cheap.id}\`: ${people(saves(cheap))} for ${(cheap.costDifference / 1e6).toFixed(0)}M won a month. No layout is better in cost, user-hours and writes lost
at once than ${front.map((id) => `\`${id}\``).join(', ')}.
Again, with a page to send (\`advise\` says what to change next, to a budget or an aim):

\`\`\`sh
npx --no-install firebreak ${asked.slice(0, 5).join(' ')} \\
  --layouts ${names} \\
  --report kakao.html
\`\`\`

`;
}

function people(value) {
  if (value >= 1e6) return `${(value / 1e6).toFixed(1)}M`;
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}
