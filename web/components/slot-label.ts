/** What a slot of the stage says in words: what eyes see there, for ears. */
import { t } from '../i18n/translate.js';
import {
  CAUSE_WORDS,
  formatDuration,
  formatShare,
  momentText,
  type Reading,
  runningWork,
  STATE_WORDS,
  type StageSlot,
  statusAt,
  textIn,
} from '../library.js';
import { language } from '../state/preferences.js';

export function slotLabel(reading: Reading, slot: StageSlot, now: number): string {
  const lang = language.value;
  const place = reading.scenario.sites.find(({ id }) => id === slot.site);
  const site = textIn(place?.name, lang, slot.site ?? '');
  const status = statusAt(reading.view, slot.entity, now);
  const name = textIn(slot.name, lang, slot.id);
  const state = STATE_WORDS[status.state][lang];
  const parts = [
    slot.kind === 'journey' ? t('stage.journey', { name, state }) : t('stage.item', { name, site, state }),
  ];
  if (status.state !== 'up' && status.state !== 'standby') {
    parts.push(t('stage.since', { moment: momentText(reading, status.since, lang, now) }));
    if (status.cause !== 'none') parts.push(t('stage.cause', { cause: CAUSE_WORDS[status.cause][lang] }));
  }
  if (status.blocked) parts.push(t('stage.blocked'));
  if (status.load !== null && Number.isFinite(status.load))
    parts.push(t('stage.load', { load: formatShare(status.load, lang) }));
  const work = runningWork(reading, slot.entity, now);
  if (work !== null && Number.isFinite(work.endedAt))
    parts.push(t('stage.readyIn', { duration: formatDuration((work.endedAt - now) / 1e6, lang) }));
  return parts.join(', ');
}
