/** What would have saved it: further runs on demand, with progress and a way to stop; their effects, best first. */
import { t } from '../i18n/translate.js';
import { unbroken } from '../i18n/unbroken.js';
import { type ExplainDocument, effectText, helpingChanges } from '../library.js';
import { furtherShown, stopTrying, tryChanges, trying } from '../state/explaining.js';
import { language } from '../state/preferences.js';
import { Limited } from './Limited.js';
import { WhySteps } from './WhySteps.js';

const MOST = 5;

export function WhySaved() {
  const now = trying.value;
  const document = furtherShown.value;
  return (
    <section class="why-saved" aria-label={t('why.saved')}>
      <h3>{t('why.saved')}</h3>
      {now !== null && (
        <p class="trying">
          <span>{t(now.phase === 'change' ? 'why.tryingChanges' : 'why.tryingRoots')}</span>
          <progress value={now.phase === 'change' ? now.share : undefined} aria-label={t('app.progress')} />
          <button type="button" class="plain" onClick={stopTrying}>
            {t('why.stop')}
          </button>
        </p>
      )}
      {now === null && document === null && (
        <p>
          <button type="button" class="plain" onClick={() => void tryChanges()}>
            {t('why.try')}
          </button>
          <small>{t('why.tryNote')}</small>
        </p>
      )}
      {document !== null && <Found document={document} />}
    </section>
  );
}

function Found({ document }: { readonly document: ExplainDocument }) {
  const { best, rest } = helpingChanges(document);
  const { roots } = document;
  return (
    <>
      <p class="soft">{t('why.oneAtATime')}</p>
      {best.length === 0 && <p>{t('why.nothingHelps')}</p>}
      <ol class="saved">
        <Limited
          most={MOST}
          items={best.map((each) => (
            <li key={each.id}>
              <span>{unbroken(each.change)}</span>
              <strong>{unbroken(effectText(document, each, language.value))}</strong>
              {each.set.length > 0 && <code>{each.set.map((set) => `--set ${set}`).join(' ')}</code>}
            </li>
          ))}
        />
      </ol>
      {rest.length > 0 && (
        <details>
          <summary>{t('why.noEffect', { count: rest.length })}</summary>
          <ul class="no-effect">
            {rest.map(({ id, change }) => (
              <li key={id}>{unbroken(change)}</li>
            ))}
          </ul>
        </details>
      )}
      {roots !== null && roots.steps.length > 0 && (
        <>
          <h3>{t('why.roots')}</h3>
          <p class="soft">{t('why.rootsHow')}</p>
          <WhySteps steps={roots.steps} />
        </>
      )}
    </>
  );
}
