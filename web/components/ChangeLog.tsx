/**
 * What changed, and why: the events of the run as sentences, each with its nearest cause. It goes along with the
 * clock; a click goes to that time. A long log is shown in part, with buttons for the rest.
 */
import { computed, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { unbroken } from '../i18n/unbroken.js';
import {
  becauseIn,
  countUpTo,
  dayText,
  MARKER_SIGNS,
  type Marker,
  type MarkerKind,
  markerKind,
  sentencesOf,
  sinceFault,
  timeOfDay,
} from '../library.js';
import { calmTime, playing, seek } from '../state/clock.js';
import { language, still } from '../state/preferences.js';
import { session } from '../state/session.js';

const BEFORE = 60;
const AFTER = 90;

const everything = signal(false);
const more = signal({ before: 0, after: 0 });

interface Entry extends Pick<Marker, 'time' | 'event'> {
  readonly kind: MarkerKind | null;
}

const entries = computed<readonly Entry[]>(() => {
  if (session.value === null) return [];
  if (!everything.value) return session.value.markers;
  const { reading } = session.value;
  const { count, time } = reading.view.record.events;
  return Array.from({ length: count }, (_, event) => {
    return { time: time[event], event, kind: markerKind(reading, reading.view.event(event)) };
  });
});

const entryTimes = computed(() => Float64Array.from(entries.value, (entry) => entry.time));

/** Place of the last entry that has happened, or -1. */
const current = computed(() => countUpTo(entryTimes.value, calmTime.value) - 1);

const shown = computed(() => ({
  from: Math.max(0, current.value - BEFORE - more.value.before),
  to: Math.min(entries.value.length, current.value + AFTER + more.value.after),
}));

const sentences = computed(() => {
  if (session.value === null) return null;
  const { scenario, reading } = session.value;
  const sentence = sentencesOf(scenario, reading.view, language.value);
  return {
    say: once((event) => sentence(reading.view.event(event))),
    becauseOf: once(becauseIn(scenario, reading.view, language.value)),
  };
});

/** Each event's sentence is made once: the list is gone through anew at each change. */
function once<Told>(tell: (event: number) => Told): (event: number) => Told {
  const known = new Map<number, Told>();
  return (event) => {
    if (!known.has(event)) known.set(event, tell(event));
    return known.get(event) as Told;
  };
}

export function ChangeLog() {
  const list = useRef<HTMLOListElement>(null);
  const at = current.value;
  useEffect(() => {
    const scroller = list.current?.parentElement;
    const item = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (scroller === null || scroller === undefined || !item) return;
    const top = item.offsetTop - scroller.clientHeight * 0.4;
    // Gliding past hundreds of entries would show for a second what is not now.
    const near = Math.abs(top - scroller.scrollTop) < scroller.clientHeight;
    scroller.scrollTo({ top, behavior: near && !still.value && !playing.value ? 'smooth' : 'auto' });
  }, [at]);
  if (session.value === null || sentences.value === null) return null;
  const { reading } = session.value;
  const { from, to } = shown.value;
  const { say, becauseOf } = sentences.value;
  return (
    <div class="log" id="log" tabIndex={-1}>
      <header>
        <h2>{t('log.label')}</h2>
        <label>
          <span class="visually-hidden">{t('log.show')}</span>
          <select
            value={everything.value ? 'all' : 'main'}
            onChange={({ currentTarget }) => {
              everything.value = currentTarget.value === 'all';
            }}
          >
            <option value="main">{t('log.main')}</option>
            <option value="all">{t('log.all')}</option>
          </select>
        </label>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key (axe: scrollable-region-focusable). */}
      <section class="log-scroll" tabIndex={0} aria-label={t('log.label')}>
        {entries.value.length === 0 && <p class="soft">{t('log.empty')}</p>}
        {from > 0 && <More label={t('log.earlier')} side="before" />}
        <ol ref={list}>
          {entries.value.slice(from, to).map((entry, i) => {
            const index = from + i;
            const previous = entries.value[index - 1];
            const day = dayText(reading, entry.time, language.value);
            const newDay = previous === undefined || dayText(reading, previous.time, language.value) !== day;
            // One cause of many changes in an instant is told once.
            const cause = becauseOf(entry.event);
            const told =
              previous !== undefined && i > 0 && previous.time === entry.time && becauseOf(previous.event) === cause;
            const because = told ? null : cause;
            return (
              <li key={entry.event} class={index > at ? 'future' : ''} aria-current={index === at ? 'time' : undefined}>
                {(newDay || i === 0) && <h3>{day}</h3>}
                <button
                  type="button"
                  onClick={() => {
                    playing.value = false;
                    seek(entry.time);
                  }}
                >
                  <time title={sinceFault(reading, entry.time)}>{timeOfDay(reading, entry.time, true)}</time>
                  <span class={`sign marker-${entry.kind ?? 'fine'}`} aria-hidden="true">
                    {entry.kind === null ? '·' : MARKER_SIGNS[entry.kind]}
                  </span>
                  <span class="what">
                    {unbroken(say(entry.event))}
                    {because !== null && <small>{unbroken(t('log.because', { cause: because }))}</small>}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
        {to < entries.value.length && <More label={t('log.later')} side="after" />}
      </section>
    </div>
  );
}

function More({ label, side }: { readonly label: string; readonly side: 'before' | 'after' }) {
  return (
    <button
      type="button"
      class="more"
      onClick={() => {
        more.value = { ...more.value, [side]: more.value[side] + 200 };
      }}
    >
      {label}
    </button>
  );
}
