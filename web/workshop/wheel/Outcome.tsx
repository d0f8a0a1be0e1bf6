/** The way of the group against those of nobody who thought, its two aims, and the ghosts of what it did not decide. */
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/translate.js';
import { formatCount, formatDuration, updatesOf, type WheelOutcome } from '../../library.js';
import { language } from '../../state/preferences.js';
import { lesson } from '../state/current.js';
import { ghostsOf, letterOf, night, showGhosts } from '../state/wheel.js';
import { outcome, working } from '../state/wheel-outcome.js';

const hours = (value: number): string => formatCount(Math.round(value), language.value);

export function Outcome() {
  const found = outcome.value;
  return (
    <>
      {found === null && (
        <p class="loading">
          {t('collect.running', { done: working.value?.done ?? 0, of: working.value?.of ?? '…' })}{' '}
          <progress
            value={working.value?.done ?? 0}
            max={Math.max(1, working.value?.of ?? 1)}
            aria-label={t('app.progress')}
          />
        </p>
      )}
      {found !== null && <Place found={found} />}
      <Aims found={found} />
      <Untaken found={found} />
    </>
  );
}

function Place({ found: { own, place, ranked, median } }: { readonly found: WheelOutcome }) {
  const rows = [
    ['best', ranked[0]?.userHoursLost ?? 0],
    ['median', median],
    ['worst', ranked.at(-1)?.userHoursLost ?? 0],
  ] as const;
  return (
    <section class="place" role="status" aria-label={t('wheel.place')}>
      <p class="place-number">{t('wheel.placeOf', { place, of: ranked.length })}</p>
      <table class="score">
        <tbody>
          <tr class="best">
            <th scope="row">{t('wheel.yours')}</th>
            <td class="number">{t('wheel.lost', { hours: hours(own.userHoursLost) })}</td>
          </tr>
          {rows.map(([name, lost]) => (
            <tr key={name}>
              <th scope="row">{t(`wheel.${name}`)}</th>
              <td class="number">{t('wheel.lost', { hours: hours(lost) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the lesson asks for: both updates whole, and less lost than the median. */
function Aims({ found }: { readonly found: WheelOutcome | null }) {
  if (lesson.value === null) return null;
  const { lesson: each } = lesson.value;
  const lines = each.wheel?.checklist.length ?? 0;
  return (
    <section aria-label={t('learn.aims')}>
      <h4>{t('learn.aims')}</h4>
      <ul class="wheel-aims">
        <Aim met={found === null ? null : found.belowMedian} text={t('wheel.aimMedian')} />
        {updatesOf(each).map((after, i) => {
          const update = night.value.updates[i];
          const has = update?.has.length ?? 0;
          const isWritten = (update?.text.trim() ?? '') !== '';
          const time = formatDuration(after, language.value);
          return (
            <Aim
              key={after}
              met={isWritten && has === lines}
              text={isWritten ? t('wheel.aimUpdate', { time, has, of: lines }) : t('wheel.aimNoUpdate', { time })}
            />
          );
        })}
      </ul>
    </section>
  );
}

function Aim({ met, text }: { readonly met: boolean | null; readonly text: string }) {
  return (
    <li>
      <span
        class={met === false ? 'alarm' : ''}
        role="img"
        aria-label={met === null ? '…' : t(met ? 'verdict.met' : 'verdict.failed')}
      >
        {met === null ? '…' : met ? '✓' : '✗'}
      </span>{' '}
      {text}
    </li>
  );
}

/** What was not decided, stop by stop: as numbers here, as dashed lines over the people affected. */
function Untaken({ found }: { readonly found: WheelOutcome | null }) {
  const stops = lesson.value?.lesson.wheel?.stops ?? [];
  useEffect(() => {
    void showGhosts(ghostsOf.value ?? stops.length - 1);
    return () => void showGhosts(null);
  }, []);
  const lang = language.value;
  return (
    <section aria-label={t('wheel.untaken')}>
      <h4>{t('wheel.untaken')}</h4>
      <p class="soft">{t('wheel.untakenHow')}</p>
      <ol class="untaken">
        {stops.map(({ at, choices }, stop) => (
          <li key={at}>
            <label>
              <input
                type="radio"
                name="ghosts"
                checked={ghostsOf.value === stop}
                onChange={() => void showGhosts(stop)}
              />{' '}
              {t('wheel.pause.stop', { number: stop + 1 })}
            </label>
            <ul>
              {Object.entries(choices).map(([id, { name }], i) => (
                <li key={id}>
                  <strong>{letterOf(i)}</strong> {name[lang]} <small>{difference(found, stop, id)}</small>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function difference(found: WheelOutcome | null, stop: number, choice: string): string {
  if (night.value.choices[stop] === choice) return t('wheel.taken');
  const more = found?.untaken.find((each) => each.stop === stop && each.choice === choice)?.more;
  if (more === undefined) return '…';
  return t(more < 0 ? 'wheel.wouldSave' : 'wheel.wouldCost', { hours: hours(Math.abs(more)) });
}
