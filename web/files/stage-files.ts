/** The stage as it is shown, as a picture to take along. */
import { type DisplayList, fitLanes, paintSvg, stagePicture, textIn } from '../library.js';
import { paintCanvas } from '../paint/canvas-painter.js';
import { measureText } from '../paint/measure-text.js';
import { time } from '../state/clock.js';
import { lit } from '../state/explaining.js';
import { language, theme } from '../state/preferences.js';
import { chosenSlot } from '../state/selection.js';
import { session } from '../state/session.js';
import { stageRoom } from '../state/stage-geometry.js';

const USUAL = { width: 1200, height: 640 };
const SCALE = 2;

export function stageSvg(hash: string): string {
  const list = picture(hash);
  const { scenario } = session.value ?? {};
  return paintSvg(list, { title: textIn(scenario?.title, language.value, scenario?.id ?? '') });
}

export async function stagePng(hash: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  paintCanvas(canvas, picture(hash), SCALE);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}

function picture(hash: string): DisplayList {
  if (session.value === null) throw new Error('there is no run to take a picture of');
  const { reading, lanes } = session.value;
  const room = stageRoom.value.width > 0 ? stageRoom.value : USUAL;
  const geometry = fitLanes(lanes, {
    width: Math.max(USUAL.width, room.width),
    height: Math.max(USUAL.height, room.height),
  });
  const view = { lanes, geometry, theme: theme.value, language: language.value, measure: measureText };
  return stagePicture(reading, time.value, { ...view, chosen: chosenSlot.value, pointed: null, lit: lit.value }, hash);
}
