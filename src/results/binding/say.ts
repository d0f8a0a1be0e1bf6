/** The words of explanations: names, amounts and clock times in one language, days only where they differ. */
import type { RunRecord } from '../../record/record.js';
import type { RecordView } from '../../record/view.js';
import type { Scenario } from '../../scenario/model.js';
import { formatCount, formatDuration, formatShare, type Language } from '../amounts.js';
import { civilTime } from '../instant.js';
import { namesOf } from '../names.js';
import type { Say } from './constraint.js';

/** @param time the instant whose day goes without saying, microseconds */
export function sayIn(scenario: Scenario, view: RecordView, language: Language, time: number): Say {
  const names = namesOf(scenario, language);
  const pick = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  const today = dayOf(view.record, time);
  // Hours away nobody asks for the second.
  const round = (at: number): number => (Math.abs(at - time) < HOUR ? at : Math.floor(at / MINUTE) * MINUTE);
  const clock = (at: number, day = today): string => clockText(view.record, round(at), language, day);
  return {
    language,
    in: pick,
    name: (entity) => (entity < 0 ? '' : names(view.entity(entity))),
    list(all) {
      if (language === 'ko' || all.length < 2) return all.join(', ');
      return `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
    },
    clock: (at) => clock(at),
    atClock: (at) => {
      const text = clock(at);
      const day = text.lastIndexOf(' ');
      if (language === 'ko') return `, ${text}`;
      return day < 0 ? ` at ${text}` : ` on ${text.slice(0, day)} at ${text.slice(day + 1)}`;
    },
    until: (at) =>
      at === null
        ? pick(', to the end of the run', ', 실행이 끝날 때까지')
        : pick(` until ${clock(at)}`, `, ${clock(at)}까지`),
    since: (at) => (at === null ? '' : pick(` since ${clock(at)}`, `, ${clock(at)}부터`)),
    span(since, until) {
      const from = clock(since);
      if (until === null) return pick(`from ${from} to the end of the run`, `${from}부터 실행 끝까지`);
      // An end without its day would be read as on the day of the start.
      const to = clock(until, dayOf(view.record, since) === dayOf(view.record, until) ? dayOf(view.record, until) : '');
      return pick(`from ${from} to ${to}`, `${from}부터 ${to}까지`);
    },
    duration: (microseconds) => formatDuration(microseconds / 1e6, language),
    count: (value) => formatCount(value, language),
    share: (value) => formatShare(value, language),
  };
}

const MINUTE = 60e6;
const HOUR = 3600e6;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayOf(record: RunRecord, time: number): string {
  const { year, month, day } = civilTime(record.startEpochMilliseconds + time / 1000, record.offsetMinutes);
  return `${year}-${month}-${day}`;
}

/** `16:02`, `16:02:07`, `19 Oct 05:00`, `10월 19일 05:00`; seconds only when there are any. */
function clockText(record: RunRecord, time: number, language: Language, today: string): string {
  const t = civilTime(record.startEpochMilliseconds + time / 1000, record.offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(t.hour)}:${two(t.minute)}${t.second === 0 ? '' : `:${two(t.second)}`}`;
  if (`${t.year}-${t.month}-${t.day}` === today) return clock;
  return language === 'ko' ? `${t.month}월 ${t.day}일 ${clock}` : `${t.day} ${MONTHS[t.month - 1]} ${clock}`;
}
