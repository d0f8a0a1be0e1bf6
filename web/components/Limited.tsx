/** A long list in part, with a button for the rest. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';

interface Props {
  readonly items: readonly ComponentChildren[];
  readonly most: number;
  /** So many of the last ones are always shown. */
  readonly last?: number;
}

export function Limited({ items, most, last = 0 }: Props) {
  const [all, setAll] = useState(false);
  // One hidden line would be as long as the button that shows it.
  if (all || items.length <= most + 1) return <>{items}</>;
  return (
    <>
      {items.slice(0, most - last)}
      <li>
        <button type="button" class="more" onClick={() => setAll(true)}>
          {t('list.more', { count: items.length - most })}
        </button>
      </li>
      {last > 0 && items.slice(-last)}
    </>
  );
}
