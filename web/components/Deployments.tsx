/** Where a service runs: a row a site, with role, servers and load of now. */
import { t } from '../i18n/translate.js';
import { formatCount, formatShare, ROLE_WORDS, type Service, STATE_WORDS, statusAt, textIn } from '../library.js';
import { calmTime } from '../state/clock.js';
import { language } from '../state/preferences.js';
import { choose } from '../state/selection.js';
import { session } from '../state/session.js';
import { StateSign } from './StateSign.js';

export function Deployments({ service }: { readonly service: Service }) {
  if (session.value === null) return null;
  const { scenario, reading } = session.value;
  const lang = language.value;
  return (
    <table class="deployments">
      <caption>{t('inspector.deployments')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('inspector.site')}</th>
          <th scope="col">{t('inspector.role')}</th>
          <th scope="col" class="number">
            {t('inspector.servers')}
          </th>
          <th scope="col" class="number">
            {t('inspector.load')}
          </th>
        </tr>
      </thead>
      <tbody>
        {service.deployments.map((deployment) => {
          const entity = reading.view.find('deployment', `${service.id}@${deployment.site}`);
          const { state, servers, load } = statusAt(reading.view, entity, calmTime.value);
          const site = scenario.sites.find((each) => each.id === deployment.site);
          const count = (value: number): string => formatCount(Math.round(value), lang);
          return (
            <tr key={deployment.site}>
              <th scope="row">
                <button type="button" onClick={() => choose(`site:${deployment.site}`)}>
                  <StateSign state={state} size={16} />
                  <span class="visually-hidden">{STATE_WORDS[state][lang]}, </span>
                  {textIn(site?.name, lang, deployment.site)}
                </button>
              </th>
              <td>{ROLE_WORDS[deployment.role][language.value]}</td>
              <td class="number">
                {servers === null ? count(deployment.servers) : `${count(servers)}/${count(deployment.servers)}`}
              </td>
              <td class="number">{load === null || !Number.isFinite(load) ? '–' : formatShare(load, lang)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
