/** The heat strip: a row a service, its bad times over time, and what really happened as a bracket. */
import { computed, effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { formatCount, formatDuration, stripScene, textIn } from '../library.js';
import { paintCanvas } from '../paint/canvas-painter.js';
import { gutters, plotWidth } from '../state/chart-room.js';
import { slowTime } from '../state/clock.js';
import { layoutName } from '../state/layout-names.js';
import { unseen } from '../state/learning.js';
import { coarse, language, theme } from '../state/preferences.js';
import { choose, chosen } from '../state/selection.js';
import { runDocument, session } from '../state/session.js';
import { hiddenRows, isGrouped, MOST_ROWS, orderedRows, ROWS, rowLimit, stripLines } from '../state/strip-lines.js';
import { timeWindow } from '../state/window.js';
import { Density } from './Density.js';
import { Future } from './Future.js';
import { Playhead } from './Playhead.js';
import { StateSign } from './StateSign.js';
import { StripGroupRow } from './StripGroupRow.js';
import { scrubbing } from './scrub.js';
import { jumpInRow } from './strip-keys.js';
import { historySentence, rowSentence, stateNow } from './strip-sentences.js';

const rowHeight = computed(() => (coarse.value ? 30 : 24));

/** Below, groups tell what a density would. */
const DENSE_FROM = 300;

/** What is drawn of each line. */
const drawn = computed(() =>
  stripLines.value.map((line) => (line.kind === 'row' ? line.row : { pieces: line.group.pieces, history: [] })),
);

export function Strip() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => effect(() => paintStrip(canvas.current)), []);
  if (session.value === null) return null;
  const lang = language.value;
  const results = [...(runDocument.value?.services ?? []), ...(runDocument.value?.journeys ?? [])];
  const lost = new Map(results.map((each) => [each.id, each.userHoursLost]));
  const { left, right } = gutters.value;
  const columns = { gridTemplateColumns: `${left}px 1fr ${right}px` };
  const lines = stripLines.value;
  const stop = Math.max(
    0,
    lines.findIndex(
      (line) => line.kind === 'row' && `${line.row.subject.kind}:${line.row.subject.id}` === chosen.value,
    ),
  );

  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next !== undefined) buttons[next]?.focus();
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      jumpInRow(drawn.value[at], event.key === 'ArrowRight');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section class="strip" aria-label={t('strip.label')}>
      {orderedRows.value.length > (isGrouped.value ? DENSE_FROM : ROWS) && <Density />}
      <div class="strip-rows">
        <ul ref={list} aria-description={t('strip.keys')} onKeyDown={onKeyDown}>
          {lines.map((line, i) => {
            const style = { ...columns, height: `${rowHeight.value}px` };
            if (line.kind === 'group')
              return <StripGroupRow key={line.group.key} {...line} stop={i === stop} style={style} />;
            const { row, layout, inGroup } = line;
            const key = `${row.subject.kind}:${row.subject.id}`;
            const name = layout === null ? textIn(row.subject.name, lang, row.subject.id) : layoutName(layout);
            const sentence = (layout === null ? '' : `${name}: `) + rowSentence(row, slowTime.value);
            return (
              <li
                key={`${key} ${layout ?? ''}`}
                class={`${chosen.value === key ? 'chosen' : ''} ${layout === null ? '' : 'other'} ${inGroup ? 'member' : ''}`}
                style={style}
              >
                <button
                  type="button"
                  tabIndex={i === stop ? 0 : -1}
                  aria-pressed={chosen.value === key}
                  aria-label={[sentence, ...row.history.map(historySentence)].join('. ')}
                  title={[sentence, ...row.history.map(historySentence)].join('\n')}
                  onClick={() => choose(key)}
                >
                  {layout === null && <StateSign state={stateNow(row, slowTime.value)} size={16} />}
                  <span class="name">{name}</span>
                </button>
                <span />
                <span class="gutter-right strip-sums">
                  <span>
                    {unseen.value ? (
                      ''
                    ) : row.notUpSeconds > 0 ? (
                      formatDuration(row.notUpSeconds, lang)
                    ) : (
                      <span class="soft">{t('strip.never')}</span>
                    )}
                  </span>
                  <span>
                    {layout === null && !unseen.value && (lost.get(row.subject.id) ?? 0) > 0
                      ? formatCount(lost.get(row.subject.id) ?? 0, lang)
                      : ''}
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
        <div
          class="strip-plot plot"
          style={{
            left: `${left}px`,
            width: `${plotWidth.value}px`,
            height: `${drawn.value.length * rowHeight.value}px`,
          }}
          {...scrubbing()}
        >
          <div aria-hidden="true">
            <canvas ref={canvas} />
          </div>
          <Future />
          <Playhead />
        </div>
        <More />
      </div>
    </section>
  );
}

/** What is not shown is counted. */
function More() {
  const hidden = hiddenRows.value;
  if (hidden.length === 0) return null;
  const lang = language.value;
  const failed = hidden.filter((row) => row.failedAt !== null).length;
  return (
    <p class="strip-more soft">
      {t('strip.more', { count: formatCount(hidden.length, lang), failed: formatCount(failed, lang) })}
      {rowLimit.value < MOST_ROWS && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            rowLimit.value += ROWS;
          }}
        >
          {t('strip.showMore', { count: Math.min(ROWS, hidden.length) })}
        </button>
      )}
    </p>
  );
}

/** Repainted when window, size, order or theme change; never for time, which only moves the playhead. */
function paintStrip(canvas: HTMLCanvasElement | null): void {
  if (canvas === null || drawn.value.length === 0) return;
  const { from, to } = timeWindow.value;
  const view = { from, to, width: plotWidth.value, rowHeight: rowHeight.value, theme: theme.value };
  paintCanvas(canvas, stripScene(drawn.value, view));
}
