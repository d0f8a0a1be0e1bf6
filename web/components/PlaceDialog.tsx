/**
 * Where a service shall stand, for whoever does not drag: every data centre with the room that it has, one key each to
 * move there or to stand there as well (WCAG 2.5.7).
 */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { type Edit, formatCount, siteRooms, textIn } from '../library.js';
import { edit, placing } from '../state/designing.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { Dialog } from './Dialog.js';

const isOpen = signal(false);

export function PlaceDialog() {
  const wanted = placing.value;
  useEffect(() => {
    isOpen.value = wanted !== null;
  }, [wanted]);
  useEffect(
    () =>
      isOpen.subscribe((open) => {
        if (!open) placing.value = null;
      }),
    [],
  );
  const { scenario } = session.value ?? {};
  const service = scenario?.services.find(({ id }) => id === wanted?.service);
  const name = textIn(service?.name, language.value, wanted?.service ?? '');
  return (
    <Dialog isOpen={isOpen} title={t('design.placeTitle', { name })} class="help place">
      {wanted !== null && service !== undefined && <Sites key={`${wanted.service}@${wanted.from}`} />}
    </Dialog>
  );
}

function Sites() {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // Once the window is open, which takes the focus to its first button.
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, []);
  const { scenario } = session.value ?? {};
  const wanted = placing.value;
  const service = scenario?.services.find(({ id }) => id === wanted?.service);
  if (scenario === undefined || wanted === null || service === undefined) return null;
  const lang = language.value;
  const nameOf = (id: string): string => textIn(scenario.sites.find((site) => site.id === id)?.name, lang, id);
  const { from } = wanted;
  const make = (next: Edit): void => {
    isOpen.value = false;
    void edit(next);
  };
  return (
    <>
      <p>{t('design.placeFromTo', { site: nameOf(from) })}</p>
      <ul ref={list} onKeyDown={onArrows}>
        {siteRooms(scenario).map(({ site, free, servers }) => {
          const stands = service.deployments.some((each) => each.site === site);
          const room = t('design.room', { free: formatCount(free, lang), servers: formatCount(servers, lang) });
          return (
            <li key={site}>
              <span>
                <strong>{nameOf(site)}</strong> <small>{stands ? `${room}, ${t('design.standsHere')}` : room}</small>
              </span>
              <button
                type="button"
                class="plain"
                disabled={site === from}
                aria-label={t('design.moveTo', { site: nameOf(site) })}
                onClick={() => make({ kind: 'move', service: service.id, from, to: site })}
              >
                {t('design.move')}
              </button>
              <button
                type="button"
                class="plain"
                disabled={stands}
                aria-label={t('design.addIn', { site: nameOf(site) })}
                onClick={() => make({ kind: 'add', service: service.id, site })}
              >
                {t('design.add')}
              </button>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        class="plain"
        disabled={service.deployments.length < 2}
        onClick={() => make({ kind: 'remove', service: service.id, site: from })}
      >
        {t('design.remove', { site: nameOf(from) })}
      </button>
    </>
  );
}

/** Up and down go from button to button of all rows. */
function onArrows(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  event.stopPropagation();
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
