/** Who predicts, and the lock; then its code. */
import { t } from '../i18n/translate.js';
import { locked, mine } from './state/player.js';
import { work } from './state/work.js';

interface WhoProps {
  readonly may: boolean;
  /** What is missing, while something is. */
  readonly missing: string;
  readonly lock: () => void;
  /** What the button says. */
  readonly label: string;
}

export function Who({ may, missing, lock, label }: WhoProps) {
  if (locked.value) {
    return (
      <p class="lock-code" role="status">
        {t('learn.locked')} <strong>{mine.value.lock}</strong> <small>{t('learn.writeDown')}</small>
      </p>
    );
  }
  const { nick, workshop } = work.value;
  return (
    <div class="who">
      <label>
        {t('learn.nick')}{' '}
        <input
          type="text"
          maxLength={20}
          value={nick}
          onInput={({ currentTarget }) => {
            work.value = { ...work.value, nick: currentTarget.value };
          }}
        />
      </label>
      <label>
        {t('learn.group')}{' '}
        <input
          type="text"
          maxLength={12}
          value={workshop}
          placeholder={t('learn.groupHint')}
          onInput={({ currentTarget }) => {
            work.value = { ...work.value, workshop: currentTarget.value.trim() };
          }}
        />
      </label>
      <button type="button" class="main-action" disabled={!may} onClick={lock}>
        {label}
      </button>
      <p class="soft" role="status">
        {may ? '' : missing}
      </p>
    </div>
  );
}
