/** The stage at an instant as an SVG: the picture that the page shows, with real letters, for a document. */

import { instantOf } from '../../results/instant.js';
import { textIn } from '../../results/names.js';
import type { Reading } from '../../results/reading.js';
import type { Scenario } from '../../scenario/model.js';
import { fitLanes } from '../../scene/lane-geometry.js';
import { layLanes } from '../../scene/lanes.js';
import { stageScene } from '../../scene/stage.js';
import { paintSvg } from '../../scene/svg.js';
import { estimateText } from '../../scene/text-fit.js';

export interface MomentSvgOptions {
  readonly otherLayouts: readonly Scenario[];
  readonly microseconds: number;
  readonly language: 'en' | 'ko';
}

/** A page of a document in landscape. */
const ROOM = { width: 1280, height: 720 };

export function momentSvg(reading: Reading, { otherLayouts, microseconds, language }: MomentSvgOptions): string {
  const { scenario, record } = reading;
  const lanes = layLanes(scenario, otherLayouts);
  const list = stageScene(reading, microseconds, {
    lanes,
    geometry: fitLanes(lanes, ROOM),
    theme: 'light',
    language,
    chosen: null,
    pointed: null,
    measure: estimateText,
  });
  const title = textIn(scenario.title, language, scenario.id);
  return paintSvg(list, {
    title: `${title}, ${instantOf(record, microseconds) ?? ''}`,
    description: `${record.layout}, seed ${record.seed}`,
  });
}
