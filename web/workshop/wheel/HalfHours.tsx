/** What each role said at each stop about the next half hour, beside what came. */
import { t } from '../../i18n/translate.js';
import { compareHalfHour, momentText } from '../../library.js';
import { language } from '../../state/preferences.js';
import { session } from '../../state/session.js';
import { lesson } from '../state/current.js';
import { night } from '../state/wheel.js';
import { saidKey } from '../state/wheel-work.js';

export function HalfHours() {
  const { stops = [], roles = {} } = lesson.value?.lesson.wheel ?? {};
  if (session.value === null) return null;
  const { reading, impact } = session.value;
  const lang = language.value;
  const rows = stops.flatMap(({ at }, stop) =>
    Object.entries(roles).flatMap(([id, { name }]) => {
      const said = night.value.said[saidKey(stop, id)];
      if (said === undefined || (said.words.trim() === '' && said.people === null)) return [];
      const compared = compareHalfHour(said.people, impact.affected.all, at);
      return [{ key: saidKey(stop, id), at, name: name[lang], words: said.words, compared }];
    }),
  );
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('wheel.saidAndCame')}>
      <h4>{t('wheel.saidAndCame')}</h4>
      <ul class="came-true">
        {rows.map(({ key, at, name, words, compared }) => (
          <li key={key} class={compared?.right === false ? 'wrong' : 'right'}>
            <span class="soft">{momentText(reading, at * 1e6, lang)}</span> <strong>{name}</strong>
            {words.trim() !== '' && <p>“{words}”</p>}
            {compared !== null && (
              <p>
                <span class="verdict" aria-hidden="true">
                  {compared.right ? '✓' : '✗'}
                </span>{' '}
                {compared.text[lang]}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
