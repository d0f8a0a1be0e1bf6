/** A data centre: what is wrong with it now, its zones, its servers, and the services that run in it. */
import { t } from '../i18n/translate.js';
import { type Site, STATE_WORDS, statusAt, textIn } from '../library.js';
import { calmTime } from '../state/clock.js';
import { learning } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { choose } from '../state/selection.js';
import { session } from '../state/session.js';
import { LiveActions } from './LiveActions.js';
import { SiteFacts } from './SiteFacts.js';
import { SourceLine } from './SourceLine.js';
import { StateSign } from './StateSign.js';

export function SiteInspector({ site }: { readonly site: Site }) {
  if (session.value === null) return null;
  const { reading, scenario } = session.value;
  const lang = language.value;
  const line = scenario.positions[site.path]?.[0];
  const here = scenario.services.filter((each) => each.deployments.some((deployment) => deployment.site === site.id));
  return (
    <>
      <h2>{textIn(site.name, lang, site.id)}</h2>
      <SiteFacts site={site} />
      {learning.value === null && <LiveActions />}
      <h3>{t('inspector.here')}</h3>
      <ul class="neighbours">
        {here.map((service) => {
          const { state } = statusAt(
            reading.view,
            reading.view.find('deployment', `${service.id}@${site.id}`),
            calmTime.value,
          );
          return (
            <li key={service.id}>
              <button
                type="button"
                onClick={() => choose(`service:${service.id}`, `deployment:${service.id}@${site.id}`)}
              >
                <StateSign state={state} size={16} />
                <span class="name">{textIn(service.name, lang, service.id)}</span>
                <small>{STATE_WORDS[state][lang]}</small>
              </button>
            </li>
          );
        })}
      </ul>
      {line !== undefined && <SourceLine key={line} line={line} />}
    </>
  );
}
