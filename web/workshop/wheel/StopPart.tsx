/** A decision: everybody writes what comes next, the facilitator may turn a card, on call decides and says why. */
import { useState } from 'preact/hooks';
import { t } from '../../i18n/translate.js';
import { language } from '../../state/preferences.js';
import { Countdown } from '../Countdown.js';
import { lesson } from '../state/current.js';
import { mine } from '../state/player.js';
import { changeNight, decide, letterOf, nextCard, night, turnCard } from '../state/wheel.js';
import { type Said, saidKey } from '../state/wheel-work.js';

/** For a decision, as the lesson says. */
const SECONDS = 120;

export function StopPart({ stop }: { readonly stop: number }) {
  const [choice, setChoice] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const asked = lesson.value?.lesson.wheel?.stops[stop];
  if (asked === undefined) return null;
  const lang = language.value;
  const [first] = Object.keys(asked.choices);
  return (
    <>
      <p>{asked.ask[lang]}</p>
      <Countdown
        seconds={SECONDS}
        starts
        over={t('wheel.timeUp', { choice: asked.choices[first]?.name[lang] ?? '' })}
      />
      <WhatComes stop={stop} />
      <Deck stop={stop} />
      <fieldset class="question">
        <legend>{t('wheel.decision')}</legend>
        {Object.entries(asked.choices).map(([id, { name }], i) => (
          <label key={id} class="decision">
            <input type="radio" name={`stop-${stop}`} checked={choice === id} onChange={() => setChoice(id)} />
            <span>
              <strong>{letterOf(i)}</strong> {name[lang]}
            </span>
          </label>
        ))}
        <label class="sentence">
          {t('wheel.why')}
          <input
            type="text"
            maxLength={200}
            value={reason}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
        <button type="button" class="main-action" onClick={() => decide(choice ?? first, reason.trim())}>
          {t(choice === null ? 'wheel.undecided' : 'wheel.decide')}
        </button>
      </fieldset>
    </>
  );
}

/** What each role says of the next half hour, before anybody decides. */
function WhatComes({ stop }: { readonly stop: number }) {
  const lang = language.value;
  const roles = Object.entries(lesson.value?.lesson.wheel?.roles ?? {}).filter(
    ([, { predicts }]) => predicts !== false,
  );
  return (
    <fieldset class="question what-comes">
      <legend>{t('wheel.halfHour')}</legend>
      {roles.map(([id, { name }]) => {
        const key = saidKey(stop, id);
        const said = night.value.said[key] ?? { words: '', people: null };
        const set = (part: Partial<Said>): void =>
          changeNight({ said: { ...night.value.said, [key]: { ...said, ...part } } });
        return (
          <div key={id}>
            <span>{name[lang]}</span>
            <input
              type="text"
              maxLength={200}
              placeholder={t('wheel.inWords')}
              aria-label={`${name[lang]}: ${t('wheel.inWords')}`}
              value={said.words}
              onInput={({ currentTarget }) => set({ words: currentTarget.value })}
            />
            <input
              type="number"
              min={0}
              step={1000}
              placeholder={t('wheel.people')}
              aria-label={`${name[lang]}: ${t('wheel.peopleAfter')}`}
              title={t('wheel.peopleAfter')}
              value={said.people ?? ''}
              onInput={({ currentTarget }) => {
                const people = currentTarget.valueAsNumber;
                set({ people: Number.isFinite(people) && people >= 0 ? people : null });
              }}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

function Deck({ stop }: { readonly stop: number }) {
  const cards = lesson.value?.lesson.wheel?.deck;
  if (cards === undefined) return null;
  const lang = language.value;
  const turned = night.value.turns.find((each) => each.stop === stop);
  const card = turned === undefined ? undefined : cards[turned.card];
  return (
    <section class="deck" aria-label={t('wheel.deck')}>
      {card !== undefined && (
        <p role="status">
          <strong>{card.title[lang]}</strong>: {card.text[lang]}
        </p>
      )}
      {card === undefined && (
        <p>
          <button type="button" class="plain" disabled={nextCard.value === null} onClick={turnCard}>
            {t('wheel.turn')}
          </button>{' '}
          <small>{t(mine.value.deck === '' ? 'wheel.noDeck' : 'wheel.turnHow')}</small>
        </p>
      )}
    </section>
  );
}
