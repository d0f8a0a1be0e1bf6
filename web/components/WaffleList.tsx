/**
 * The stage of thousands of squares for pointers, keys and ears: a button for each data centre, and one that stands on the
 * square at hand, which arrows move. A button for each square would be thousands, and smaller than a finger.
 */
import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { type LaneGeometry, type Reading, type StageSlot, siteWords, slotAt, textIn } from '../library.js';
import { slowTime } from '../state/clock.js';
import { language } from '../state/preferences.js';
import { choose, chosen, pointed } from '../state/selection.js';
import { neighbour } from './neighbour.js';
import { slotLabel } from './slot-label.js';

interface Props {
  readonly reading: Reading;
  readonly geometry: LaneGeometry;
  readonly slots: readonly StageSlot[];
  readonly label: string;
}

const TITLE_HEIGHT = 24;

export function WaffleList({ reading, geometry, slots, label }: Props) {
  const [current, setCurrent] = useState<string | null>(null);
  const cursor = useRef<HTMLButtonElement>(null);
  const at = slots.find(({ key }) => key === current) ?? slots[0];
  const now = slowTime.value;

  function under(event: MouseEvent): StageSlot | null {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return slotAt(slots, event.clientX - box.left, event.clientY - box.top);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || at === undefined) return;
    const boxes = slots.map((slot) => ({ ...slot, group: slot.site ?? 'journeys' }));
    const target = neighbour(boxes, at.key, event.key);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    setCurrent(target);
    pointed.value = target;
    cursor.current?.focus();
  }

  return (
    <fieldset
      class="stage-list"
      aria-label={label}
      aria-description={t('stage.keys')}
      onKeyDown={onKeyDown}
      onPointerMove={(event) => {
        pointed.value = under(event)?.key ?? null;
      }}
      onPointerLeave={() => {
        pointed.value = null;
      }}
      onClick={(event) => {
        const slot = under(event);
        if (slot === null || (event.target as HTMLElement).matches('.site-title')) return;
        setCurrent(slot.key);
        choose(slot.kind === 'journey' ? slot.key : `service:${slot.id}`, slot.key);
      }}
    >
      {geometry.bands.map((band) => {
        const site = reading.scenario.sites.find(({ id }) => id === band.site);
        if (site === undefined) return null;
        const status = siteWords(reading, site, now, language.value).join(', ') || t('stage.siteWell');
        const count = slots.filter((slot) => slot.site === site.id).length;
        return (
          <button
            key={site.id}
            type="button"
            class="site-title"
            data-key={`site:${site.id}`}
            aria-pressed={chosen.value === `site:${site.id}`}
            style={{ left: 0, top: `${band.y}px`, width: `${geometry.width}px`, height: `${TITLE_HEIGHT}px` }}
            onClick={() => choose(`site:${site.id}`)}
          >
            {t('stage.siteItem', { name: textIn(site.name, language.value, site.id), status })}{' '}
            {t('focus.count', { count })}
          </button>
        );
      })}
      {at !== undefined && (
        <button
          ref={cursor}
          type="button"
          class="waffle-cursor"
          data-key={at.key}
          style={{
            left: `${at.x + at.width / 2 - 12}px`,
            top: `${at.y + at.height / 2 - 12}px`,
            width: '24px',
            height: '24px',
          }}
          onFocus={() => {
            pointed.value = at.key;
          }}
          onBlur={() => {
            pointed.value = null;
          }}
          onClick={(event) => {
            // By key it has no place: a pointer's is the square under it.
            if (event.detail > 0) return;
            event.stopPropagation();
            choose(at.kind === 'journey' ? at.key : `service:${at.id}`, at.key);
          }}
        >
          {slotLabel(reading, at, now)}
        </button>
      )}
    </fieldset>
  );
}
