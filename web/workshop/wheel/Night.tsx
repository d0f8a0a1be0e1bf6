/** The night itself: the clock runs to the next event and waits; what is read, written or decided there. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/translate.js';
import { momentText, type WheelPause } from '../../library.js';
import { playing, togglePlay } from '../../state/clock.js';
import { language } from '../../state/preferences.js';
import { session } from '../../state/session.js';
import { lesson } from '../state/current.js';
import { goOn, night, pause } from '../state/wheel.js';
import { NightLog } from './NightLog.js';
import { RoleView } from './Roles.js';
import { StopPart } from './StopPart.js';
import { UpdatePart } from './UpdatePart.js';

export function Night() {
  const now = pause.value;
  return (
    <>
      <RoleView />
      {night.value.finished ? (
        <p role="status">{t('wheel.over')}</p>
      ) : now === null ? (
        <p>
          <button type="button" class="main-action" onClick={togglePlay}>
            {t(playing.value ? 'timeline.pause' : 'timeline.play')}
          </button>{' '}
          <small>{t('wheel.runs')}</small>
        </p>
      ) : (
        <Paused key={`${now.kind} ${now.atSeconds}`} pause={now} />
      )}
      <NightLog />
    </>
  );
}

function Paused({ pause: now }: { readonly pause: WheelPause }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever has no pointer is taken to what there is to do.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.pause')?.scrollIntoView({ block: 'start' });
  }, []);
  if (session.value === null) return null;
  const moment = momentText(session.value.reading, now.atSeconds * 1e6, language.value);
  return (
    <section class="pause" aria-label={t('wheel.pause')}>
      <h4 ref={heading} tabIndex={-1}>
        {moment} · {t(`wheel.pause.${now.kind}`, numberOf(now))}
      </h4>
      {partOf(now)}
    </section>
  );
}

function numberOf(now: WheelPause): { readonly number: number } {
  if (now.kind === 'stop') return { number: now.stop + 1 };
  return { number: now.kind === 'update' ? now.update + 1 : 0 };
}

function partOf(now: WheelPause): ComponentChildren {
  switch (now.kind) {
    case 'marker':
      return <Event marker={now.marker} />;
    case 'update':
      return <UpdatePart update={now.update} />;
    case 'stop':
      return <StopPart stop={now.stop} />;
    case 'end':
      return null;
  }
}

/** Something has happened; what is said of it is the facilitator's, folded away. */
function Event({ marker }: { readonly marker: number }) {
  const event = lesson.value?.lesson.watch.markers[marker];
  if (event === undefined) return null;
  return (
    <>
      <p>
        <strong>{event.title[language.value]}</strong>
      </p>
      <details>
        <summary>{t('wheel.toSay')}</summary>
        <p>{event.say[language.value]}</p>
      </details>
      <p>
        <button type="button" class="main-action" onClick={goOn}>
          {t('wheel.goOn')}
        </button>
      </p>
    </>
  );
}
