/**
 * The values side by side: how much each costs, whether the expectations hold, where it tips. Pointing at one, or going there
 * by arrow keys, bends the curve of people affected to what it would be; a press holds it.
 */
import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { SweptRun } from '../engine/sweep-question.js';
import { t } from '../i18n/translate.js';
import { bucketMeans, formatAmount, formatCount, formatDuration, textIn } from '../library.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { lookedAt, statedNow, sweepDocument, sweptRuns, takeValue } from '../state/sweeping.js';
import { AffectedMark } from './AffectedMark.js';
import { VERDICT_SIGNS } from './MatrixCase.js';
import { useSize } from './use-size.js';
import { useTweened } from './use-tweened.js';

const CURVE_HEIGHT = 84;
const MOVES: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Under the pointer; null: what was pressed, or has the focus, is looked at. */
const peeked = signal<number | null>(null);

export function SweepStrip() {
  const strip = useRef<HTMLFieldSetElement>(null);
  const runs = sweptRuns.value;
  const held = Math.min(lookedAt.value, runs.length - 1);
  const at = Math.min(peeked.value ?? held, runs.length - 1);
  const most = Math.max(0, ...runs.map(({ values: [lost] }) => lost ?? 0));
  const tips = sweepDocument.value?.tippingPoint?.between[1] ?? null;

  function onKeyDown(event: KeyboardEvent): void {
    const move = MOVES[event.key];
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.min(runs.length - 1, Math.max(0, held + move));
    peeked.value = null;
    lookedAt.value = next;
    strip.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  }

  return (
    <>
      <fieldset
        class="sweep-strip"
        ref={strip}
        aria-label={t('sweep.strip')}
        aria-description={t('sweep.keys')}
        onKeyDown={onKeyDown}
        onPointerLeave={() => {
          peeked.value = null;
        }}
      >
        {runs.map((run, i) => (
          <button
            key={run.written}
            type="button"
            tabIndex={i === held ? 0 : -1}
            aria-pressed={i === held}
            class={`${i === at ? 'looked' : ''} ${run.written === tips ? 'tips' : ''}`}
            aria-label={wordsOf(run)}
            onFocus={() => {
              lookedAt.value = i;
            }}
            onClick={() => {
              lookedAt.value = i;
            }}
            onPointerEnter={() => {
              peeked.value = i;
            }}
          >
            <span class="sweep-bar" aria-hidden="true">
              <i style={{ height: most > 0 ? `${(100 * (run.values[0] ?? 0)) / most}%` : '0' }} />
            </span>
            <span class={`sweep-verdict ${verdictOf(run)}`} aria-hidden="true">
              {VERDICT_SIGNS[verdictOf(run)]}
            </span>
            <span class="sweep-value" aria-hidden="true">
              {run.written}
              {run.written === statedNow.value && <small>{t('sweep.now')}</small>}
            </span>
          </button>
        ))}
      </fieldset>
      <Tipping />
      <Looked run={runs[at]} runs={runs} />
    </>
  );
}

function Tipping() {
  const document = sweepDocument.value;
  if (document === null || document.points.length < sweptRuns.value.length || document.partial) return null;
  const tip = document.tippingPoint;
  return (
    <p role="status">
      {tip === null ? t('sweep.noTip') : t('sweep.tips', { from: tip.between[0], to: tip.between[1] })}
    </p>
  );
}

/** The value in words, its curve over that of the run that is looked at, and the way to take it. */
function Looked({ run, runs }: { readonly run: SweptRun; readonly runs: readonly SweptRun[] }) {
  const [room, { width }] = useSize<HTMLDivElement>();
  const people = useTweened(run.affected);
  if (session.value === null) return null;
  const { impact, reading, scenario } = session.value;
  const lang = language.value;
  const now = bucketMeans(impact.affected.all, 0, reading.end, run.affected.length);
  const most = Math.max(1, ...now, ...runs.flatMap(({ affected }) => affected));
  const [, peak, served, down] = run.values;
  const failed = run.verdicts.flatMap((verdict, place) => (verdict === 'failed' ? [place] : []));
  const isNow = run.written === statedNow.value;
  return (
    <section class="sweep-looked" aria-label={t('sweep.looked')}>
      <div ref={room} class="sweep-curve">
        {width > 0 && <AffectedMark people={people} most={most} width={width} height={CURVE_HEIGHT} beside={now} />}
        <p class="soft">{t('sweep.curve')}</p>
      </div>
      <div class="sweep-words">
        <h3>{t('sweep.about', { path: run.setting.path, value: run.setting.written })}</h3>
        <p>
          {wordsOf(run)}.{' '}
          {t('sweep.more', {
            peak: formatCount(Math.round(peak ?? 0), lang),
            served: served === null ? t('sweep.never') : formatDuration(served, lang),
            down: formatCount(down ?? 0, lang),
          })}
        </p>
        {failed.length > 0 && (
          <ul class="failed">
            {failed.map((place) => (
              <li key={place}>
                <span aria-hidden="true">✗</span> {textIn(scenario.expectations[place]?.name, lang, String(place + 1))}
              </li>
            ))}
          </ul>
        )}
        <button type="button" class="plain" disabled={isNow} onClick={() => void takeValue(run)}>
          {t('sweep.take')}
        </button>
      </div>
    </section>
  );
}

function verdictOf({ verdicts }: SweptRun): keyof typeof VERDICT_SIGNS {
  if (verdicts.includes('failed')) return 'failed';
  return verdicts.includes('met') ? 'met' : verdicts.some((each) => each !== null) ? 'inconclusive' : 'none';
}

function wordsOf(run: SweptRun): string {
  const [lost] = run.values;
  return t('sweep.column', {
    value: run.written,
    lost: lost === null ? '–' : formatAmount(lost, 'person-hours', language.value),
    verdict: t(`verdict.${verdictOf(run)}`),
  });
}
