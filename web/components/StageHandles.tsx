/**
 * What can be changed where it is drawn, of the chosen service while the layout is changed: a press on the middle of a line makes
 * a need optional or required again, a knob on the ring changes the servers, by dragging or by arrow keys. The inspector has
 * the same as fields.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import {
  DEPENDENCY_WORDS,
  discOffset,
  discRadius,
  formatCount,
  type NeedEdge,
  needEdges,
  type StageSlot,
  textIn,
} from '../library.js';
import { designing, edit } from '../state/designing.js';
import { language } from '../state/preferences.js';
import { chosenSlot } from '../state/selection.js';
import { session } from '../state/session.js';
import { stageGeometry, stageSlots } from '../state/stage-geometry.js';

/** More lines than this are a thicket: the inspector lists them. */
const MOST_LINES = 24;
/** Middles that lie closer are put below each other. */
const LEAST_APART = 22;
/** So far outwards doubles the servers. */
const PIXELS_TO_DOUBLE = 60;
/** After the last key of several. */
const QUIET_MILLISECONDS = 300;
const STEPS: Readonly<Record<string, (servers: number) => number>> = {
  ArrowUp: (servers) => servers + 1,
  ArrowRight: (servers) => servers + 1,
  ArrowDown: (servers) => servers - 1,
  ArrowLeft: (servers) => servers - 1,
  PageUp: (servers) => servers + Math.ceil(servers / 10),
  PageDown: (servers) => servers - Math.ceil(servers / 10),
};

export function StageHandles() {
  const { scenario } = session.value ?? {};
  const geometry = stageGeometry.value;
  if (!designing.value || scenario === undefined || geometry === null || geometry.detail === 'waffle') return null;
  const slot = stageSlots.value.find(({ key }) => key === chosenSlot.value);
  if (slot === undefined) return null;
  const { deployment } = slot;
  return (
    <fieldset class="stage-handles" aria-label={t('design.handles', { name: nameOf(slot.id) })}>
      {needsOf(slot).map(({ edge, x, y }) => (
        <NeedHandle key={`${edge.of} ${edge.need.service}`} edge={edge} x={x} y={y} />
      ))}
      {deployment !== null && (
        <ServersHandle key={`${slot.key} ${deployment.servers}`} slot={slot} servers={deployment.servers} />
      )}
    </fieldset>
  );
}

interface PlacedEdge {
  readonly edge: NeedEdge;
  readonly x: number;
  readonly y: number;
}

/** One for each need that is a call, however many lines it has. */
function needsOf(slot: StageSlot): readonly PlacedEdge[] {
  const { scenario } = session.value ?? {};
  if (scenario === undefined) return [];
  const calls = needEdges(scenario, stageSlots.value, slot).filter(
    ({ need }) => need.kind !== 'startup' && need.kind !== 'operate',
  );
  const first = calls.filter(
    (edge, i) => calls.findIndex((each) => each.of === edge.of && each.need === edge.need) === i,
  );
  if (first.length > MOST_LINES) return [];
  const placed: PlacedEdge[] = [];
  for (const edge of first) {
    const [x, middle] = edge.middle;
    let y = middle;
    while (placed.some((each) => Math.hypot(each.x - x, each.y - y) < LEAST_APART)) y += LEAST_APART;
    placed.push({ edge, x, y });
  }
  return placed;
}

function NeedHandle({ edge: { of, need }, x, y }: PlacedEdge) {
  const lang = language.value;
  const as = need.kind === 'required' ? 'optional' : 'required';
  const label = t('design.needHandle', {
    of: nameOf(of),
    name: nameOf(need.service),
    kind: DEPENDENCY_WORDS[need.kind][lang],
    next: DEPENDENCY_WORDS[as][lang],
  });
  return (
    <button
      type="button"
      class={`need-handle ${need.kind}`}
      style={{ left: `${x}px`, top: `${y}px` }}
      aria-label={label}
      title={label}
      onClick={() => void edit({ kind: 'need', of, service: need.service, as })}
    >
      <span aria-hidden="true">{need.kind === 'required' ? '━' : need.kind === 'optional' ? '┅' : '⋯'}</span>
    </button>
  );
}

function ServersHandle({ slot, servers }: { readonly slot: StageSlot; readonly servers: number }) {
  const [wanted, setWanted] = useState(servers);
  const start = useRef<number | null>(null);
  const quiet = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(quiet.current), []);
  const site = slot.site ?? '';
  const x = slot.x + discOffset(slot) + discRadius(slot) + 3;
  const y = slot.y + slot.height / 2;
  const count = formatCount(wanted, language.value);

  function want(next: number): number {
    const whole = Math.max(1, Math.round(next));
    setWanted(whole);
    return whole;
  }

  function make(next: number): void {
    clearTimeout(quiet.current);
    if (next !== servers) void edit({ kind: 'servers', service: slot.id, site, servers: next });
  }

  return (
    <div
      class="servers-handle"
      role="slider"
      tabIndex={0}
      style={{ left: `${x}px`, top: `${y}px` }}
      aria-label={t('design.serversHandle', { name: nameOf(slot.id), site: siteName(site) })}
      aria-valuemin={1}
      aria-valuenow={wanted}
      aria-valuetext={t('design.serversNow', { count })}
      title={t('design.serversHint')}
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        const next = want(step(wanted));
        clearTimeout(quiet.current);
        quiet.current = setTimeout(() => make(next), QUIET_MILLISECONDS);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = event.clientX;
      }}
      onPointerMove={(event) => {
        if (start.current !== null) want(servers * 2 ** ((event.clientX - start.current) / PIXELS_TO_DOUBLE));
      }}
      onPointerUp={() => {
        if (start.current !== null) make(wanted);
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
        setWanted(servers);
      }}
    >
      {wanted !== servers && (
        <output>{t('design.serversChange', { from: formatCount(servers, language.value), to: count })}</output>
      )}
    </div>
  );
}

function nameOf(id: string): string {
  const { services = [], journeys = [] } = session.value?.scenario ?? {};
  return textIn([...services, ...journeys].find((each) => each.id === id)?.name, language.value, id);
}

function siteName(site: string): string {
  return textIn(session.value?.scenario.sites.find(({ id }) => id === site)?.name, language.value, site);
}
