/** What is true of a data centre now: power, entry, servers, zones. */
import { t } from '../i18n/translate.js';
import { type Site, serversText, siteStatusAt, siteWords } from '../library.js';
import { calmTime } from '../state/clock.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { Facts } from './Facts.js';

export function SiteFacts({ site }: { readonly site: Site }) {
  if (session.value === null) return null;
  const { reading } = session.value;
  const lang = language.value;
  const status = siteStatusAt(reading.view, site, calmTime.value);
  const wrong = siteWords(reading, site, calmTime.value, lang);
  return (
    <Facts
      facts={[
        [
          t('inspector.status'),
          wrong.length === 0 ? t('stage.siteWell') : <strong key="wrong">{wrong.join(', ')}</strong>,
        ],
        [t('inspector.servers'), serversText(status, lang)],
        status.zones.length < 2
          ? null
          : [
              t('inspector.zones'),
              <ul class="zones" key="zones">
                {status.zones.map(({ id, powered }) => (
                  <li key={id} class={powered ? '' : 'dark'}>
                    {t(powered ? 'inspector.zonePowered' : 'inspector.zoneDark', { zone: id })}
                  </li>
                ))}
              </ul>,
            ],
      ]}
    />
  );
}
