/**
 * Prose with numbers that change the model: dragged to the sides, or moved by the arrow keys from stop to stop (Home and End:
 * the first and the last). The text itself is put in once; what a number shows is set in it, so that the focus stays.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { language } from '../state/preferences.js';
import { proseHtml } from './Markdown.js';
import { scrubOf, scrubTo, stopOf } from './state/scrubs.js';

/** Dragged so far, it is at the next stop. */
const PIXELS_A_STOP = 22;

interface Drag {
  readonly id: string;
  readonly x: number;
  readonly stop: number;
}

export function ScrubbableProse({ text }: { readonly text: string }) {
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const lang = language.value;
  const html = proseHtml(text);
  // Reads what each number is at, and so is done again whenever one moves.
  const shown = [...html.matchAll(/data-scrub="([^"]*)"/g)].flatMap(([, id]) => {
    const scrub = scrubOf(id);
    return scrub === null ? [] : [{ id, scrub, stop: stopOf(id) }];
  });
  useLayoutEffect(() => {
    for (const { id, scrub, stop } of shown) {
      const words = stop === null ? t('learn.scrubOther') : scrub.stops[stop].show[lang];
      for (const each of box.current?.querySelectorAll<HTMLElement>(`[data-scrub="${CSS.escape(id)}"]`) ?? []) {
        const attributes = {
          role: 'spinbutton',
          tabindex: '0',
          title: t('learn.scrubHow'),
          'aria-label': scrub.label[lang],
          'aria-valuemin': '1',
          'aria-valuemax': String(scrub.stops.length),
          'aria-valuenow': String((stop ?? scrub.start - 1) + 1),
          'aria-valuetext': words,
        };
        for (const [name, value] of Object.entries(attributes)) each.setAttribute(name, value);
        each.classList.add('scrub');
        each.textContent = words;
      }
    }
  });

  function nameOf(event: Event): string | null {
    return (event.target as Element).closest<HTMLElement>('.scrub')?.dataset.scrub ?? null;
  }

  function to(id: string, stop: number): void {
    const last = (scrubOf(id)?.stops.length ?? 1) - 1;
    const next = Math.min(last, Math.max(0, stop));
    if (next !== stopOf(id)) scrubTo(id, next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const id = nameOf(event);
    const scrub = id === null ? null : scrubOf(id);
    if (id === null || scrub === null) return;
    const now = stopOf(id) ?? scrub.start - 1;
    const last = scrub.stops.length - 1;
    const keys: Readonly<Record<string, number>> = {
      ArrowUp: now + 1,
      ArrowRight: now + 1,
      ArrowDown: now - 1,
      ArrowLeft: now - 1,
      Home: 0,
      End: last,
    };
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    to(id, keys[event.key]);
  }

  function onPointerDown(event: PointerEvent): void {
    const id = nameOf(event);
    if (id === null || event.button !== 0) return;
    box.current?.setPointerCapture(event.pointerId);
    drag.current = { id, x: event.clientX, stop: stopOf(id) ?? (scrubOf(id)?.start ?? 1) - 1 };
  }

  function onPointerMove(event: PointerEvent): void {
    if (drag.current === null) return;
    const { id, x, stop } = drag.current;
    to(id, stop + Math.round((event.clientX - x) / PIXELS_A_STOP));
  }

  function onPointerUp(event: PointerEvent): void {
    drag.current = null;
    if (box.current?.hasPointerCapture(event.pointerId)) box.current.releasePointerCapture(event.pointerId);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the numbers in its text are what acts, each a spinbutton
    <div
      ref={box}
      class="prose"
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
