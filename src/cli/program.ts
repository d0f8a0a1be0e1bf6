/** The commands, their options and their help. What a command does is loaded only when it is called. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { AdviseCommandOptions } from './commands/advise.js';
import type { AuditCommandOptions } from './commands/audit.js';
import type { AvailabilityCommandOptions, FailBelow } from './commands/availability.js';
import type { CheckOptions } from './commands/check.js';
import type { CompareCommandOptions } from './commands/compare.js';
import type { ContingencyCommandOptions } from './commands/contingency.js';
import type { DiffCommandOptions } from './commands/diff.js';
import type { ExplainCommandOptions } from './commands/explain.js';
import type { ExportCommandOptions } from './commands/export.js';
import type { ImportCommandOptions } from './commands/import.js';
import type { InitCommandOptions } from './commands/init.js';
import type { RunOptions } from './commands/run.js';
import type { ServeOptions } from './commands/serve.js';
import type { SweepCommandOptions } from './commands/sweep.js';
import type { TestCommandOptions } from './commands/test.js';
import { printableLines } from './output/printable.js';
import { VERSION } from './version.js';

const MAX_SEED_LENGTH = 100;
const MAX_PORT = 65_535;
/** A number a run and measure is kept; and more runs than these tell nothing more. */
const MAX_SEEDS = 10_000;
const MAX_WORKERS = 256;
const MAX_PAIRS = 1_000_000;
const MAX_STEPS = 100;
const MAX_YEARS = 1000;

export function buildProgram(): Command {
  const program = new Command('firebreak')
    .description('What dies when a data centre burns, and how long each service takes to come back.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXAMPLES)
    .configureOutput({
      writeOut: (text) => process.stdout.write(printableLines(text)),
      writeErr: (text) => process.stderr.write(printableLines(text)),
    })
    .exitOverride();
  program.addCommand(runProgram().copyInheritedSettings(program));
  program.addCommand(testProgram().copyInheritedSettings(program));
  program.addCommand(explainProgram().copyInheritedSettings(program));
  program.addCommand(sweepProgram().copyInheritedSettings(program));
  program.addCommand(contingencyProgram().copyInheritedSettings(program));
  program.addCommand(auditProgram().copyInheritedSettings(program));
  program.addCommand(adviseProgram().copyInheritedSettings(program));
  program.addCommand(availabilityProgram().copyInheritedSettings(program));
  program.addCommand(compareProgram().copyInheritedSettings(program));
  program.addCommand(diffProgram().copyInheritedSettings(program));
  program.addCommand(checkProgram().copyInheritedSettings(program));
  program.addCommand(exportProgram().copyInheritedSettings(program));
  program.addCommand(importProgram().copyInheritedSettings(program));
  program.addCommand(initProgram().copyInheritedSettings(program));
  program.addCommand(serveProgram().copyInheritedSettings(program));
  return program;
}

function runProgram(): Command {
  return new Command('run')
    .summary('simulate a scenario and report what happened')
    .description('Simulates a scenario once and reports what failed, why, and when it came back.')
    .argument('<file>', 'the scenario (YAML or JSON)')
    .addOption(layoutOption())
    .addOption(seedOption())
    .option('-s, --set <path=value>', 'override a value of the file; may be repeated', collect, [])
    .option(
      '-r, --reporter <name[=file]>',
      'pretty, compact, json, junit, junit-strict, markdown, github, csv; may be repeated',
      repeated,
      [],
    )
    .option('--json', 'print one JSON document (firebreak.run/1) and nothing else')
    .option('-o, --out <file>', 'also write the JSON document to a file, in full or not at all')
    .option('--full', 'leave nothing out: all services, rows, warnings and defaults')
    .option('--no-fail', 'exit with 0 even when an expectation is not met')
    .option('--timing', 'print to standard error how long it took')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', RUN_HELP)
    .action(async (file: string, options: RunOptions) => {
      const { runCommand } = await import('./commands/run.js');
      process.exitCode = await runCommand(file, options);
    });
}

function testProgram(): Command {
  return new Command('test')
    .summary('judge scenarios, layouts and seeds, for a pipeline')
    .description(
      'Runs scenarios of files and folders, all their layouts or named ones, over one seed or several, and judges what they expect. Fails when an expectation is not met, and says why in one sentence.',
    )
    .argument('<paths...>', 'scenarios, or folders with scenarios')
    .option('--layouts <names>', 'layouts, with commas; all of each file when left out', listed, [])
    .addOption(new Option('--seeds <number>', 'runs of each layout').default(1).argParser(wholeFrom(1, MAX_SEEDS)))
    .addOption(
      new Option(
        '--met-in <share>',
        'an expectation is met when it is in so many of the seeds; 95% when left out',
      ).argParser(sharePercent),
    )
    .option('-s, --set <path=value>', 'override a value of the files; may be repeated', collect, [])
    .addOption(
      new Option('--time-limit <duration>', 'what is not run by then is inconclusive: 90s, 10m').argParser(clockTime),
    )
    .option('--baseline <file>', 'an earlier result (-o, --out) that this one is compared with, seed by seed')
    .option(
      '--fail-if <what>',
      'not-met, newly-not-met, worse, or userHoursLost>10%, in place of not-met alone; may be repeated',
      repeated,
      [],
    )
    .option(
      '-r, --reporter <name[=file]>',
      'pretty, compact, json, junit, junit-strict, markdown, github, csv; may be repeated',
      repeated,
      [],
    )
    .option('--json', 'the same as --reporter json: one document (firebreak.test/1) and nothing else')
    .option('-o, --out <file>', 'the same as --reporter json=<file>')
    .option('--no-fail', 'exit with 0 even when an expectation is not met')
    .addOption(workersOption())
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', TEST_HELP)
    .action(async (paths: string[], options: TestCommandOptions) => {
      const { testCommand } = await import('./commands/test.js');
      process.exitCode = await testCommand(paths, options);
    });
}

function explainProgram(): Command {
  return new Command('explain')
    .summary('say why a service is down, and what would have saved it')
    .description(
      'Simulates a scenario and explains one service at one instant: why it went down, why it is still down, what decided when it was back, and what would have saved it.',
    )
    .argument('<file>', 'the scenario (YAML or JSON)')
    .argument('<service>', 'id of a service or a journey')
    .option('-a, --at <time>', '8h, T+8h, 18:00 or 2022-10-15T18:00; the middle of the longest time down when left out')
    .addOption(layoutOption())
    .addOption(seedOption())
    .option('-s, --set <path=value>', 'override a value of the file; may be repeated', collect, [])
    .addOption(
      new Option('--json', 'print one JSON document (firebreak.explain/1) and nothing else').conflicts('markdown'),
    )
    .option('--markdown', 'print Markdown, nothing left out')
    .option('--full', 'leave nothing out')
    .option('--no-changes', 'do not try what would have saved it: no further runs')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', EXPLAIN_HELP)
    .action(async (file: string, service: string, options: ExplainCommandOptions) => {
      const { explainCommand } = await import('./commands/explain.js');
      process.exitCode = await explainCommand(file, service, options);
    });
}

function sweepProgram(): Command {
  return new Command('sweep')
    .summary('vary one parameter, and find where the outcome tips')
    .description(
      'Runs a scenario with one parameter at several values, each with the same seeds: the curve with its bands, and the step at which it tips.',
    )
    .argument('<file>', 'the scenario (YAML or JSON)')
    .requiredOption(
      '--vary <path=from..to>',
      'what varies, as for --set: 0..5, 1m..30m, 5%..50%; :N says how many values',
    )
    .option(
      '--measure <name>',
      'a measure, or name:service; may be repeated; user-hours lost when left out',
      repeated,
      [],
    )
    .addOption(layoutOption())
    .addOption(new Option('--seeds <number>', 'runs of each value').default(10).argParser(wholeFrom(1, MAX_SEEDS)))
    .option('-s, --set <path=value>', 'override a value of the file; may be repeated', collect, [])
    .addOption(workersOption())
    .addOption(resumeOption())
    .option('--json', 'print one JSON document (firebreak.sweep/1) and nothing else')
    .option('-o, --out <file>', 'also write the JSON document to a file, in full or not at all')
    .option('--csv <file>', 'also write the numbers as a table for spreadsheets')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', SWEEP_HELP)
    .action(async (file: string, options: SweepCommandOptions) => {
      const { sweepCommand } = await import('./commands/sweep.js');
      process.exitCode = await sweepCommand(file, options);
    });
}

function contingencyProgram(): Command {
  return new Command('contingency')
    .summary('make everything fail, one by one, and rank what it costs')
    .description(
      'Tries every site, zone, link and service alone, and with --order 2 every pair, in every layout: what each costs, whether the expectations hold, and what goes down that nobody would expect.',
    )
    .argument('<file>', 'the scenario (YAML or JSON)')
    .option('--layouts <names>', 'layouts of the file, with commas; all of them when left out', listed, [])
    .addOption(seedOption())
    .option('-s, --set <path=value>', 'override a value of the file; may be repeated', collect, [])
    .addOption(new Option('--order <number>', '2: pairs as well').default(1).argParser(order))
    .addOption(
      new Option('--most <number>', 'at most so many pairs a layout: the heaviest, and a random sample')
        .default(500)
        .argParser(wholeFrom(2, MAX_PAIRS)),
    )
    .option('--only <kinds>', 'site, zone, link, service, with commas: make only these fail', listed, [])
    .option(
      '--fail-on <what>',
      'failed (a case that fails an expectation) or unexpected: exit with 1 when there is one',
      listed,
      [],
    )
    .option('--no-fail', 'exit with 0 whatever fails')
    .addOption(workersOption())
    .addOption(resumeOption())
    .option('--json', 'print one JSON document (firebreak.contingency/1) and nothing else')
    .option('-o, --out <file>', 'also write the JSON document to a file, in full or not at all')
    .option('--full', 'leave nothing out')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', CONTINGENCY_HELP)
    .action(async (file: string, options: ContingencyCommandOptions) => {
      const { contingencyCommand } = await import('./commands/contingency.js');
      process.exitCode = await contingencyCommand(file, options);
    });
}

function auditProgram(): Command {
  return new Command('audit')
    .summary('find what is wrong with a design, without running it')
    .description(
      'Looks for single points of failure, redundancy in name only, tools that fail with what they repair, and more, in one layout of a scenario, without running it.',
    )
    .argument('<file>', 'the scenario (YAML or JSON)')
    .addOption(layoutOption())
    .option('-s, --set <path=value>', 'override a value of the file; may be repeated', collect, [])
    .option(
      '--fail-on <what>',
      'error, warning (errors too) or a rule: exit with 1 when there is one; may be repeated',
      listed,
      [],
    )
    .option('--json', 'print one JSON document (firebreak.audit/1) and nothing else')
    .option('-o, --out <file>', 'also write the JSON document to a file, in full or not at all')
    .option('--full', 'leave nothing out: all findings of every rule')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', AUDIT_HELP)
    .action(async (file: string, options: AuditCommandOptions) => {
      const { auditCommand } = await import('./commands/audit.js');
      process.exitCode = auditCommand(file, options);
    });
}

function adviseProgram(): Command {
  return new Command('advise')
    .summary('say what to change next, to a budget or an aim')
    .description(
      'Tries single changes and pairs of them by runs, and says which save most for their cost, one after another, to a budget or until an aim is met.',
    )
    .argument('<file>', 'the scenario (YAML or JSON); it has to state prices')
    .addOption(
      new Option(
        '--budget <amount>',
        'what may be spent more a month, in the currency of the file: 20000, 1.5M',
      ).argParser(budget),
    )
    .option(
      '--aim <what>',
      'go on until it holds: service=1h (not up for longer in all), an expectation of the file by name, or all; may be repeated',
      repeated,
      [],
    )
    .addOption(new Option('--seeds <number>', 'runs of each try').default(5).argParser(wholeFrom(2, MAX_SEEDS)))
    .addOption(new Option('--steps <number>', 'steps at most').default(12).argParser(wholeFrom(1, MAX_STEPS)))
    .addOption(layoutOption())
    .option('-s, --set <path=value>', 'override a value of the file; may be repeated', collect, [])
    .addOption(workersOption())
    .addOption(resumeOption())
    .option('--json', 'print one JSON document (firebreak.advise/1) and nothing else')
    .option('-o, --out <file>', 'also write the JSON document to a file, in full or not at all')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', ADVISE_HELP)
    .action(async (file: string, options: AdviseCommandOptions) => {
      const { adviseCommand } = await import('./commands/advise.js');
      process.exitCode = await adviseCommand(file, options);
    });
}

function availabilityProgram(): Command {
  return new Command('availability')
    .summary('say how much of the time it serves, over years of random faults')
    .description(
      'Lives through years with the faults that `rates` and `frequency` of the file name, many times, and says how available each service is and how sure that is.',
    )
    .argument('<file>', 'the scenario (YAML or JSON); it has to state rates')
    .option('--layouts <names>', 'layouts, separated by commas; all of the file when left out', listed, [])
    .addOption(new Option('--years <number>', 'how long a life is').default(10).argParser(years))
    .addOption(new Option('--seeds <number>', 'lives of each layout').default(100).argParser(wholeFrom(2, MAX_SEEDS)))
    .option('-s, --set <path=value>', 'override a value of the file; may be repeated', collect, [])
    .option(
      '--fail-below <share>',
      '99.9%, or shop=99.95% of one service: exit with 1 unless it is shown to be at least that; may be repeated',
      failBelow,
      [],
    )
    .option('--no-fail', 'exit with 0 whatever the shares')
    .addOption(workersOption())
    .addOption(resumeOption())
    .option('--json', 'print one JSON document (firebreak.availability/1) and nothing else')
    .option('-o, --out <file>', 'also write the JSON document to a file, in full or not at all')
    .option('--full', 'leave nothing out: all services')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', AVAILABILITY_HELP)
    .action(async (file: string, options: AvailabilityCommandOptions) => {
      const { availabilityCommand } = await import('./commands/availability.js');
      process.exitCode = await availabilityCommand(file, options);
    });
}

function compareProgram(): Command {
  return new Command('compare')
    .summary('put layouts side by side, with honest uncertainty')
    .description(
      'Runs layouts of a scenario with the same seeds and compares them: what they cost, what they save, where they part, and how sure that is.',
    )
    .argument('<file>', 'the scenario (YAML or JSON)')
    .addOption(
      new Option(
        '--layouts <names>',
        'layouts, separated by commas, the baseline first; all of the file when left out',
      ).argParser(names),
    )
    .addOption(new Option('--seeds <number>', 'runs of each layout').default(20).argParser(wholeFrom(1, MAX_SEEDS)))
    .option('-s, --set <path=value>', 'override a value of the file; may be repeated', collect, [])
    .addOption(workersOption())
    .addOption(resumeOption())
    .option('--json', 'print one JSON document (firebreak.compare/1) and nothing else')
    .option('-o, --out <file>', 'also write the JSON document to a file, in full or not at all')
    .option('--report <file>', 'also write a page of HTML that can be sent and printed')
    .option('--full', 'leave nothing out: all measures, changes and steps')
    .option('--no-expectations', 'do not judge expectations, some of which need further runs')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', COMPARE_HELP)
    .action(async (file: string, options: CompareCommandOptions) => {
      const { compareCommand } = await import('./commands/compare.js');
      process.exitCode = await compareCommand(file, options);
    });
}

function diffProgram(): Command {
  return new Command('diff')
    .summary('say what changed between two versions of a scenario, and what that does')
    .description(
      'Runs two versions of a scenario with the same seeds: what changed in the file, which verdicts change, what gets worse and by how much, beyond noise.',
    )
    .argument('<base>', 'the scenario as it was')
    .argument('<head>', 'the scenario as it is')
    .option('--layouts <names>', 'layouts, with commas; all when left out', listed, [])
    .addOption(new Option('--seeds <number>', 'runs of each layout').default(5).argParser(wholeFrom(1, MAX_SEEDS)))
    .option('-s, --set <path=value>', 'override a value of both files; may be repeated', collect, [])
    .option(
      '--fail-if <what>',
      'not-met, newly-not-met, worse, or userHoursLost>10%: exit with 1 when it holds; may be repeated',
      repeated,
      [],
    )
    .option('--no-fail', 'exit with 0 whatever changed')
    .addOption(workersOption())
    .addOption(
      new Option('--json', 'print one JSON document (firebreak.diff/1) and nothing else').conflicts('markdown'),
    )
    .option('--markdown', 'print Markdown, for a comment')
    .option('-o, --out <file>', 'also write the JSON document to a file, in full or not at all')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', DIFF_HELP)
    .action(async (base: string, head: string, options: DiffCommandOptions) => {
      const { diffCommand } = await import('./commands/diff.js');
      process.exitCode = await diffCommand(base, head, options);
    });
}

function checkProgram(): Command {
  return new Command('check')
    .summary('find all mistakes in scenarios, without running them')
    .description('Checks scenarios, every layout of them, and prints all errors of all files at once.')
    .argument('<files...>', 'the scenarios')
    .option('--json', 'print one JSON document (firebreak.check/1) and nothing else')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', CHECK_HELP)
    .action(async (files: string[], options: CheckOptions) => {
      const { checkCommand } = await import('./commands/check.js');
      process.exitCode = checkCommand(files, options);
    });
}

function exportProgram(): Command {
  return new Command('export')
    .summary('write the graph of a scenario or the record of a run for other programs')
    .description(
      'Writes the graph of services (gexf, dot, mermaid), or of one run its record (csv, ndjson), its metrics over time for Prometheus (openmetrics) or a picture of a moment (svg).',
    )
    .argument('<file>', 'the scenario (YAML or JSON)')
    .option('--as <format>', 'gexf, dot, mermaid, csv, ndjson, openmetrics, svg; by the end of --out when left out')
    .addOption(layoutOption())
    .addOption(seedOption())
    .option('-s, --set <path=value>', 'override a value of the file; may be repeated', collect, [])
    .addOption(
      new Option('--every <duration>', 'openmetrics: between two samples, 60s when left out').argParser(clockTime),
    )
    .option('-a, --at <time>', 'svg: 8h, T+8h, 18:00; when most people are affected when left out')
    .option('-o, --out <file>', 'write to a file, in full or not at all; to standard output when left out')
    .addOption(languageOption())
    .addHelpText('after', EXPORT_HELP)
    .action(async (file: string, options: ExportCommandOptions) => {
      const { exportCommand } = await import('./commands/export.js');
      process.exitCode = await exportCommand(file, options);
    });
}

function importProgram(): Command {
  return new Command('import')
    .summary('make a scenario of files of other programs')
    .description(
      'Makes a scenario of what other programs know: traces, Kubernetes manifests, docker-compose, Kiali, Backstage, graphs, tables and more. Several files are of one system.',
    )
    .argument('<files...>', 'the files; the first word may be the name of a format')
    .option('-f, --format <name>', 'format of the files; recognised when left out')
    .option('--merge <file>', 'another source, for what the first ones do not know; may be repeated', repeated, [])
    .option(
      '--site-of <pattern=site>',
      "where services stand: 'cart*=seoul', '*=a,b', 'db=seoul/z1'; may be repeated",
      repeated,
      [],
    )
    .option('-o, --out <file>', 'write the scenario to a file, in full or not at all; to standard output when left out')
    .option('--json', 'print one JSON document (firebreak.import/1) and nothing else')
    .option('--full', 'leave no note out')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', IMPORT_HELP)
    .action(async (files: string[], options: ImportCommandOptions) => {
      const { importCommand } = await import('./commands/import.js');
      process.exitCode = importCommand(files, options);
    });
}

function initProgram(): Command {
  return new Command('init')
    .summary('start a scenario of your own')
    .description(
      'Writes a first scenario to begin from: the sites and services that you name, with guesses that are marked as such; or a generated company of so many services.',
    )
    .option('--services <names>', 'services, each calling the next: web,orders,database when left out', names)
    .option('--sites <names>', 'sites: main,spare when left out; with --generate a number, 2 when left out', names)
    .option(
      '--generate <count>',
      'a company of so many services, like those of public traces, 3 to 10000',
      wholeFrom(3, 10_000),
    )
    .option('--seed <seed>', 'with --generate: another company')
    .option('-o, --out <file>', 'write the scenario to a file, in full or not at all; to standard output when left out')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', INIT_HELP)
    .action(async (options: InitCommandOptions) => {
      const { initCommand } = await import('./commands/init.js');
      process.exitCode = initCommand(options);
    });
}

function serveProgram(): Command {
  return new Command('serve')
    .summary('show a scenario in the browser')
    .description('Serves the page that plays a scenario, on this machine only, until Ctrl-C.')
    .argument('<file>', 'the scenario')
    .addOption(layoutOption())
    .addOption(seedOption())
    .addOption(new Option('-p, --port <number>', 'port; a free one near 4180 when left out').argParser(port))
    .option('--lan', 'let other machines of the network see it, too')
    .addHelpText('after', SERVE_HELP)
    .action(async (file: string, options: ServeOptions) => {
      const { serveCommand } = await import('./commands/serve.js');
      process.exitCode = await serveCommand(file, options);
    });
}

function layoutOption(): Option {
  return new Option('-l, --layout <name>', 'a layout of the file; its first one when left out');
}

function seedOption(): Option {
  return new Option('--seed <text>', 'names the luck of the run: same seed, same run').default('1').argParser(seed);
}

function workersOption(): Option {
  return new Option('--workers <number>', 'threads; as many as there are cores when left out, 1: none').argParser(
    wholeFrom(1, MAX_WORKERS),
  );
}

function resumeOption(): Option {
  return new Option('--resume <file>', 'keep each answer in this file, and go on from those that are in it');
}

function languageOption(): Option {
  return new Option('--lang <language>', 'language of the report; from LANG when left out').choices(['en', 'ko']);
}

function asciiOption(): Option {
  return new Option('--ascii', 'no signs outside ASCII (names of the scenario stay as they are)');
}

function collect(value: string, earlier: readonly string[]): string[] {
  if (!/^[^=]+=/.test(value)) throw new InvalidArgumentError('Write path=value, for example --set duration=2h.');
  return [...earlier, value];
}

function repeated(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}

/** Several at once are parted by commas; what they may be is known once the command is loaded. */
function listed(value: string, earlier: readonly string[]): string[] {
  return [...earlier, ...value.split(',').filter((each) => each !== '')];
}

/** Names between commas. */
function names(value: string): string[] {
  const all = value.split(',').map((name) => name.trim());
  if (all.some((name) => name === '')) throw new InvalidArgumentError('Write names between commas, for example a,b.');
  return all;
}

function order(value: string): 1 | 2 {
  if (value !== '1' && value !== '2') throw new InvalidArgumentError('An order is 1 or 2.');
  return value === '1' ? 1 : 2;
}

const SUFFIXES: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12 };

function budget(value: string): number {
  const [, digits, suffix] = /^(\d+(?:\.\d+)?)([kMGT]?)$/.exec(value) ?? [];
  if (digits === undefined) throw new InvalidArgumentError('An amount, for example 20000, 1.5M or 0.');
  return Number(digits) * SUFFIXES[suffix];
}

function years(value: string): number {
  const number = Number(value);
  if (!/^\d+(\.\d+)?$/.test(value) || number <= 0 || number > MAX_YEARS)
    throw new InvalidArgumentError(`A number of years, above 0 and up to ${MAX_YEARS}.`);
  return number;
}

function failBelow(value: string, earlier: readonly FailBelow[]): FailBelow[] {
  const [, of, percent] = /^(?:(.+)=)?(\d+(?:\.\d+)?)%$/.exec(value) ?? [];
  const share = Number(percent) / 100;
  if (percent === undefined || share > 1)
    throw new InvalidArgumentError('A share, for example 99.9%, or of one service shop=99.95%.');
  return [...earlier, { of: of ?? null, share }];
}

function wholeFrom(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most)
      throw new InvalidArgumentError(`A whole number from ${least} to ${most}.`);
    return number;
  };
}

/** 95%, 100% or 0.95. */
function sharePercent(value: string): number {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(value) ?? [];
  const share = digits === undefined ? Number.NaN : Number(digits) / (percent === '%' ? 100 : 1);
  if (!(share > 0 && share <= 1)) throw new InvalidArgumentError('A share above 0% and up to 100%, for example 95%.');
  return share;
}

const CLOCK_UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** Seconds. */
function clockTime(value: string): number {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(s|m|h)$/.exec(value) ?? [];
  const seconds = digits === undefined ? Number.NaN : Number(digits) * CLOCK_UNITS[unit];
  if (!(seconds > 0 && seconds <= 86_400))
    throw new InvalidArgumentError('A time up to 24h, for example 90s, 10m, 1h.');
  return seconds;
}

function seed(value: string): string {
  if (value === '') throw new InvalidArgumentError('A seed is not empty.');
  if (value.length > MAX_SEED_LENGTH) {
    throw new InvalidArgumentError(`A seed has at most ${MAX_SEED_LENGTH} characters.`);
  }
  return value;
}

function port(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > MAX_PORT) throw new InvalidArgumentError(`A port is 0 to ${MAX_PORT}.`);
  return number;
}

const EXAMPLES = `
Examples:
  $ firebreak run scenarios/kakao-2022.yaml                what the fire at Pangyo did to Kakao
  $ firebreak run scenarios/two-sites.yaml --seed 7        the same failure with other luck
  $ firebreak explain scenarios/kakao-2022.yaml daum-mail --at 18:00
  $ firebreak audit scenarios/kakao-2022.yaml              what was wrong with it before it burnt
  $ firebreak check scenarios/*.yaml                       all mistakes of all files at once
  $ firebreak serve scenarios/kakao-2022.yaml              watch it in the browser

Exit codes:
  0  every expectation is met, or none is stated     2  the input or the usage is wrong
  1  an expectation failed or is inconclusive        3  internal error        130  interrupted

Start with the smallest scenario, scenarios/two-sites.yaml; docs/cli.md says the rest.
`;

const RUN_HELP = `
Examples:
  $ firebreak run my.yaml --layout active-active           another layout of the same file
  $ firebreak run my.yaml --set duration=2d --full         override a value; leave nothing out
  $ firebreak run my.yaml --json | jq .totals              one document and nothing else
  $ firebreak run my.yaml --out result.json                the report, and the document in a file
  $ firebreak run my.yaml --no-fail                        exit with 0 whatever the expectations say
`;

const TEST_HELP = `
Examples:
  $ firebreak test scenarios                               every scenario of a folder, every layout
  $ firebreak test my.yaml --layouts now --seeds 20 --time-limit 10m
  $ firebreak test scenarios --reporter compact --reporter junit=junit.xml --reporter markdown=summary.md
  $ firebreak test scenarios --json | jq .totals

On GitHub (GITHUB_ACTIONS=true) annotations and the summary of the job are added by themselves.

Exit codes: 0 every expectation is met, or none is stated; 1 one failed or is inconclusive, also because the time was
over; 2 bad input, also a folder without scenarios; 3 internal error; 130 interrupted.
`;

const EXPLAIN_HELP = `
Examples:
  $ firebreak explain my.yaml mail                         in the middle of its longest time down
  $ firebreak explain my.yaml mail --at 18:00              the first 18:00 after the start
  $ firebreak explain my.yaml mail --at T+8h --full        8 h after the first effect; all of it
  $ firebreak explain my.yaml mail --json | jq .savedBy
  $ firebreak explain my.yaml mail --markdown > why.md     for a ticket

Exit codes: 0 explained, 2 there is no such service or time.
`;

const SWEEP_HELP = `
Examples:
  $ firebreak sweep my.yaml --vary services.shop.needs.store.retries=0..5
  $ firebreak sweep my.yaml --vary faults.cut.for=1m..30m --measure restoredAfterSeconds:shop
  $ firebreak sweep my.yaml --vary services.shop.capacity=50/s..200/s:16 --seeds 30 --csv curve.csv
  $ firebreak sweep my.yaml --vary services.store.queue=10..1000 --json | jq .tippingPoint

Exit codes: 0 done, 2 the input or the usage is wrong, 130 interrupted: what was done is printed.
`;

const CONTINGENCY_HELP = `
Examples:
  $ firebreak contingency my.yaml                          everything alone, in every layout
  $ firebreak contingency my.yaml --layouts base --only site,zone
  $ firebreak contingency my.yaml --order 2 --most 2000    pairs as well
  $ firebreak contingency my.yaml --fail-on unexpected     for CI
  $ firebreak contingency my.yaml --resume run.journal     go on after an interruption

Exit codes: 0 done and every survives expectation is met (or none stated), 1 one is not, or a --fail-on struck,
2 the input or the usage is wrong, 130 interrupted: what was done is printed.
`;

const AUDIT_HELP = `
Examples:
  $ firebreak audit my.yaml                                what is wrong, worst first, and what to do
  $ firebreak audit my.yaml --layout active-active
  $ firebreak audit my.yaml --fail-on error                for CI: exit with 1 when there is an error
  $ firebreak audit my.yaml --fail-on tool-inside,start-up-circle
  $ firebreak audit my.yaml --json | jq '.findings[].rule'

Exit codes: 0 audited, 1 a finding that --fail-on names, 2 the input or the usage is wrong.
`;

const ADVISE_HELP = `
Examples:
  $ firebreak advise scenarios/two-keys.yaml --budget 20000    two changes that only help together
  $ firebreak advise my.yaml --budget 1.5M --seeds 10
  $ firebreak advise my.yaml --aim login=1h --aim shop=1h      the cheapest found with which neither is out for an hour
  $ firebreak advise my.yaml --budget 1.5M --json | jq '.steps[].changes[].id'

Exit codes: 0 advised (also that nothing helps), 1 an --aim that was not reached, 2 bad input, 130 stopped by Ctrl-C: the steps so far are printed.
`;

const AVAILABILITY_HELP = `
Examples:
  $ firebreak availability my.yaml --years 10 --seeds 200
  $ firebreak availability my.yaml --layouts now,two-sites --fail-below shop=99.95%
  $ firebreak availability my.yaml --json | jq '.layouts[].services[].availability'

Simulated is only what happens around faults. The report says how sure each number is, and what all of it leaves out.

Exit codes: 0 done, 1 a --fail-below that is not shown to be met, 2 bad input, 130 stopped by Ctrl-C: what was done is
printed as partial.
`;

const COMPARE_HELP = `
Examples:
  $ firebreak compare my.yaml                              all layouts of the file, the first is the baseline
  $ firebreak compare my.yaml --layouts now,two-sites --seeds 200
  $ firebreak compare my.yaml --seeds 200 --resume my.journal     Ctrl-C and again: goes on where it was
  $ firebreak compare my.yaml --json | jq .ranking

The same seed gives every layout the same luck, so that differences are told seed by seed. No rank is claimed that the
interval of 95 % does not carry.

Exit codes: 0 compared, 2 bad input, 130 stopped by Ctrl-C: what was done is printed as partial.
`;

const DIFF_HELP = `
Examples:
  $ git show main:my.yaml > base.yaml && firebreak diff base.yaml my.yaml
  $ firebreak diff base.yaml my.yaml --seeds 20 --fail-if newly-not-met --fail-if 'userHoursLost>10%'
  $ firebreak diff base.yaml my.yaml --markdown > comment.md
  $ firebreak diff base.yaml my.yaml --json | jq .changes

Exit codes: 0 compared, 1 a --fail-if holds, 2 bad input, 130 interrupted: what was done is printed.
`;

const CHECK_HELP = `
Examples:
  $ firebreak check my.yaml
  $ firebreak check scenarios/*.yaml --json

Exit codes: 0 no error, 2 any error. Warnings do not count.
`;

const INIT_HELP = `
Examples:
  $ firebreak init -o my.yaml                                  three services in two sites, to change as you like
  $ firebreak init --services shop,cart,stock --sites seoul,busan -o my.yaml
  $ firebreak init --generate 300 --sites 3 --seed 7 -o company.yaml

Exit codes: 0 written, 2 the usage is wrong: nothing is written then.
`;

const EXPORT_HELP = `
Examples:
  $ firebreak export my.yaml -o graph.gexf                 for Gephi; firebreak import reads it back
  $ firebreak export my.yaml --as dot | dot -Tsvg > graph.svg
  $ firebreak export my.yaml --as ndjson --seed 7 | jq -c 'select(.rule)'
  $ firebreak export my.yaml --every 15s -o run.om && promtool tsdb create-blocks-from openmetrics run.om data
  $ firebreak export my.yaml --at T+30m -o moment.svg

Exit codes: 0 exported, 2 the input or the usage is wrong, 3 internal error, 130 interrupted.
`;

const IMPORT_HELP = `
Examples:
  $ firebreak import dependencies.json -o my.yaml          Jaeger's /api/dependencies
  $ firebreak import k8s/*.yaml --merge dependencies.json -o my.yaml    replicas from here, calls from there
  $ firebreak import edges.csv --site-of 'cart*=seoul' --site-of '*=seoul,busan' -o my.yaml
  $ firebreak import misim architecture.json experiment.json load.csv -o my.yaml

Formats: otlp-traces, jaeger-traces, zipkin-traces, jaeger-dependencies, kubernetes, docker-compose, kiali, backstage, csv,
graphml, gexf, misim, vizceral, openslo, chaos-toolkit. docs/import.md says what is read of each.

Exit codes: 0 imported, 2 a file is wrong: nothing is written then.
`;

const SERVE_HELP = `
Examples:
  $ firebreak serve my.yaml                                at 127.0.0.1:4180 or the next free port
  $ firebreak serve my.yaml --layout active-active --seed 7
  $ firebreak serve my.yaml --port 8080 --lan              for the class room

The page reads the file again when it is reloaded. Ctrl-C ends it, with exit code 0.
`;
