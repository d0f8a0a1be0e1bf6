/** What was decided and turned so far, with its time and why: the recorder's sheet. */
import { t } from '../../i18n/translate.js';
import { momentText } from '../../library.js';
import { language } from '../../state/preferences.js';
import { session } from '../../state/session.js';
import { lesson } from '../state/current.js';
import { letterOf, night, takeBackDecision } from '../state/wheel.js';

export function NightLog() {
  const { stops = [], deck = {} } = lesson.value?.lesson.wheel ?? {};
  const { choices, reasons, turns, finished } = night.value;
  if (session.value === null || choices.length + turns.length === 0) return null;
  const { reading } = session.value;
  const lang = language.value;
  return (
    <section class="night-log" aria-label={t('wheel.log')}>
      <h4>{t('wheel.log')}</h4>
      <ol>
        {stops.slice(0, choices.length + 1).map(({ at, choices: offered }, stop) => {
          const made = choices[stop];
          const card = turns.find((each) => each.stop === stop)?.card;
          if (made === undefined && card === undefined) return null;
          return (
            <li key={at}>
              <span class="soft">{momentText(reading, at * 1e6, lang)}</span>
              {card !== undefined && <p>▼ {deck[card]?.title[lang] ?? card}</p>}
              {made !== undefined && (
                <p>
                  ★ <strong>{letterOf(Object.keys(offered).indexOf(made))}</strong> {offered[made]?.name[lang] ?? made}
                  {reasons[stop] !== '' && <small> {t('wheel.because', { reason: reasons[stop] })}</small>}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      {choices.length > 0 && !finished && (
        <button type="button" class="plain" onClick={takeBackDecision}>
          {t('wheel.takeBack')}
        </button>
      )}
    </section>
  );
}
