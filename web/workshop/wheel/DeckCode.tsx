/** The hidden deck: its code is fixed before the night and hidden; what is shown of it proves afterwards that it was not changed. */
import { t } from '../../i18n/translate.js';
import { commitmentOf } from '../../library.js';
import { todaysCode } from '../state/challenge.js';
import { lesson } from '../state/current.js';
import { mine } from '../state/player.js';
import { night } from '../state/wheel.js';
import { change } from '../state/work.js';

/** A shorter one can be found by trying. */
const SHORTEST = 8;

export function DeckCode() {
  const { id, wheel } = lesson.value?.lesson ?? {};
  if (id === undefined || wheel?.deck === undefined) return null;
  const { deck } = mine.value;
  const isFixed = night.value.passed > 0 || night.value.finished;
  const set = (code: string): void => change(id, { deck: code });
  return (
    <section class="deck-code" aria-label={t('wheel.deck')}>
      <h4>{t('wheel.deck')}</h4>
      <p class="soft">{t('wheel.deckHow', { count: Object.keys(wheel.deck).length })}</p>
      <label class="sentence">
        {t('wheel.code')}
        <input
          type="password"
          autocomplete="off"
          maxLength={32}
          disabled={isFixed}
          value={deck}
          onInput={({ currentTarget }) => set(currentTarget.value.trim())}
        />
      </label>
      {!isFixed && (
        <p>
          <button type="button" class="plain" onClick={() => set(todaysCode())}>
            {t('game.today')}
          </button>
        </p>
      )}
      {deck !== '' && (
        <p>
          {t('wheel.commitment')} <code class="commitment">{commitmentOf(deck)}</code>
        </p>
      )}
      {deck !== '' && deck.length < SHORTEST && <p class="alarm">{t('game.shortCode')}</p>}
    </section>
  );
}

/** After the night: what it was, for everybody to check. */
export function RevealedCode() {
  const { deck } = mine.value;
  if (deck === '') return null;
  return (
    <p>
      {t('wheel.revealed')} <strong>{deck}</strong>
      <br />
      <small>
        {t('wheel.sameAsBefore')} <code class="commitment">{commitmentOf(deck)}</code>
      </small>
    </p>
  );
}
