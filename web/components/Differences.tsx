/**
 * Where layouts are compared: for each of the others, how many people more or fewer are affected than in the first; or, over
 * the seeds, the middle of all layouts with the band in which eight of ten runs lie. One scale for all rows.
 */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../i18n/translate.js';
import {
  bandPath,
  type CompareDocument,
  DIFFERENCE_TEXTURES,
  differenceOf,
  differencePath,
  formatCount,
  hatchTile,
  PALETTES,
} from '../library.js';
import { gutters, plotWidth, timeToX } from '../state/chart-room.js';
import { besides, comparison } from '../state/comparing.js';
import { layoutName } from '../state/layout-names.js';
import { unseen } from '../state/learning.js';
import { language, theme } from '../state/preferences.js';
import { type Session, session } from '../state/session.js';
import { timeWindow } from '../state/window.js';
import { Future } from './Future.js';
import { Playhead } from './Playhead.js';
import { scrubbing } from './scrub.js';

const HEIGHT = 40;
const PIXELS_A_BUCKET = 2;

/** Over the seeds, not this one alone. */
const overSeeds = signal(false);

export function Differences() {
  const others = besides.value;
  if (session.value === null || others.length === 0) return null;
  // Over the seeds is all of the run, and so of what was not played yet.
  const document = unseen.value ? null : comparison.value;
  const seeds = overSeeds.value && document !== null;
  return (
    <section class="differences" aria-label={t('difference.label')}>
      <fieldset class="segmented small" aria-label={t('difference.of')}>
        <button
          type="button"
          aria-pressed={!seeds}
          onClick={() => {
            overSeeds.value = false;
          }}
        >
          {t('difference.one')}
        </button>
        <button
          type="button"
          aria-pressed={seeds}
          disabled={document === null}
          onClick={() => {
            overSeeds.value = true;
          }}
        >
          {t('difference.seeds', { seeds: document?.seeds ?? '…' })}
        </button>
      </fieldset>
      {seeds ? <Bands document={document} /> : others.map((run) => <Difference key={run.scenario.layout} run={run} />)}
    </section>
  );
}

function Difference({ run }: { readonly run: Session }) {
  if (session.value === null) return null;
  const { impact, scenario } = session.value;
  const { from, to } = timeWindow.value;
  const width = plotWidth.value;
  const buckets = Math.max(1, Math.floor(width / PIXELS_A_BUCKET));
  const difference = differenceOf(run.impact, impact, { from, to, buckets });
  const shared = Math.max(1, ...besides.value.map((each) => each.impact.peak), impact.peak);
  const y = (people: number): number => HEIGHT / 2 - (people / shared) * (HEIGHT / 2 - 2);
  const path = (side: 'more' | 'fewer'): string => differencePath(difference, side, (i) => (i / buckets) * width, y);
  const ink = PALETTES[theme.value].inkSoft;
  const [layout, base] = [layoutName(run.scenario.layout), layoutName(scenario.layout)];
  const words = t('difference.row', { layout, base });
  return (
    <Row name={layout} note={t('difference.key', { base })} description={words}>
      <defs>
        <Texture ink={ink} />
      </defs>
      <path d={path('more')} fill={ink} />
      <path d={path('fewer')} fill="url(#difference-fewer)" stroke={ink} stroke-width="0.75" />
      <line x2={width} y1={HEIGHT / 2} y2={HEIGHT / 2} class="axis-line" />
    </Row>
  );
}

function Bands({ document }: { readonly document: CompareDocument }) {
  const { layouts, affectedAtSeconds } = document;
  const most = Math.max(1, ...layouts.flatMap(({ affectedBand }) => affectedBand.p90));
  const x = (edge: number): number => timeToX.value((affectedAtSeconds[edge] ?? 0) * 1e6);
  const y = (people: number): number => HEIGHT - 1 - (people / most) * (HEIGHT - 4);
  return (
    <>
      {layouts.map(({ id, affectedBand: { p10, median, p90 }, measures }) => {
        const { betterIn } = measures.userHoursLost;
        const note = betterIn === null ? '' : t('compare.betterIn', { count: betterIn, of: document.seeds });
        const peak = formatCount(Math.round(Math.max(...median)), language.value);
        return (
          <Row
            key={id}
            name={layoutName(id)}
            note={note}
            description={t('difference.band', { layout: layoutName(id), peak })}
          >
            <path d={bandPath(p10, p90, x, y)} class="band" />
            <path d={bandPath(median, median, x, y)} class="band-median" />
            <line x2={plotWidth.value} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} class="axis-line" />
          </Row>
        );
      })}
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly note: string;
  readonly description: string;
  readonly children: ComponentChildren;
}

function Row({ name, note, description, children }: RowProps) {
  const { left, right } = gutters.value;
  return (
    <div class="chart-row" style={{ gridTemplateColumns: `${left}px 1fr ${right}px` }}>
      <div class="gutter-left">
        <span>{name}</span>
        <p class="visually-hidden">{description}</p>
      </div>
      <div class="plot" {...scrubbing()}>
        <svg width={plotWidth.value} height={HEIGHT} aria-hidden="true">
          {children}
        </svg>
        <Future />
        <Playhead />
      </div>
      <div class="gutter-right soft">{note}</div>
    </div>
  );
}

function Texture({ ink }: { readonly ink: string }) {
  const { size, lines, lineWidth } = hatchTile(DIFFERENCE_TEXTURES.fewer);
  return (
    <pattern id="difference-fewer" width={size} height={size} patternUnits="userSpaceOnUse">
      {lines.map(([x1, y1, x2, y2]) => (
        <path key={`${x1} ${y1} ${x2}`} d={`M${x1},${y1}L${x2},${y2}`} stroke={ink} stroke-width={lineWidth} />
      ))}
    </pattern>
  );
}
