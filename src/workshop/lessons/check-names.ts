/** Whether all that a lesson names is there: in its scenario, or in the lesson itself. */
import { MEASURES } from '../../results/measures.js';
import type { Scenario } from '../../scenario/model.js';
import { nearest } from '../../scenario/nearest.js';
import type { Path } from '../../scenario/reading/path.js';
import type { DrawPrediction, Lesson, PickPrediction, Prediction, Truth } from './lesson.js';
import type { LessonFinding } from './lesson-problem.js';

export function checkNames(lesson: Lesson, scenario: Scenario): LessonFinding[] {
  return new NameCheck(lesson, scenario).findings;
}

class NameCheck {
  readonly findings: LessonFinding[] = [];
  private readonly services: readonly string[];
  private readonly withJourneys: readonly string[];
  private readonly sites: readonly string[];
  private readonly deployments: readonly string[];
  private readonly layouts: readonly string[];
  private readonly faults: readonly string[];

  constructor(lesson: Lesson, scenario: Scenario) {
    this.services = scenario.services.map(({ id }) => id);
    this.withJourneys = [...this.services, ...scenario.journeys.map(({ id }) => id)];
    this.sites = scenario.sites.map(({ id }) => id);
    this.layouts = scenario.layouts;
    this.faults = scenario.faults.map(({ id }) => id);
    this.deployments = scenario.services.flatMap(({ id, deployments }) =>
      deployments.map(({ site }) => `${id}@${site}`),
    );
    for (const [i, each] of lesson.predictions.entries()) this.prediction(each, ['predictions', i]);
    this.watch(lesson);
    this.exercise(lesson, scenario);
    for (const [id, card] of Object.entries(lesson.challenge?.cards ?? {}))
      this.one(this.layouts, 'layout', card.layout, ['challenge', 'cards', id, 'layout']);
    for (const id of Object.keys(lesson.challenge?.tiers ?? {}))
      this.one(this.withJourneys, 'service', id, ['challenge', 'tiers', id], 'key');
  }

  private prediction(prediction: Prediction, path: Path): void {
    if (prediction.kind === 'draw') this.curve(prediction, path);
    else this.truth(prediction.truth, [...path, 'truth']);
    if (prediction.kind === 'pick') this.choices(prediction, path);
  }

  private choices({ among, choices, how, truth }: PickPrediction, path: Path): void {
    const [names, what] = {
      services: [this.withJourneys, 'service'] as const,
      sites: [this.sites, 'site'] as const,
      layouts: [this.layouts, 'layout'] as const,
    }[among];
    this.all(names, what, choices, [...path, 'choices']);
    if (choices.length < 2) this.findings.push({ code: 'needs-two', path: [...path, 'choices'] });
    if (how === 'set' && truth.atMost === null && truth.atLeast === null)
      this.findings.push({ code: 'kind-needs', path: [...path, 'truth'], values: { kind: 'set', key: 'atMost' } });
  }

  private curve({ series, of, layout }: DrawPrediction, path: Path): void {
    this.one(this.layouts, 'layout', layout, [...path, 'layout']);
    if (series === 'affected' && of === null) return;
    if (of === null) this.findings.push({ code: 'kind-needs', path, values: { kind: series, key: 'of' } });
    else if (series === 'load') this.one([...this.deployments, ...this.sites], 'deployment', of, [...path, 'of']);
    else this.one(this.withJourneys, 'service', of, [...path, 'of']);
  }

  private truth({ measure, of, layout }: Truth, path: Path): void {
    const names = MEASURES.map(({ name }) => name);
    this.one(names, 'measure', measure, [...path, 'measure']);
    this.one(this.layouts, 'layout', layout, [...path, 'layout']);
    if (of !== null) this.one([...this.withJourneys, ...this.sites], 'service, journey or site', of, [...path, 'of']);
  }

  private watch({ watch, layouts }: Lesson): void {
    for (const id of Object.keys(layouts ?? {})) this.one(this.layouts, 'layout', id, ['layouts', id], 'key');
    this.one(this.layouts, 'layout', watch.layout, ['watch', 'layout']);
    this.all(this.layouts, 'layout', watch.beside, ['watch', 'beside']);
  }

  private exercise({ exercise, kind }: Lesson, scenario: Scenario): void {
    const options = Object.keys(exercise.options ?? {});
    exercise.edits.forEach((rule, i) => {
      const path: Path = ['exercise', 'edits', i];
      this.all(this.withJourneys, 'service', rule.services ?? [], [...path, 'services']);
      this.all(this.withJourneys, 'service', rule.of ?? [], [...path, 'of']);
      this.all(this.services, 'service', rule.order ?? [], [...path, 'order']);
      this.all(this.sites, 'site', rule.sites ?? [], [...path, 'sites']);
    });
    for (const [id, { excludes }] of Object.entries(exercise.options ?? {}))
      this.all(options, 'option', excludes ?? [], ['exercise', 'options', id, 'excludes'], 'unknown-own-name');
    this.all(this.layouts, 'layout', exercise.layouts ?? [], ['exercise', 'layouts']);
    this.all(this.sites, 'site', exercise.sites?.open ?? [], ['exercise', 'sites', 'open']);
    const { root } = exercise;
    if (root !== undefined) {
      const path: Path = ['exercise', 'root'];
      this.one(this.withJourneys, 'service', root.service, [...path, 'service']);
      this.all([...this.withJourneys, ...this.sites, ...this.faults], 'service, journey or site', root.choices, [
        ...path,
        'choices',
      ]);
      if (!root.choices.includes(root.answer))
        this.findings.push({
          code: 'not-a-choice',
          path: [...path, 'answer'],
          values: { name: root.answer },
          suggestion: nearest(root.answer, root.choices),
        });
    }
    const count = scenario.expectations.length;
    const aims = (numbers: readonly number[], path: Path): void => {
      for (const [i, number] of numbers.entries())
        if (number > count) this.findings.push({ code: 'unknown-aim', path: [...path, i], values: { number, count } });
    };
    aims(exercise.guards ?? [], ['exercise', 'guards']);
    for (const [i, { fails }] of exercise.wrong.entries()) aims(fails, ['exercise', 'wrong', i, 'fails']);
    for (const key of kind !== 'lesson' ? [] : (['reference', 'wrong'] as const))
      if (exercise[key].length === 0) this.findings.push({ code: 'no-entries', path: ['exercise', key] });
  }

  private all(
    names: readonly string[],
    what: string,
    asked: readonly string[],
    path: Path,
    code?: LessonFinding['code'],
  ): void {
    for (const [i, name] of asked.entries()) this.one(names, what, name, [...path, i], 'value', code);
  }

  private one(
    names: readonly string[],
    what: string,
    name: string,
    path: Path,
    on: 'key' | 'value' = 'value',
    code: LessonFinding['code'] = 'unknown-name',
  ): void {
    if (!names.includes(name))
      this.findings.push({ code, path, on, values: { what, name }, suggestion: nearest(name, names) });
  }
}
