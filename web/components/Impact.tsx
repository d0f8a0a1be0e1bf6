/** Users affected over time, stacked by cause. Its height is that of the whole run's peak: it never rescales. */
import { computed } from '@preact/signals';
import { t } from '../i18n/translate.js';
import {
  CAUSE_TABLE,
  formatAmount,
  formatCount,
  impactLayers,
  impactPath,
  momentText,
  sinceFault,
  valueAt,
} from '../library.js';
import { gutters, plotWidth } from '../state/chart-room.js';
import { calmTime } from '../state/clock.js';
import { besides } from '../state/comparing.js';
import { layoutName } from '../state/layout-names.js';
import { unseen } from '../state/learning.js';
import { language, theme } from '../state/preferences.js';
import { runDocument, session } from '../state/session.js';
import { timeWindow } from '../state/window.js';
import { CauseDefs } from './CauseDefs.js';
import { Future } from './Future.js';
import { ImpactGhosts } from './ImpactGhosts.js';
import { IMPACT_HEIGHT as HEIGHT, PIXELS_A_BUCKET, peopleToY } from './impact-scale.js';
import { PathMarks } from './PathMarks.js';
import { Playhead } from './Playhead.js';
import { scrubbing } from './scrub.js';

const drawn = computed(() => {
  if (session.value === null) return [];
  const { impact } = session.value;
  const { from, to } = timeWindow.value;
  const width = plotWidth.value;
  const buckets = Math.max(1, Math.floor(width / PIXELS_A_BUCKET));
  const y = peopleToY.value;
  return impactLayers(impact, { from, to, buckets })
    .filter((layer) => !layer.empty)
    .map((layer) => ({ cause: layer.cause, path: impactPath(layer, (i) => (i / buckets) * width, y) }));
});

export function Impact() {
  if (session.value === null) return null;
  const { impact, reading } = session.value;
  const lang = language.value;
  const hours = runDocument.value?.totals.userHoursLost ?? null;
  const lost = hours === null ? '…' : formatAmount(hours, 'person-hours', lang);
  const people = (count: number): string => formatCount(Math.round(count), lang);
  const description = t('impact.description', {
    peak: people(impact.peak),
    moment: impact.peakAt === null ? '–' : momentText(reading, impact.peakAt, lang),
    lost,
  });
  const { left, right } = gutters.value;
  return (
    <section
      class="chart-row impact"
      aria-label={t('impact.label')}
      style={{ gridTemplateColumns: `${left}px 1fr ${right}px` }}
    >
      <div class="gutter-left">
        <span class="figure">{people(valueAt(impact.affected.all, calmTime.value) || 0)}</span>
        <span class="soft">{t('impact.now')}</span>
        {!unseen.value && <p class="visually-hidden">{description}</p>}
      </div>
      <div
        class="plot"
        role="slider"
        tabIndex={0}
        aria-label={t('timeline.position')}
        aria-valuemin={0}
        aria-valuemax={Math.round(reading.end / 1e6)}
        aria-valuenow={Math.round(calmTime.value / 1e6)}
        aria-valuetext={`${sinceFault(reading, calmTime.value)}, ${momentText(reading, calmTime.value, lang)}`}
        {...scrubbing()}
      >
        <svg width={plotWidth.value} height={HEIGHT} aria-hidden="true">
          <CauseDefs />
          {drawn.value.map(({ cause, path }) => (
            <g key={cause}>
              <path d={path} fill={CAUSE_TABLE.find((each) => each.cause === cause)?.ground[theme.value]} />
              <path d={path} fill={`url(#cause-${cause})`} class="impact-layer" />
            </g>
          ))}
          <ImpactGhosts />
          <line x1="0" x2={plotWidth.value} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} class="axis-line" />
        </svg>
        <PathMarks />
        <Future />
        <Playhead />
      </div>
      <div class="gutter-right">
        {impact.peak > 0 && !unseen.value && (
          <span class="soft">{t('impact.peak', { amount: people(impact.peak) })}</span>
        )}
        {!unseen.value && <span>{t('impact.lost', { amount: lost })}</span>}
        {besides.value.slice(0, 1).map(({ scenario: { layout } }) => (
          <span key={layout} class="soft">
            {t('compare.dashed', { layout: layoutName(layout) })}
          </span>
        ))}
        {!unseen.value && <CauseKey />}
      </div>
    </section>
  );
}

/** The causes that occur, by texture and word; for those who read pictures only. */
function CauseKey() {
  const lang = language.value;
  const present = new Set(drawn.value.map((layer) => layer.cause));
  return (
    <ul class="cause-key" aria-label={t('impact.causes')}>
      {CAUSE_TABLE.filter(({ cause }) => present.has(cause)).map(({ cause, name, ground, meaning }) => (
        <li key={cause} title={meaning[lang]}>
          <svg width="14" height="12" aria-hidden="true">
            <rect width="14" height="12" fill={ground[theme.value]} />
            <rect width="14" height="12" fill={`url(#cause-${cause})`} class="impact-layer" />
          </svg>
          {name[lang]}
        </li>
      ))}
    </ul>
  );
}
