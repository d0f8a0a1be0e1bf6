/** Above the rows of the strip, where there are too many of them: all services by state over time. */
import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { densityScene, formatCount, pieceAt } from '../library.js';
import { paintCanvas } from '../paint/canvas-painter.js';
import { gutters, plotWidth } from '../state/chart-room.js';
import { slowTime } from '../state/clock.js';
import { language, theme } from '../state/preferences.js';
import { session } from '../state/session.js';
import { timeWindow } from '../state/window.js';
import { Playhead } from './Playhead.js';
import { scrubbing } from './scrub.js';

const HEIGHT = 48;

export function Density() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => effect(() => paint(canvas.current)), []);
  if (session.value === null) return null;
  const { rows } = session.value;
  const now = slowTime.value;
  const bad = rows.reduce((sum, row) => sum + Number(pieceAt(row, now) !== null), 0);
  const { left, right } = gutters.value;
  const count = (value: number): string => formatCount(value, language.value);
  return (
    <section
      class="chart-row density"
      aria-label={t('strip.density')}
      style={{ gridTemplateColumns: `${left}px 1fr ${right}px` }}
    >
      <div class="gutter-left soft">{t('strip.densityNow', { count: count(rows.length), bad: count(bad) })}</div>
      <div class="plot" {...scrubbing()}>
        <div aria-hidden="true">
          <canvas ref={canvas} />
        </div>
        <Playhead />
      </div>
      <div />
    </section>
  );
}

/** Never for time, which only moves the playhead. */
function paint(canvas: HTMLCanvasElement | null): void {
  if (canvas === null || session.value === null) return;
  const { from, to } = timeWindow.value;
  const view = { from, to, width: plotWidth.value, height: HEIGHT, theme: theme.value };
  paintCanvas(canvas, densityScene(session.value.rows, view));
}
