/** The axis of what is shown: round times of the wall clock, and the markers over it. */
import { t } from '../i18n/translate.js';
import { clusterMarkers, MARKER_SIGNS, momentText, wallTicks } from '../library.js';
import { gutters, plotWidth, timeToX } from '../state/chart-room.js';
import { playing, seek } from '../state/clock.js';
import { seenUntil, unseen } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { sight } from '../state/sight.js';
import { stripShown } from '../state/view.js';
import { timeWindow } from '../state/window.js';
import { Playhead } from './Playhead.js';
import { StripGrouping, StripOrderChooser, StripSumHeads } from './StripHead.js';

const PIXELS_A_TICK = 84;
const HEIGHT = 38;

export function Axis() {
  if (session.value === null) return null;
  const { reading, markers } = session.value;
  const { from, to } = timeWindow.value;
  const width = plotWidth.value;
  const x = timeToX.value;
  const ticks = wallTicks(reading, from, to, width / PIXELS_A_TICK, language.value);
  const clusters = clusterMarkers(
    // Of one who may see a part, the markers would tell of the rest.
    sight.value === 'all' ? markers : [],
    (time) => (time >= from && time <= Math.min(to, seenUntil.value) ? x(time) : null),
    13,
  );
  const { left, right } = gutters.value;
  return (
    <div class="chart-row axis" style={{ gridTemplateColumns: `${left}px 1fr ${right}px` }}>
      <div class="gutter-left strip-head">
        {stripShown.value && <StripGrouping />}
        {stripShown.value && !unseen.value && <StripOrderChooser />}
      </div>
      <div class="plot">
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {ticks.map((tick) => (
            <g key={tick.time} transform={`translate(${x(tick.time).toFixed(1)} 0)`}>
              <line y1="18" y2="23" class="axis-line" />
              <text y="34" class={tick.strong ? 'tick strong' : 'tick'} text-anchor={anchorOf(x(tick.time), width)}>
                {tick.label}
              </text>
            </g>
          ))}
          <line x2={width} y1="18.5" y2="18.5" class="axis-line" />
        </svg>
        <fieldset class="markers" aria-label={t('timeline.markers')}>
          {clusters.map(({ kind, x: at, count, from: first }) => {
            const label = t('marker.cluster', {
              kind: t(`marker.${kind}`),
              count,
              moment: momentText(reading, first, language.value),
            });
            return (
              <button
                key={first}
                type="button"
                class={`marker marker-${kind}`}
                tabIndex={-1}
                style={{ left: `${at}px` }}
                aria-label={label}
                title={label}
                onClick={() => {
                  playing.value = false;
                  seek(first);
                }}
              >
                {MARKER_SIGNS[kind]}
              </button>
            );
          })}
        </fieldset>
        <Playhead />
      </div>
      <div class="gutter-right">{stripShown.value && !unseen.value && <StripSumHeads />}</div>
    </div>
  );
}

function anchorOf(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < 24) return 'start';
  return x > width - 24 ? 'end' : 'middle';
}
