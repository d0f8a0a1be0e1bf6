/** `firebreak.lessons/1`: what is wrong with lessons, and whether their rule holds. Fields may be added, none renamed. */
import type { BothLanguages, LessonRule } from '../../../index.js';
import type { LessonReport } from '../../commands/lessons-check.js';
import type { Language } from '../../output/terminal.js';

export interface LessonsDocument {
  readonly format: 'firebreak.lessons/1';
  readonly lessons: readonly {
    readonly id: string;
    readonly file: string;
    readonly code: string | null;
    readonly title: BothLanguages | null;
    readonly minutes: number | null;
    readonly errors: number;
    readonly problems: LessonReport['problems'];
    /** Null: it was not judged. */
    readonly rule: RuleDocument | null;
    /** Of a wheel; else null. Best first. */
    readonly responses: {
      readonly median: number;
      readonly partial: boolean;
      readonly ranked: readonly { readonly choices: readonly string[]; readonly userHoursLost: number }[];
    } | null;
  }[];
}

interface RuleDocument {
  readonly seeds: readonly string[];
  readonly holds: boolean;
  readonly partial: boolean;
  readonly broken: readonly string[];
  readonly designs: readonly {
    readonly id: string;
    readonly is: string;
    readonly card: string | null;
    readonly name: string;
    readonly why: string | null;
    readonly changes: readonly string[];
    readonly moves: number;
    readonly points: number;
    readonly broken: readonly string[];
    readonly aims: readonly {
      readonly number: number;
      readonly name: string;
      readonly wanted: string;
      readonly verdict: string;
      readonly metIn: number;
      readonly runs: number;
      readonly actual: number | null;
      readonly limit: number | null;
      readonly because: string;
    }[];
  }[];
}

export function lessonsDocument(reports: readonly LessonReport[], language: Language): LessonsDocument {
  return {
    format: 'firebreak.lessons/1',
    lessons: reports.map(({ files, loaded, problems, rule, responses }) => ({
      id: files.id,
      file: files.lesson.file,
      code: loaded?.lesson.code ?? null,
      title: loaded?.lesson.title ?? null,
      minutes: loaded?.lesson.minutesInAll ?? null,
      errors: problems.filter(({ severity }) => severity === 'error').length,
      problems,
      rule: rule === null ? null : ruleDocument(rule, language),
      responses:
        responses === null
          ? null
          : { median: responses.median, partial: !responses.finished, ranked: responses.ranked },
    })),
  };
}

function ruleDocument({ seeds, holds, partial, broken: ofAll, designs }: LessonRule, language: Language): RuleDocument {
  return {
    seeds,
    holds,
    partial,
    broken: ofAll.map((each) => each[language]),
    designs: designs.map(({ name, why, broken, aims, ...rest }) => ({
      ...rest,
      name: name[language],
      why: why?.[language] ?? null,
      broken: broken.map((each) => each[language]),
      aims: aims.map(({ number, wanted, judged }) => ({
        number,
        name: judged.name,
        wanted,
        verdict: judged.verdict,
        metIn: judged.metIn,
        runs: judged.runs,
        actual: judged.actual,
        limit: judged.limit,
        because: judged.because,
      })),
    })),
  };
}
