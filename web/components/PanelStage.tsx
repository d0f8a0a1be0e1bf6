/**
 * The stage of another layout, beside the one that is looked at: the same places, the same clock, the same choice.
 *
 * A list of buttons stands in for the canvas, as on the main stage; it has one tab stop.
 */
import { computed, effect } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { changedSlots, slotsOf, stageScene } from '../library.js';
import { paintCanvas } from '../paint/canvas-painter.js';
import { measureText } from '../paint/measure-text.js';
import { slowTime, time } from '../state/clock.js';
import { stageLanes } from '../state/comparing.js';
import { layoutName } from '../state/layout-names.js';
import { pictureOf } from '../state/picture-of.js';
import { language, theme } from '../state/preferences.js';
import { choose, chosenSlot, pointed } from '../state/selection.js';
import { type Session, session } from '../state/session.js';
import { stageGeometry } from '../state/stage-geometry.js';
import { neighbour } from './neighbour.js';
import { slotLabel } from './slot-label.js';
import { WaffleList } from './WaffleList.js';

export function PanelStage({ run }: { readonly run: Session }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const slots = useMemo(
    () => computed(() => (stageGeometry.value === null ? [] : slotsOf(run.reading, stageGeometry.value))),
    [run],
  );
  useEffect(() => paintOnChange(canvas.current, run), [run]);
  return (
    <section class="stage" aria-label={t('compare.stage', { layout: layoutName(run.scenario.layout) })}>
      <div class="stage-room">
        <div class="stage-scroll">
          <div aria-hidden="true">
            <canvas ref={canvas} />
          </div>
          {stageGeometry.value?.detail === 'waffle' ? (
            <WaffleList
              reading={run.reading}
              geometry={stageGeometry.value}
              slots={slots.value}
              label={t('compare.stage', { layout: layoutName(run.scenario.layout) })}
            />
          ) : (
            <PanelList run={run} slots={slots.value} />
          )}
        </div>
      </div>
    </section>
  );
}

function PanelList({ run, slots }: { readonly run: Session; readonly slots: ReturnType<typeof slotsOf> }) {
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  const stop = slots.some(({ key }) => key === current) ? current : (slots[0]?.key ?? null);

  function onKeyDown(event: KeyboardEvent): void {
    const boxes = slots.map((slot) => ({ ...slot, group: slot.site ?? 'journeys' }));
    const target = neighbour(boxes, stop, event.key);
    if (target === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    setCurrent(target);
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(target)}"]`)?.focus();
  }

  return (
    <fieldset
      class="stage-list"
      ref={list}
      aria-label={t('compare.stage', { layout: layoutName(run.scenario.layout) })}
      aria-description={t('stage.keys')}
      onKeyDown={onKeyDown}
      onPointerLeave={() => {
        pointed.value = null;
      }}
    >
      {slots.map((slot) => {
        const { key, kind, id, x, y, width, height } = slot;
        return (
          <button
            key={key}
            type="button"
            data-key={key}
            aria-pressed={chosenSlot.value === key}
            tabIndex={key === stop ? 0 : -1}
            style={{ left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` }}
            onClick={() => {
              setCurrent(key);
              choose(kind === 'journey' ? key : `service:${id}`, key);
            }}
            onPointerEnter={() => {
              pointed.value = key;
            }}
            onFocus={() => {
              pointed.value = key;
            }}
            onBlur={() => {
              pointed.value = null;
            }}
          >
            {slotLabel(run.reading, slot, slowTime.value)}
          </button>
        );
      })}
    </fieldset>
  );
}

/** Paints whenever something that is seen changes; without pulses, which are the main stage's. */
function paintOnChange(canvas: HTMLCanvasElement | null, run: Session): (() => void) | undefined {
  if (canvas === null) return undefined;
  const { reading } = run;
  const changed = computed(() =>
    session.value === null ? undefined : changedSlots(run.scenario, [session.value.scenario]),
  );
  return effect(() => {
    const geometry = stageGeometry.value;
    const lanes = stageLanes.value;
    if (geometry === null || lanes === null || pictureOf(run) === '') return;
    const view = {
      lanes,
      geometry,
      theme: theme.value,
      language: language.value,
      chosen: chosenSlot.value,
      pointed: pointed.value,
      measure: measureText,
      changed: changed.value,
    };
    paintCanvas(canvas, stageScene(reading, time.peek(), view));
  });
}
