/**
 * The whole run, small, with a brush for the part that the charts below show. Ticks count from the fault.
 *
 * Whoever cannot drag has buttons for the first hour, the first day and all (WCAG 2.5.7).
 */
import { type BrushBehavior, brushX, type D3BrushEvent } from 'd3-brush';
import { select } from 'd3-selection';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { impactLayers, impactPath, isSkipped, sinceTicks } from '../library.js';
import { gutters, plotWidth } from '../state/chart-room.js';
import { pace } from '../state/clock.js';
import { unseen } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { showFirst, showsAll, showWindow, timeWindow, whole } from '../state/window.js';
import { Future } from './Future.js';
import { Playhead } from './Playhead.js';

const HEIGHT = 38;
const CHART = 21;
const HOUR = 3600e6;
/** The last one stands within the chart, and so nearer to the one before. */
const PIXELS_A_TICK = 88;

export function Overview() {
  if (session.value === null) return null;
  const { reading, impact, times } = session.value;
  const width = plotWidth.value;
  const { to: end } = whole.value;
  const x = (at: number): number => (at / end) * width;
  const buckets = Math.max(1, Math.floor(width / 3));
  const layers = impactLayers(impact, { from: 0, to: end, buckets });
  const top = layers.at(-1);
  const silhouette =
    top === undefined || impact.peak === 0
      ? ''
      : impactPath(
          { ...top, lower: top.upper.map(() => 0) },
          (i) => (i / buckets) * width,
          (people) => CHART - (people / Math.max(1, impact.peak)) * (CHART - 3),
        );
  const marks = pace.value === 'event' ? skips(times, end) : [];
  const { left, right } = gutters.value;
  const { from, to } = timeWindow.value;
  const hour = !showsAll.value && Math.abs(to - from - HOUR) < 1;
  const day = !showsAll.value && Math.abs(to - from - 24 * HOUR) < 1;
  return (
    <div class="chart-row overview" style={{ gridTemplateColumns: `${left}px 1fr ${right}px` }}>
      <fieldset class="segmented small" aria-label={t('timeline.window')}>
        {end > HOUR && (
          <button type="button" aria-pressed={hour} onClick={() => showFirst(HOUR)}>
            {t('timeline.window.hour')}
          </button>
        )}
        {end > 24 * HOUR && (
          <button type="button" aria-pressed={day} onClick={() => showFirst(24 * HOUR)}>
            {t('timeline.window.day')}
          </button>
        )}
        <button type="button" aria-pressed={showsAll.value} onClick={() => showWindow(null)}>
          {t('timeline.window.all')}
        </button>
      </fieldset>
      <div class="plot" title={t('timeline.brush')}>
        <svg width={width} height={HEIGHT} aria-hidden="true">
          <path d={silhouette} class="silhouette" />
          <line x2={width} y1={CHART + 0.5} y2={CHART + 0.5} class="axis-line" />
          {sinceTicks(reading, 0, end, width / PIXELS_A_TICK, language.value).map((tick) => (
            <g key={tick.time} transform={`translate(${x(tick.time).toFixed(1)} ${CHART})`}>
              <line y2="4" class="axis-line" />
              <text
                y="15"
                class="tick"
                text-anchor={x(tick.time) < 14 ? 'start' : x(tick.time) > width - 20 ? 'end' : 'middle'}
              >
                {tick.label}
              </text>
            </g>
          ))}
          {marks.map((at) => (
            <path key={at} class="skip-mark" d={`M${x(at) - 2},${CHART + 3}l3,-6m1,6l3,-6`} />
          ))}
          <Brush width={width} end={end} />
        </svg>
        <Playhead scale={wholeToX} />
        <Future x={x} />
      </div>
      <div class="gutter-right soft">{marks.length > 0 && !unseen.value && `// ${t('timeline.skipped')}`}</div>
    </div>
  );
}

/** The whole run in the width of the charts. */
function wholeToX(): (microseconds: number) => number {
  const perMicrosecond = plotWidth.value / whole.value.to;
  return (microseconds) => microseconds * perMicrosecond;
}

/** Middles of quiet times that are passed quickly: nothing is skipped in silence. */
function skips(times: Float64Array, end: number): number[] {
  const all = [0, ...times, end];
  return all.slice(1).flatMap((at, i) => (isSkipped(all[i], at) && at - all[i] > end / 60 ? [(all[i] + at) / 2] : []));
}

function Brush({ width, end }: { readonly width: number; readonly end: number }) {
  const group = useRef<SVGGElement>(null);
  const behaviour = useRef<BrushBehavior<unknown> | null>(null);
  useEffect(() => {
    if (group.current === null) return;
    const brush = brushX<unknown>()
      .extent([
        [0, 0],
        [width, CHART],
      ])
      .on('brush end', (event: D3BrushEvent<unknown>) => {
        // Moves that we made ourselves have no source.
        if (event.sourceEvent === null || event.sourceEvent === undefined) return;
        const range = event.selection as [number, number] | null;
        if (range === null) showWindow(null);
        else if (range[1] - range[0] > 2) showWindow({ from: (range[0] / width) * end, to: (range[1] / width) * end });
      });
    behaviour.current = brush;
    select(group.current).call(brush);
  }, [width, end]);
  const { from, to } = timeWindow.value;
  const all = showsAll.value;
  useEffect(() => {
    if (group.current === null || behaviour.current === null) return;
    behaviour.current.move(select(group.current), all ? null : [(from / end) * width, (to / end) * width]);
  }, [from, to, all, width, end]);
  return <g ref={group} class="brush" />;
}
