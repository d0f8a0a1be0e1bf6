/** What a row of the strip says in words: the same to eyes (tooltip) and ears (label). */
import { t } from '../i18n/translate.js';
import {
  CAUSE_WORDS,
  formatDuration,
  type HistoryBracket,
  momentText,
  pieceAt,
  STATE_WORDS,
  type State,
  type StripRow,
  statusAt,
  textIn,
} from '../library.js';
import { unseen } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';

/** `Mail · down 15 Oct 15:30 – 19 Oct 06:00 (86 h 30 min) · site`. */
export function rowSentence(row: StripRow, now: number): string {
  const lang = language.value;
  const name = textIn(row.subject.name, lang, row.subject.id);
  const { reading } = session.value ?? {};
  const piece = pieceAt(row, now);
  if (piece === null || reading === undefined) return t('strip.up', { name });
  const [state, cause] = [STATE_WORDS[piece.state][lang], CAUSE_WORDS[piece.cause][lang]];
  const from = momentText(reading, piece.from, lang);
  if (unseen.value) return t('strip.pieceSince', { name, state, from, cause });
  if (piece.to >= reading.end) return t('strip.pieceOpen', { name, state, from, cause });
  const to = momentText(reading, piece.to, lang);
  return t('strip.piece', {
    name,
    state,
    from,
    to,
    cause,
    duration: formatDuration((piece.to - piece.from) / 1e6, lang),
  });
}

export function historySentence({ milestone, after, by }: HistoryBracket): string {
  const { reading } = session.value ?? {};
  if (reading === undefined) return '';
  const moment = (at: number): string => momentText(reading, at, language.value);
  let interval = '';
  if (after !== null && by !== null) interval = t('strip.historyBetween', { after: moment(after), by: moment(by) });
  else if (by !== null) interval = t('strip.historyBy', { by: moment(by) });
  else if (after !== null) interval = t('strip.historyAfter', { after: moment(after) });
  return t('strip.history', { milestone: t(`milestone.${milestone}`), interval });
}

export function stateNow(row: StripRow, now: number): State {
  const { reading } = session.value ?? {};
  return reading === undefined ? 'up' : statusAt(reading.view, row.subject.entity, now).state;
}
