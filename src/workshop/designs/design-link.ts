/**
 * A design as an address of the page: the scenario with it travels behind the `#`, deflated, and is asked of nobody. The same
 * form as the page's own links.
 */
import { base64urlnopad } from '@scure/base';
import { deflateSync, strToU8 } from 'fflate';
import type { Language } from '../../results/amounts.js';
import { sha256 } from '../../scenario/sha256.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import type { Design } from './design.js';
import { designText } from './design-text.js';

const SUM_LENGTH = 8;

/** @param page address of the page, without `#` */
export function designLink(loaded: LoadedLesson, design: Design, page: string, language: Language): string {
  const { text, layout } = designText(loaded.scenarioText, loaded.lesson, design);
  const parts = {
    lang: language,
    layout,
    file: `${loaded.lesson.id}.yaml`,
    sum: sha256(text).slice(0, SUM_LENGTH),
    z: base64urlnopad.encode(deflateSync(strToU8(text), { level: 9 })),
  };
  const fragment = Object.entries(parts).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${page}#${fragment.join('&')}`;
}
