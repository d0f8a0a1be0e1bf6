/** That something else fails than the file says, what, and the ways back. */
import { t } from '../i18n/translate.js';
import { asTheFileHasIt, failing, nameOfFailure } from '../state/failing.js';
import { view } from '../state/view.js';
import type { Open } from './Header.js';

export function FailureBar({ open }: { readonly open: Open }) {
  const now = failing.value;
  if (now.length === 0) return null;
  return (
    <section class="live-bar" aria-label={t('failing.label')}>
      <strong>{t('failing.instead', { name: nameOfFailure(now) })}</strong>
      <span class="live-steps">
        {view.value !== 'matrix' && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              view.value = 'matrix';
            }}
          >
            {t('failing.toMatrix')}
          </button>
        )}
        <button type="button" class="plain" onClick={() => asTheFileHasIt(open)}>
          {t('live.undoAll')}
        </button>
      </span>
    </section>
  );
}
