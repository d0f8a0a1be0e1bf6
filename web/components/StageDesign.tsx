/**
 * Dragging on the stage while the layout is changed: a service onto another data centre moves it, with Alt it stands there
 * as well, onto the bin it goes. What a drag would do is said while it is held; Escape lets go.
 *
 * It hears the buttons of StageList.tsx from outside and draws over them; whoever does not drag has PlaceDialog.tsx.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { type Edit, textIn } from '../library.js';
import { designing, edit } from '../state/designing.js';
import { language } from '../state/preferences.js';
import { choose } from '../state/selection.js';
import { session } from '../state/session.js';
import { stageGeometry, stageSlots } from '../state/stage-geometry.js';

interface Drag {
  readonly service: string;
  readonly from: string;
  readonly x: number;
  readonly y: number;
  /** A data centre, the bin, or nothing. */
  readonly over: string | null;
  readonly copy: boolean;
  /** The bin's place in the window: at the foot of what is seen of the stage. */
  readonly bin: { readonly x: number; readonly y: number };
}

const BIN = ':bin';
/** Less is a press. */
const LEAST_PIXELS = 6;

export function StageDesign() {
  const layer = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const on = designing.value;
  useEffect(() => {
    const stage = layer.current?.parentElement;
    return on && stage ? listen(stage, setDrag) : undefined;
  }, [on]);
  if (!on) return null;
  const geometry = stageGeometry.value;
  return (
    <div ref={layer} class={`stage-design ${drag === null ? '' : 'dragging'}`} aria-hidden="true">
      {drag !== null && geometry !== null && (
        <>
          {geometry.bands.map(({ site, y, height }) => (
            <div
              key={site}
              class={`drop-band ${drag.over === site ? 'over' : ''}`}
              style={{ top: `${y}px`, height: `${height}px`, width: `${geometry.width}px` }}
            />
          ))}
          <div
            class={`drop-bin ${drag.over === BIN ? 'over' : ''}`}
            style={{ left: `${drag.bin.x}px`, top: `${drag.bin.y}px` }}
            data-bin
          >
            {t('design.bin')}
          </div>
          <div class="drag-chip" style={{ transform: `translate(${drag.x + 12}px, ${drag.y + 14}px)` }}>
            {sentenceOf(drag)}
          </div>
        </>
      )}
    </div>
  );
}

function listen(stage: HTMLElement, show: (drag: Drag | null) => void): () => void {
  let start: { readonly x: number; readonly y: number; readonly service: string; readonly from: string } | null = null;
  let drag: Drag | null = null;

  function set(next: Drag | null): void {
    drag = next;
    show(next);
  }

  function onDown(event: PointerEvent): void {
    const key = event.target instanceof Element ? event.target.closest('[data-key]')?.getAttribute('data-key') : null;
    const slot = stageSlots.value.find((each) => each.key === key);
    if (event.button !== 0 || slot === undefined || slot.site === null) return;
    if (!stands(slot.id, slot.site)) return;
    start = { x: event.clientX, y: event.clientY, service: slot.id, from: slot.site };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('keyup', onKey, true);
  }

  function onMove(event: PointerEvent): void {
    if (start === null) return;
    if (drag === null && Math.hypot(event.clientX - start.x, event.clientY - start.y) < LEAST_PIXELS) return;
    event.preventDefault();
    const { left, top } = stage.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const { service, from } = start;
    set({
      service,
      from,
      x,
      y,
      over: placeAt(stage, event.clientX, event.clientY, x, y),
      copy: event.altKey,
      bin: binOf(stage),
    });
  }

  function onUp(): void {
    const last = drag;
    stop();
    if (last === null) return;
    // The press that a drag ends with chooses nothing.
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, true));
    const next = editOf(last);
    if (next === null) return;
    choose(`service:${last.service}`, next.kind === 'move' ? `deployment:${last.service}@${next.to}` : null);
    void edit(next);
  }

  function onKey(event: KeyboardEvent): void {
    if (drag === null) return;
    if (event.key === 'Alt') set({ ...drag, copy: event.type === 'keydown' });
    if (event.key !== 'Escape' && event.key !== 'Alt') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') stop();
  }

  function stop(): void {
    start = null;
    set(null);
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', stop);
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('keyup', onKey, true);
  }

  stage.addEventListener('pointerdown', onDown);
  return () => {
    stop();
    stage.removeEventListener('pointerdown', onDown);
  };
}

function swallow(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function binOf(stage: HTMLElement): Drag['bin'] {
  const { left, right, bottom } = (stage.parentElement ?? stage).getBoundingClientRect();
  return { x: (left + right) / 2, y: bottom - 8 };
}

/** The bin lies over the data centres. */
function placeAt(stage: HTMLElement, clientX: number, clientY: number, x: number, y: number): string | null {
  const bin = stage.querySelector('[data-bin]')?.getBoundingClientRect();
  if (bin && clientX >= bin.left && clientX <= bin.right && clientY >= bin.top && clientY <= bin.bottom) return BIN;
  const { bands = [], width = 0 } = stageGeometry.value ?? {};
  const band = x >= 0 && x <= width ? bands.find((each) => y >= each.y && y <= each.y + each.height) : undefined;
  return band?.site ?? null;
}

/** What letting go here does; null: nothing. */
function editOf({ service, from, over, copy }: Drag): Edit | null {
  if (over === null) return null;
  if (over === BIN) return siteCount(service) < 2 ? null : { kind: 'remove', service, site: from };
  if (copy) return stands(service, over) ? null : { kind: 'add', service, site: over };
  return over === from ? null : { kind: 'move', service, from, to: over };
}

function sentenceOf(drag: Drag): string {
  const { scenario } = session.value ?? {};
  const name = textIn(scenario?.services.find(({ id }) => id === drag.service)?.name, language.value, drag.service);
  const next = editOf(drag);
  if (next === null) return drag.over === BIN ? t('design.refused.last-one') : name;
  const site = next.kind === 'move' ? next.to : next.kind === 'add' || next.kind === 'remove' ? next.site : '';
  const where = textIn(scenario?.sites.find(({ id }) => id === site)?.name, language.value, site);
  if (next.kind === 'remove') return t('design.dragRemove', { name, site: where });
  return t(next.kind === 'add' ? 'design.dragAdd' : 'design.dragMove', { name, site: where });
}

function stands(service: string, site: string): boolean {
  return deploymentsOf(service).some((each) => each.site === site);
}

function siteCount(service: string): number {
  return deploymentsOf(service).length;
}

function deploymentsOf(service: string): readonly { readonly site: string }[] {
  return session.value?.scenario.services.find(({ id }) => id === service)?.deployments ?? [];
}
