/** All data centres side by side, and nothing of the services in them: what those see who run the buildings. */
import { t } from '../i18n/translate.js';
import { textIn } from '../library.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { SiteFacts } from './SiteFacts.js';

export function SiteBoard() {
  if (session.value === null) return null;
  return (
    <section class="site-board" aria-label={t('sites.label')}>
      {session.value.scenario.sites.map((site) => (
        <article key={site.id}>
          <h2>{textIn(site.name, language.value, site.id)}</h2>
          <SiteFacts site={site} />
        </article>
      ))}
    </section>
  );
}
