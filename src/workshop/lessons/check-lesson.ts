/**
 * A lesson and its scenario together: both read, everything that is wrong with either told at once.
 *
 * What the lesson lays over the scenario (options, numbers in the prose, decisions) and its solutions are tried as the
 * layouts that they become. Left out: whether the solutions do what they promise, which takes runs (`lesson-rule.ts`).
 */
import { MEASURES } from '../../results/measures.js';
import { addFaults } from '../../scenario/add-faults.js';
import { checkScenario } from '../../scenario/check-scenario.js';
import { editScenario } from '../../scenario/edits/edit-scenario.js';
import type { Scenario } from '../../scenario/model.js';
import type { Problem } from '../../scenario/problem.js';
import type { Path } from '../../scenario/reading/path.js';
import { faultKinds } from '../../world/faults/index.js';
import { DESIGN, designText } from '../designs/design-text.js';
import { laidAsEdits } from '../designs/laid-as-edits.js';
import { turnedFaults } from '../wheel/turned-cards.js';
import { checkNames } from './check-names.js';
import { checkScrubs } from './check-scrubs.js';
import type { Lesson } from './lesson.js';
import type { Overlay } from './lesson-leaves.js';
import { byPlace, type LessonFinding, type LessonProblem, lessonProblem } from './lesson-problem.js';
import { type LessonSource, readLesson } from './read-lesson.js';

/** A lesson that can be taught: with its scenario, checked. */
export interface LoadedLesson {
  readonly lesson: Lesson;
  readonly scenarioText: string;
  /** The layout `base`, which learners begin from. */
  readonly scenario: Scenario;
  readonly otherLayouts: readonly Scenario[];
}

export interface CheckedLesson {
  /** Null when there is a problem. */
  readonly loaded: LoadedLesson | null;
  /** Of the lesson, then of its scenario; warnings of the scenario among them. */
  readonly problems: readonly (LessonProblem | Problem)[];
}

export function checkLesson(
  source: LessonSource,
  scenarioSource: { readonly file: string; readonly text: string },
): CheckedLesson {
  const { file: scenarioFile, text: scenarioText } = scenarioSource;
  const read = readLesson(source);
  const checked = checkScenario(scenarioText, { file: scenarioFile, faultKinds, measures: MEASURES });
  const findings: LessonFinding[] = [];
  if (checked.scenario === null) findings.push({ code: 'bad-scenario' });
  else {
    const { scenario } = checked;
    if (scenario.layouts[0] !== 'base' || scenario.changes.length > 0) findings.push({ code: 'base-first' });
    if (scenario.layouts.includes(DESIGN)) findings.push({ code: 'design-taken' });
    if (scenario.expectations.length === 0 && read.lesson?.kind !== 'challenge') findings.push({ code: 'no-aims' });
    if (read.lesson !== null) {
      findings.push(...checkNames(read.lesson, scenario), ...checkScrubs(read.lesson, scenario, scenarioText));
      // Beside a layout of that name no design can be tried.
      if (!scenario.layouts.includes(DESIGN)) findings.push(...pieces(read.lesson, scenarioText, scenarioFile));
    }
  }
  const ofLesson = findings.map((finding) => lessonProblem(finding, read.root, source.file));
  const problems = [...read.problems, ...ofLesson, ...checked.problems].sort(byPlace([source.file, scenarioFile]));
  if (read.lesson === null || checked.scenario === null || problems.some(({ severity }) => severity === 'error'))
    return { loaded: null, problems };
  const { scenario, otherLayouts } = checked;
  return { loaded: { lesson: read.lesson, scenarioText, scenario, otherLayouts }, problems };
}

/** Everything that is laid over the scenario, laid over it. */
function pieces(lesson: Lesson, text: string, file: string): LessonFinding[] {
  const { exercise, scrubs, wheel } = lesson;
  const overlays: [Path, Overlay][] = [
    ...Object.entries(exercise.options ?? {}).map(([id, { lays }]): [Path, Overlay] => [
      ['exercise', 'options', id, 'lays'],
      lays,
    ]),
    ...Object.entries(scrubs ?? {}).flatMap(([id, { stops }]) =>
      stops.map(({ lays }, i): [Path, Overlay] => [['scrubs', id, 'stops', i, 'lays'], lays]),
    ),
    ...(wheel?.stops ?? []).flatMap(({ choices }, i) =>
      Object.entries(choices).map(([id, { lays }]): [Path, Overlay] => [
        ['wheel', 'stops', i, 'choices', id, 'lays'],
        lays,
      ]),
    ),
  ];
  const findings = overlays.flatMap(([path, lays]) => {
    const edited = editScenario(text, laidAsEdits(lays), { layout: 'base', name: DESIGN });
    return laid(edited, path, file);
  });
  // Whether a card is right does not depend on where it is turned, but for one that would come after the end.
  for (const card of Object.keys(wheel?.deck ?? {})) {
    const last = (wheel?.stops.length ?? 0) - 1;
    const turned = addFaults(text, 'base', turnedFaults(lesson, [{ stop: last, card }]));
    findings.push(...laid({ text: turned, layout: 'base' }, ['wheel', 'deck', card, 'fault'], file));
  }
  for (const key of ['reference', 'wrong'] as const)
    for (const [i, { design }] of exercise[key].entries()) {
      const path: Path = ['exercise', key, i];
      const made = designText(text, lesson, design);
      if (made.refused.length === 0) findings.push(...laid(made, path, file));
      for (const { edit, why } of made.refused)
        findings.push({
          code: 'edit-refused',
          path: edit < 0 ? [...path, 'options'] : [...path, 'edits', edit],
          values: { number: edit + 1 },
          reason: why,
        });
    }
  return findings;
}

function laid({ text, layout }: { text: string; layout: string }, path: Path, file: string): LessonFinding[] {
  const { scenario, problems } = checkScenario(text, { file, layout, faultKinds, measures: MEASURES });
  const first = problems.find(({ severity }) => severity === 'error');
  if (scenario !== null || first === undefined) return [];
  const at = first.path === '' ? '' : `${first.path}: `;
  const reason = { en: `${at}${first.message}`, ko: `${at}${first.messageKo}` };
  return [{ code: 'bad-overlay', path, reason }];
}
