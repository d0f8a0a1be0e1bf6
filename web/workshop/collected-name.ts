/** Who handed it in; before an audience only the place, when that was asked for. */
import { t } from '../i18n/translate.js';
import type { GradedRow } from '../library.js';
import { hidden } from './state/collecting.js';

export function nameShown({ place, workshop, nick }: GradedRow): string {
  if (hidden.value) return t('collect.someone', { place });
  return workshop === '' ? nick : `${nick} (${workshop})`;
}
