/**
 * Everything on the stage as a list of buttons, each at the place of its drawing: what pointers hit, what the keyboard
 * moves through (one tab stop, roving), and what is read aloud.
 */
import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { type LaneGeometry, type Reading, type StageSlot, siteWords, textIn } from '../library.js';
import { slowTime } from '../state/clock.js';
import { focusOn } from '../state/focus.js';
import { showLive } from '../state/keyboard.js';
import { inject } from '../state/live.js';
import { language } from '../state/preferences.js';
import { choose, chosen, chosenSlot, pointed } from '../state/selection.js';
import { session } from '../state/session.js';
import { stageGeometry, stageSlots } from '../state/stage-geometry.js';
import { VERBS } from '../state/verbs.js';
import { Icon } from './Icon.js';
import { type Box, neighbour } from './neighbour.js';
import { slotLabel } from './slot-label.js';
import { WaffleList } from './WaffleList.js';

const TITLE_HEIGHT = 24;
/** Of the switch at the right end of a title; the drawing leaves it free. */
const SWITCH_WIDTH = 30;

interface Item extends Box {
  readonly key: string;
  /** What choosing it chooses. */
  readonly subject: string;
  readonly group: string;
  readonly label: string;
}

export function StageList() {
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  const geometry = stageGeometry.value;
  if (session.value === null || geometry === null) return null;
  if (geometry.detail === 'waffle') {
    const { reading } = session.value;
    return <WaffleList reading={reading} geometry={geometry} slots={stageSlots.value} label={t('stage.label')} />;
  }
  const items = itemsOf(session.value.reading, geometry, stageSlots.value, slowTime.value);
  const groups = [...new Set(items.map((item) => item.group))];
  const stop = items.some((item) => item.key === current) ? current : (items[0]?.key ?? null);

  function nameOf(site: string): string {
    const known = session.value?.scenario.sites.find(({ id }) => id === site);
    return textIn(known?.name, language.value, site);
  }

  function go(key: string | null): void {
    if (key === null) return;
    setCurrent(key);
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = neighbour(items, stop, event.key);
    if (target === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    go(target);
  }

  return (
    <fieldset
      class="stage-list"
      ref={list}
      aria-label={t('stage.label')}
      aria-description={t('stage.keys')}
      onKeyDown={onKeyDown}
      onPointerLeave={() => {
        pointed.value = null;
      }}
    >
      {groups.map((group) => (
        <ul key={group}>
          {items
            .filter((item) => item.group === group)
            .map((item) => (
              <li key={item.key}>
                <button
                  type="button"
                  data-key={item.key}
                  aria-pressed={
                    chosenSlot.value === item.key || (item.key.startsWith('site:') && chosen.value === item.key)
                  }
                  tabIndex={item.key === stop ? 0 : -1}
                  title={item.label}
                  style={{
                    left: `${item.x}px`,
                    top: `${item.y}px`,
                    width: `${item.width}px`,
                    height: `${item.height}px`,
                  }}
                  onClick={() => {
                    setCurrent(item.key);
                    choose(item.subject, item.key);
                  }}
                  onDblClick={() => focusOn(item.subject)}
                  onContextMenu={(event) => {
                    event.preventDefault();
                    choose(item.subject, item.key);
                    showLive();
                  }}
                  onPointerEnter={() => {
                    pointed.value = item.key;
                  }}
                  onFocus={() => {
                    pointed.value = item.key;
                  }}
                  onBlur={() => {
                    pointed.value = null;
                  }}
                >
                  {item.label}
                </button>
                {item.key.startsWith('site:') && (
                  <button
                    type="button"
                    class="power-switch"
                    tabIndex={-1}
                    aria-label={t('live.switch', { name: nameOf(item.group) })}
                    title={`${t('live.switch', { name: nameOf(item.group) })} (X)`}
                    style={{ left: `${item.width - SWITCH_WIDTH}px`, top: `${item.y}px` }}
                    onClick={() => {
                      choose(item.subject, item.key);
                      void inject(VERBS[0], item.group);
                    }}
                  >
                    <Icon name="power" />
                  </button>
                )}
              </li>
            ))}
        </ul>
      ))}
    </fieldset>
  );
}

function itemsOf(reading: Reading, geometry: LaneGeometry, slots: readonly StageSlot[], now: number): Item[] {
  const sites = new Map(reading.scenario.sites.map((site) => [site.id, site]));
  const items: Item[] = slots
    .filter((slot) => slot.kind === 'journey')
    .map((slot) => ({
      ...box(slot),
      key: slot.key,
      subject: slot.key,
      group: 'journeys',
      label: slotLabel(reading, slot, now),
    }));
  for (const band of geometry.bands) {
    const site = sites.get(band.site);
    if (site === undefined) continue;
    const status = siteWords(reading, site, now, language.value).join(', ') || t('stage.siteWell');
    const name = textIn(site.name, language.value, site.id);
    items.push({
      key: `site:${site.id}`,
      subject: `site:${site.id}`,
      group: site.id,
      label: t('stage.siteItem', { name, status }),
      x: 0,
      y: band.y,
      width: geometry.width,
      height: TITLE_HEIGHT,
    });
    for (const slot of slots) {
      if (slot.site !== site.id) continue;
      const label = slotLabel(reading, slot, now);
      items.push({ ...box(slot), key: slot.key, subject: `service:${slot.id}`, group: site.id, label });
    }
  }
  return items;
}

function box({ x, y, width, height }: StageSlot): Box {
  return { x, y, width, height };
}
