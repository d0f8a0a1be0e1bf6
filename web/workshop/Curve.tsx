/**
 * A curve drawn over a blank chart: with the pointer, or point by point with the arrow keys. Afterwards what came true is
 * drawn over it.
 */
import { useRef } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { type DrawPrediction, formatCount, formatDuration, formatShare, pointTimes } from '../library.js';
import { language } from '../state/preferences.js';
import type { AnswerProps } from './Predictions.js';

const WIDTH = 340;
const HEIGHT = 150;
const MARGIN = { left: 44, right: 8, top: 8, bottom: 22 };

interface CurveProps extends AnswerProps<DrawPrediction> {
  /** What came true; left out before. */
  readonly actual?: readonly number[];
}

export function Curve({ prediction, value, onChange, actual }: CurveProps) {
  const svg = useRef<SVGSVGElement>(null);
  const { points, least, series } = prediction;
  const drawn = Array.isArray(value) && value.length === points ? (value as readonly number[]) : null;
  const most = Math.max(prediction.most ?? 1, ...(actual ?? []), ...(drawn ?? []));
  const times = pointTimes(prediction);
  const span = Math.max(1, points - 1);
  const x = (i: number): number => MARGIN.left + (i / span) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (amount: number): number =>
    HEIGHT - MARGIN.bottom - ((amount - least) / (most - least)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const path = (values: readonly number[]): string => `M${values.map((each, i) => `${x(i)},${y(each)}`).join('L')}`;
  const told = (amount: number): string =>
    series === 'affected' ? formatCount(Math.round(amount), language.value) : formatShare(amount, language.value, 0);

  function set(i: number, amount: number): void {
    const before = drawn ?? Array.from({ length: points }, () => least);
    const next = Math.min(most, Math.max(least, amount));
    onChange(before.map((each, k) => (k === i ? Math.round(next * 1000) / 1000 : each)));
  }

  function drawAt(event: PointerEvent): void {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined || event.buttons === 0 || actual !== undefined) return;
    const px = ((event.clientX - box.left) / box.width) * WIDTH;
    const py = ((event.clientY - box.top) / box.height) * HEIGHT;
    const i = Math.round(((px - MARGIN.left) / (WIDTH - MARGIN.left - MARGIN.right)) * span);
    const share = (HEIGHT - MARGIN.bottom - py) / (HEIGHT - MARGIN.top - MARGIN.bottom);
    set(Math.min(points - 1, Math.max(0, i)), least + share * (most - least));
  }

  function onKeyDown(event: KeyboardEvent, i: number): void {
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    set(i, (drawn?.[i] ?? least) + (steps * (most - least)) / 20);
  }

  return (
    <figure class="curve">
      <svg ref={svg} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} onPointerDown={drawAt} onPointerMove={drawAt}>
        <title>{t('learn.curve')}</title>
        {[least, (least + most) / 2, most].map((amount) => (
          <g key={amount}>
            <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(amount)} y2={y(amount)} class="axis-line" />
            <text x={MARGIN.left - 5} y={y(amount) + 4} text-anchor="end" class="tick">
              {told(amount)}
            </text>
          </g>
        ))}
        {[0, Math.floor(span / 2), span].map((i) => (
          <text
            key={i}
            x={x(i)}
            y={HEIGHT - 6}
            text-anchor={i === 0 ? 'start' : i === span ? 'end' : 'middle'}
            class="tick"
          >
            {formatDuration(times[i], language.value)}
          </text>
        ))}
        {drawn !== null && <path d={path(drawn)} class="curve-own" />}
        {actual !== undefined && <path d={path(actual)} class="curve-actual" />}
        {actual === undefined &&
          times.map((at, i) => (
            <circle
              key={at}
              cx={x(i)}
              cy={y(drawn?.[i] ?? least)}
              r="6"
              role="slider"
              // In SVG the name of an attribute has its letters as they are: `tabIndex` is none.
              tabindex={0}
              aria-label={t('learn.point', { moment: formatDuration(at, language.value) })}
              aria-valuemin={least}
              aria-valuemax={most}
              aria-valuenow={drawn?.[i] ?? least}
              aria-valuetext={told(drawn?.[i] ?? least)}
              onKeyDown={(event) => onKeyDown(event, i)}
            />
          ))}
      </svg>
      <figcaption class="soft">{t(actual === undefined ? 'learn.drawHow' : 'learn.drawKey')}</figcaption>
    </figure>
  );
}
