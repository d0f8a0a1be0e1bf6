/** What is chosen, in full: a service, a journey, a site; the run when nothing is. */
import { t } from '../i18n/translate.js';
import { choice, choose } from '../state/selection.js';
import { session } from '../state/session.js';
import { Icon } from './Icon.js';
import { RunSummary } from './RunSummary.js';
import { SiteInspector } from './SiteInspector.js';
import { SubjectInspector } from './SubjectInspector.js';

export function Inspector() {
  const chosen = choice.value;
  if (session.value === null) return null;
  const { reading, scenario } = session.value;
  const site = chosen?.kind === 'site' ? scenario.sites.find((each) => each.id === chosen.id) : undefined;
  const subject = reading.subjects.find((each) => each.id === chosen?.id && each.kind === chosen.kind);
  return (
    <section class="inspector" id="inspector" tabIndex={-1} aria-label={t('inspector.label')}>
      {chosen !== null && (
        <button
          type="button"
          class="icon close"
          aria-label={t('inspector.close')}
          title={`${t('inspector.close')} (Esc)`}
          onClick={() => choose(null)}
        >
          <Icon name="close" />
        </button>
      )}
      {site !== undefined && <SiteInspector site={site} />}
      {subject !== undefined && <SubjectInspector subject={subject} />}
      {chosen === null && <RunSummary />}
    </section>
  );
}
