/** The commands, their options and their help. What a command does is loaded only when it is called. */
import { Command, Option } from 'commander';
import type { AdviseCommandOptions } from './commands/advise.js';
import type { AuditCommandOptions } from './commands/audit.js';
import type { AvailabilityCommandOptions } from './commands/availability.js';
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
import { asciiOption, languageOption, workersOption } from './common-options.js';
import {
  ADVISE_HELP,
  AUDIT_HELP,
  AVAILABILITY_HELP,
  CHECK_HELP,
  COMPARE_HELP,
  CONTINGENCY_HELP,
  DIFF_HELP,
  EXAMPLES,
  EXPLAIN_HELP,
  EXPORT_HELP,
  IMPORT_HELP,
  INIT_HELP,
  RUN_HELP,
  SERVE_HELP,
  SWEEP_HELP,
  TEST_HELP,
} from './help-texts.js';
import {
  budget,
  clockTime,
  collect,
  failBelow,
  listed,
  names,
  order,
  port,
  repeated,
  seed,
  sharePercent,
  wholeFrom,
  years,
} from './option-values.js';
import { printableLines } from './output/printable.js';
import { VERSION } from './version.js';
import { gradeProgram, lessonsProgram } from './workshop-programs.js';

/** More runs than these tell nothing more. */
const MAX_SEEDS = 10_000;
const MAX_PAIRS = 1_000_000;
const MAX_STEPS = 100;

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
  program.addCommand(lessonsProgram(program));
  program.addCommand(gradeProgram().copyInheritedSettings(program));
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
    .option('--report <file>', 'also write a page of HTML that can be sent and printed')
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
    .option('--report <file>', 'also write a page of HTML that can be sent and printed')
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
    .option('--report <file>', 'also write a page of HTML that can be sent and printed')
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
    .option('--report <file>', 'also write a page of HTML that can be sent and printed')
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
    .option('--report <file>', 'also write a page of HTML that can be sent and printed')
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
      'Writes the graph of services (gexf, graphml, dot, mermaid), or of one run its record (csv, ndjson, parquet), its metrics over time for Prometheus (openmetrics) or a picture of a moment (svg, png).',
    )
    .argument('<file>', 'the scenario (YAML or JSON)')
    .option(
      '--as <format>',
      'gexf, graphml, dot, mermaid, csv, ndjson, parquet, openmetrics, svg, png; by the end of --out when left out',
    )
    .addOption(layoutOption())
    .addOption(seedOption())
    .option('-s, --set <path=value>', 'override a value of the file; may be repeated', collect, [])
    .addOption(
      new Option('--every <duration>', 'openmetrics: between two samples, 60s when left out').argParser(clockTime),
    )
    .option('-a, --at <time>', 'svg, png: 8h, T+8h, 18:00; when most people are affected when left out')
    .option(
      '--font <file>',
      'png: a font (TTF, OTF, TTC) to write names with; one of this machine when left out; may be repeated',
      repeated,
      [],
    )
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

function resumeOption(): Option {
  return new Option('--resume <file>', 'keep each answer in this file, and go on from those that are in it');
}
