/** The stage of a solution before anything happens, as SVG in the page: small enough for a column, with nothing to load. */
import type { Language } from '../../results/amounts.js';
import type { Reading } from '../../results/reading.js';
import type { Scenario } from '../../scenario/model.js';
import { fitLanes } from '../../scene/lane-geometry.js';
import { layLanes } from '../../scene/lanes.js';
import { stageScene } from '../../scene/stage.js';
import { paintSvg } from '../../scene/svg.js';
import { estimateText } from '../../scene/text-fit.js';

/** Its letters are those of the page when it is as wide as a column. */
const ROOM = { width: 560, height: 300 };

/** @param base what learners begin from: the same services stand at the same places of both */
export function solutionPicture(reading: Reading, base: Scenario, title: string, language: Language): string {
  const lanes = layLanes(reading.scenario, [base]);
  const list = stageScene(reading, 0, {
    lanes,
    geometry: fitLanes(lanes, ROOM),
    theme: 'light',
    language,
    chosen: null,
    pointed: null,
    measure: estimateText,
  });
  return paintSvg(list, { title });
}
