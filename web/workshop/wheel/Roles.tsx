/** Who is who: the cards of the roles, and a control that shows the screen as one of them sees it. */
import { useState } from 'preact/hooks';
import { t } from '../../i18n/translate.js';
import { language } from '../../state/preferences.js';
import { sight } from '../../state/sight.js';
import { lesson } from '../state/current.js';

const rolesOf = () => Object.entries(lesson.value?.lesson.wheel?.roles ?? {});

export function RoleCards() {
  const lang = language.value;
  return (
    <ul class="cards" aria-label={t('wheel.roles')}>
      {rolesOf().map(([id, { name, card, sees }]) => (
        <li key={id}>
          <strong>{name[lang]}</strong> <small>{t(`wheel.sees.${sees}`)}</small>
          <p>{card[lang]}</p>
        </li>
      ))}
    </ul>
  );
}

export function RoleView() {
  const [role, setRole] = useState('');
  const roles = rolesOf();
  const lang = language.value;
  const chosen = roles.find(([id]) => id === role)?.[1];
  return (
    <div class="role-view">
      <label>
        {t('wheel.lookAs')}{' '}
        <select
          value={role}
          onChange={({ currentTarget: { value } }) => {
            setRole(value);
            sight.value = roles.find(([id]) => id === value)?.[1].sees ?? 'all';
          }}
        >
          <option value="">{t('wheel.everybody')}</option>
          {roles.map(([id, { name }]) => (
            <option key={id} value={id}>
              {name[lang]}
            </option>
          ))}
        </select>
      </label>
      {chosen !== undefined && (
        <p>
          {chosen.card[lang]} <small>{t(`wheel.sees.${chosen.sees}`)}</small>
        </p>
      )}
    </div>
  );
}
