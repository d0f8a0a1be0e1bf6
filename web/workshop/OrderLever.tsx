/** What is repaired first: a list, dragged by its handles, or moved a place (or to the top) by its buttons. */
import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import type { EditRule } from '../library.js';
import { language } from '../state/preferences.js';
import { choiceNameIn } from './state/player.js';
import { settingOf, setValue } from './state/settings.js';

interface OrderLeverProps {
  readonly rule: EditRule;
  readonly order: readonly string[];
}

export function OrderLever({ rule, order }: OrderLeverProps) {
  const path = rule.paths?.[0] ?? 'recovery.order';
  const written = settingOf(path);
  const settled = written === null ? order : written.replace(/[[\]"\s]/g, '').split(',');
  const list = useRef<HTMLOListElement>(null);
  /** While it is dragged: which, and to which place; the run is made when it is let go. */
  const [drag, setDrag] = useState<{ readonly id: string; readonly to: number } | null>(null);
  const now = drag === null ? settled : moved(settled, settled.indexOf(drag.id), drag.to);
  const label = rule.label?.[language.value] ?? t('learn.repairOrder');
  const move = (from: number, to: number): void => {
    if (from !== to) void setValue(path, `[${moved(settled, from, to).join(', ')}]`);
  };

  function placeAt(y: number): number {
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    const place = rows.findIndex(({ bottom }) => y < bottom);
    return place < 0 ? rows.length - 1 : place;
  }

  return (
    <section class="order" aria-label={label}>
      <h4>{label}</h4>
      {written === null && <p class="soft">{t('learn.orderFree')}</p>}
      <ol ref={list}>
        {now.map((id, i) => {
          const name = choiceNameIn(id, language.value);
          return (
            <li key={id} class={drag?.id === id ? 'dragged' : ''}>
              <span
                class="handle"
                title={t('learn.dragOrder')}
                aria-hidden="true"
                onPointerDown={(event) => {
                  if (event.button !== 0) return;
                  event.currentTarget.setPointerCapture(event.pointerId);
                  setDrag({ id, to: i });
                }}
                onPointerMove={(event) => {
                  if (drag?.id === id) setDrag({ id, to: placeAt(event.clientY) });
                }}
                onPointerUp={() => {
                  if (drag !== null) move(settled.indexOf(drag.id), drag.to);
                  setDrag(null);
                }}
                onPointerCancel={() => setDrag(null)}
              >
                ⠿
              </span>
              <span>
                {i + 1}. {name}
              </span>
              <MoveButton sign="⤒" label={t('learn.first', { name })} disabled={i === 0} onClick={() => move(i, 0)} />
              <MoveButton
                sign="↑"
                label={t('learn.earlier', { name })}
                disabled={i === 0}
                onClick={() => move(i, i - 1)}
              />
              <MoveButton
                sign="↓"
                label={t('learn.later', { name })}
                disabled={i === now.length - 1}
                onClick={() => move(i, i + 1)}
              />
            </li>
          );
        })}
      </ol>
      {written !== null && (
        <button type="button" class="plain" onClick={() => void setValue(path, null)}>
          {t('design.asItWas')}
        </button>
      )}
    </section>
  );
}

interface MoveButtonProps {
  readonly sign: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

function MoveButton({ sign, label, disabled, onClick }: MoveButtonProps) {
  return (
    <button type="button" class="icon" disabled={disabled} aria-label={label} title={label} onClick={onClick}>
      {sign}
    </button>
  );
}

function moved(order: readonly string[], from: number, to: number): readonly string[] {
  const rest = order.filter((_, i) => i !== from);
  return [...rest.slice(0, to), order[from], ...rest.slice(to)];
}
