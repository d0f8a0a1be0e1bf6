/** A service while its layout is changed: where it stands, in which role, with how many servers; what it can do without. */
import { t } from '../i18n/translate.js';
import {
  type CallKind,
  DEPENDENCY_WORDS,
  type Deployment,
  type Journey,
  ROLE_WORDS,
  type Service,
  textIn,
} from '../library.js';
import { edit, placing } from '../state/designing.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';

const ROLES = ['active', 'hot-standby', 'warm-standby', 'cold-standby'] as const;
const CALLS: readonly CallKind[] = ['required', 'optional', 'async'];

export function DesignService({ service }: { readonly service: Service }) {
  return (
    <>
      <h3>{t('inspector.deployments')}</h3>
      <ul class="design-deployments">
        {service.deployments.map((deployment) => (
          <Row key={`${service.id} ${deployment.site}`} service={service} deployment={deployment} />
        ))}
      </ul>
    </>
  );
}

function Row({ service, deployment }: { readonly service: Service; readonly deployment: Deployment }) {
  const { site, role, servers } = deployment;
  const name = siteName(site);
  const at = { service: service.id, site };
  return (
    <li>
      <strong>{name}</strong>
      <button
        type="button"
        class="plain"
        aria-label={t('design.placeFrom', { site: name })}
        onClick={() => {
          placing.value = { service: service.id, from: site };
        }}
      >
        {t('design.place')}
      </button>
      <select
        value={role}
        aria-label={t('design.roleOf', { site: name })}
        onChange={({ currentTarget }) => {
          const next = ROLES.find((each) => each === currentTarget.value);
          if (next !== undefined) void edit({ kind: 'role', ...at, role: next });
        }}
      >
        {ROLES.map((each) => (
          <option key={each} value={each}>
            {ROLE_WORDS[each][language.value]}
          </option>
        ))}
      </select>
      <label>
        <input
          type="number"
          min={1}
          step={1}
          value={servers}
          aria-label={t('design.serversOf', { site: name })}
          onChange={({ currentTarget }) => {
            const next = Math.round(currentTarget.valueAsNumber);
            if (next >= 1 && next !== servers) void edit({ kind: 'servers', ...at, servers: next });
            else currentTarget.value = String(servers);
          }}
        />{' '}
        {t('inspector.servers')}
      </label>
    </li>
  );
}

/** How it calls what it calls: only a call can be done without. */
export function DesignNeeds({ subject }: { readonly subject: Service | Journey }) {
  const calls = subject.needs.filter(({ kind }) => CALLS.some((each) => each === kind));
  if (calls.length === 0) return null;
  const lang = language.value;
  return (
    <>
      <h3>{t('inspector.needs')}</h3>
      <ul class="design-needs">
        {calls.map(({ service: id, kind }) => {
          const name = textIn(session.value?.scenario.services.find((each) => each.id === id)?.name, lang, id);
          return (
            <li key={id}>
              <label>
                <span>{name}</span>
                <select
                  value={kind}
                  onChange={({ currentTarget }) => {
                    const as = CALLS.find((each) => each === currentTarget.value);
                    if (as !== undefined) void edit({ kind: 'need', of: subject.id, service: id, as });
                  }}
                >
                  {CALLS.map((each) => (
                    <option key={each} value={each}>
                      {DEPENDENCY_WORDS[each][lang]}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function siteName(site: string): string {
  return textIn(session.value?.scenario.sites.find(({ id }) => id === site)?.name, language.value, site);
}
