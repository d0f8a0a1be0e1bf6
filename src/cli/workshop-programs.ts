/** The commands of the workshop, with their options and their help; what they do is loaded only when they are called. */
import { Command, Option } from 'commander';
import type { GradeCommandOptions } from './commands/grade.js';
import type { LessonsCheckOptions } from './commands/lessons-check.js';
import type { LessonsGuideOptions } from './commands/lessons-guide.js';
import type { LessonsNewOptions } from './commands/lessons-new.js';
import { asciiOption, languageOption, workersOption } from './common-options.js';
import { repeated, wholeFrom } from './option-values.js';

const MAX_SEEDS = 1000;
const GRADE_FORMATS = ['table', 'csv', 'markdown', 'json'] as const;

export function lessonsProgram(parent: Command): Command {
  const program = new Command('lessons')
    .summary('check lessons of the workshop, begin one, print the guide')
    .description(
      'Lessons of the workshop: what is wrong with them, whether their rule holds, a template for one more, and the guide of whoever leads it.',
    );
  program.copyInheritedSettings(parent);
  program.addCommand(checkProgram().copyInheritedSettings(program));
  program.addCommand(newProgram().copyInheritedSettings(program));
  program.addCommand(guideProgram().copyInheritedSettings(program));
  return program;
}

function checkProgram(): Command {
  return new Command('check')
    .summary('tell what is wrong with lessons, and whether their rule holds')
    .description(
      'Reads lessons and their scenarios, tells all mistakes at once, and then holds the rule over seeds: the beginning fails the aims, the reference solutions meet them within the budget, the tempting wrong ones fail, with the reasons.',
    )
    .argument('[paths...]', 'folders of lessons; those that come with the program when left out')
    .addOption(new Option('--seeds <number>', 'runs of each design').default(20).argParser(wholeFrom(1, MAX_SEEDS)))
    .option('--no-rule', 'read only, without runs')
    .option('--json', 'print one JSON document (firebreak.lessons/1) and nothing else')
    .addOption(workersOption())
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', CHECK_HELP)
    .action(async (paths: string[], options: LessonsCheckOptions) => {
      const { lessonsCheckCommand } = await import('./commands/lessons-check.js');
      process.exitCode = await lessonsCheckCommand(paths, options);
    });
}

function newProgram(): Command {
  return new Command('new')
    .summary('write a first lesson of your own, to be filled in')
    .description('Writes a folder with a small complete lesson and its scenario, which passes the check as it is.')
    .argument('<folder>', 'the folder, named like the lesson; it must not be there')
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', NEW_HELP)
    .action(async (folder: string, options: LessonsNewOptions) => {
      const { lessonsNewCommand } = await import('./commands/lessons-new.js');
      process.exitCode = lessonsNewCommand(folder, options);
    });
}

function guideProgram(): Command {
  return new Command('guide')
    .summary('write the facilitator guide, to be printed')
    .description(
      'Writes the guide of whoever leads the workshop as one HTML file for A4: plans, what to say, wrong predictions to expect, solutions, cards, roles, glossary and an answer sheet, from the lessons themselves and their runs.',
    )
    .argument('[paths...]', 'folders of lessons; those that come with the program when left out')
    .addOption(new Option('--language <language>', 'of the guide; from LANG when left out').choices(['en', 'ko']))
    .option('-o, --out <file>', 'write it to a file, in full or not at all; to standard output when left out')
    .addOption(workersOption())
    .addOption(asciiOption())
    .addHelpText('after', GUIDE_HELP)
    .action(async (paths: string[], options: LessonsGuideOptions) => {
      const { lessonsGuideCommand } = await import('./commands/lessons-guide.js');
      process.exitCode = await lessonsGuideCommand(paths, options);
    });
}

const GUIDE_HELP = `
Examples:
  $ firebreak lessons guide --language ko -o guide.html    then print it from a browser, on A4

Exit codes: 0 written, 2 a lesson has mistakes or the file cannot be written, 130 interrupted.
`;

export function gradeProgram(): Command {
  return new Command('grade')
    .summary('run submissions of a class again, and judge them')
    .description(
      'Finds the submissions of a class in files and folders (tokens in any text), runs each design again and judges it: aims, predictions, scores. What a token says of itself is not believed.',
    )
    .argument('<paths...>', 'files and folders with tokens')
    .option('--lesson <name>', 'only this lesson, by code or id; may be repeated', repeated, [])
    .option('--lessons <folder>', 'lessons beside those that come with the program; may be repeated', repeated, [])
    .addOption(new Option('--format <format>', 'how it is printed').choices(GRADE_FORMATS).default('table'))
    .option('-o, --out <file>', 'write it to a file, in full or not at all')
    .addOption(workersOption())
    .addOption(languageOption())
    .addOption(asciiOption())
    .addHelpText('after', GRADE_HELP)
    .action(async (paths: string[], options: GradeCommandOptions) => {
      const { gradeCommand } = await import('./commands/grade.js');
      process.exitCode = await gradeCommand(paths, options);
    });
}

const GRADE_HELP = `
Examples:
  $ firebreak grade submissions/
  $ firebreak grade chat.txt --lesson L3 --format csv -o L3.csv
  $ firebreak grade submissions/ --format json | jq '.lessons[].rows[] | {nick, passed}'

One submission for each person and lesson counts: the last one, by the order of the files' names.

Exit codes: 0 graded, 2 nothing was found or the usage is wrong, 130 interrupted: what was done is printed.
`;

const CHECK_HELP = `
Examples:
  $ firebreak lessons check                                those that come with the program
  $ firebreak lessons check my-lessons/one-building --seeds 5
  $ firebreak lessons check my-lessons --no-rule

Exit codes: 0 all is well, 1 a rule does not hold, 2 a lesson has mistakes, 130 interrupted.
docs/lessons.md says how a lesson is written.
`;

const NEW_HELP = `
Examples:
  $ firebreak lessons new my-lessons/two-shops && firebreak lessons check my-lessons/two-shops

Exit codes: 0 written, 2 the folder is there already or cannot be made.
`;
