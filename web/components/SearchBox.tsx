/** Finds a service, a journey or a data centre by its name or id. */
import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { type Text, textIn } from '../library.js';
import { language } from '../state/preferences.js';
import { choose } from '../state/selection.js';
import { session } from '../state/session.js';
import { Icon } from './Icon.js';

const MOST = 12;

export function SearchBox() {
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const found = query.trim() === '' ? [] : matches(query);

  function take(key: string | undefined): void {
    if (key === undefined) return;
    choose(key);
    close();
  }
  function close(): void {
    setQuery('');
    field.current?.blur();
  }

  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={field}
        id="search"
        type="search"
        value={query}
        aria-label={t('search.label')}
        placeholder={`${t('search.label')}  /`}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found.length > 0) {
            take(found[0].key);
            // Where it is told, by keys as by eyes; Tab goes on from there.
            document.getElementById('inspector')?.focus({ preventScroll: true });
          }
          if (event.key === 'Escape') close();
        }}
      />
      {query.trim() !== '' && (
        <div class="search-results">
          <p class="soft" role="status">
            {foundText(found.length)}
          </p>
          <ul>
            {found.slice(0, MOST).map(({ key, name, id }) => (
              <li key={key}>
                <button type="button" onClick={() => take(key)}>
                  {name} <small>{id}</small>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </search>
  );
}

/** What is found and not listed is counted: nothing is hidden in silence. */
function foundText(count: number): string {
  if (count === 0) return t('search.none');
  return count > MOST ? t('search.foundHidden', { count, hidden: count - MOST }) : t('search.found', { count });
}

function matches(query: string): { key: string; name: string; id: string }[] {
  const { scenario } = session.value ?? {};
  if (scenario === undefined) return [];
  const wanted = query.trim().toLowerCase();
  const all = (kind: string, items: readonly { readonly id: string; readonly name: Text }[]) =>
    items
      .filter(({ id, name }) => [id, name.en, name.ko].some((text) => text?.toLowerCase().includes(wanted)))
      .map(({ id, name }) => ({ key: `${kind}:${id}`, name: textIn(name, language.value, id), id }));
  return [...all('service', scenario.services), ...all('journey', scenario.journeys), ...all('site', scenario.sites)];
}
