/**
 * A learner's design as a scenario: the lesson's text with the layout `design` more, which opens anywhere; or which edit
 * is not possible, and why.
 *
 * Left out: whether the lesson allows the edits and what they cost (`price-design.ts`).
 */
import type { Edit } from '../../scenario/edits/edit.js';
import { editScenario } from '../../scenario/edits/edit-scenario.js';
import type { EditRefusal } from '../../scenario/edits/patch-of-edit.js';
import type { Lesson } from '../lessons/lesson.js';
import type { BothLanguages } from '../lessons/lesson-leaves.js';
import type { Design } from './design.js';
import { laidAsEdits } from './laid-as-edits.js';

/** The layout of what a learner designed. */
export const DESIGN = 'design';

export interface DesignText {
  readonly text: string;
  /** `design`, or the layout that it began from when nothing is changed. */
  readonly layout: string;
  /** In plan notation (`+ ~ -`). */
  readonly changes: readonly string[];
  readonly refused: readonly RefusedEdit[];
}

export interface RefusedEdit {
  /** Place among the design's edits; -1: of an option. */
  readonly edit: number;
  readonly code: EditRefusal | 'no-option';
  readonly why: BothLanguages;
}

/** @param text of the lesson's scenario, without errors */
export function designText(text: string, { exercise }: Pick<Lesson, 'exercise'>, design: Design): DesignText {
  const offered = exercise.options ?? {};
  const refused: RefusedEdit[] = [];
  const ofOptions = design.options.flatMap((id): readonly Edit[] => {
    if (Object.hasOwn(offered, id)) return laidAsEdits(offered[id].lays);
    refused.push({ edit: -1, code: 'no-option', why: WHY['no-option'] });
    return [];
  });
  const edited = editScenario(text, [...ofOptions, ...design.edits], { layout: design.layout, name: DESIGN });
  edited.steps.forEach((step, i) => {
    if (step.refused !== null)
      refused.push({ edit: Math.max(-1, i - ofOptions.length), code: step.refused, why: WHY[step.refused] });
  });
  return { text: edited.text, layout: edited.layout, changes: edited.changes, refused };
}

const WHY: Readonly<Record<RefusedEdit['code'], BothLanguages>> = {
  'not-there': { en: 'what it names is not there', ko: '가리키는 대상이 없습니다' },
  'there-already': { en: 'it stands there already', ko: '이미 그곳에 있습니다' },
  'last-one': { en: 'the service would stand nowhere', ko: '서비스가 어디에도 남지 않습니다' },
  'bad-value': { en: 'it is no value for this place', ko: '그 자리에 쓸 수 없는 값입니다' },
  'no-option': { en: 'the lesson offers no such option', ko: '레슨이 제공하지 않는 선택 항목입니다' },
};
