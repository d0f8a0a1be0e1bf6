/** This layout against others: which, what is changed, where they first part, and what is better, over many seeds. */
import { t } from '../i18n/translate.js';
import { type CompareDocument, formatDuration, type LayoutComparison, momentText, textIn } from '../library.js';
import { playing, seek } from '../state/clock.js';
import {
  comparingShare,
  comparison,
  MOST_OTHERS,
  otherLayouts,
  stopComparing,
  toggleLayout,
} from '../state/comparing.js';
import { language } from '../state/preferences.js';
import { choose } from '../state/selection.js';
import { session } from '../state/session.js';
import { Score } from './Score.js';

export function Compare() {
  if (session.value === null) return null;
  const { scenario } = session.value;
  const others = scenario.layouts.filter((each) => each !== scenario.layout);
  if (others.length === 0) return null;
  const share = comparingShare.value;
  const chosen = otherLayouts.value;
  return (
    <section class="compare" aria-label={t('compare.label')}>
      <fieldset id="compare" tabIndex={-1} aria-label={t('compare.with')}>
        <h3>{t('compare.with')}</h3>
        {others.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              checked={chosen.includes(each)}
              disabled={!chosen.includes(each) && chosen.length >= MOST_OTHERS}
              onChange={() => toggleLayout(each)}
            />
            {each}
          </label>
        ))}
      </fieldset>
      {share !== null && (
        <p class="trying">
          <span>{t('compare.working')}</span>
          <progress value={share} aria-label={t('app.progress')} />
          <button type="button" class="plain" onClick={stopComparing}>
            {t('why.stop')}
          </button>
        </p>
      )}
      {comparison.value !== null && <Result document={comparison.value} />}
    </section>
  );
}

function Result({ document }: { readonly document: CompareDocument }) {
  return (
    <>
      <p class="soft">{t('compare.seeds', { seeds: document.seeds })}</p>
      <Score document={document} />
      {document.layouts.slice(1).map((each) => (
        <Other key={each.id} other={each} many={document.layouts.length > 2} />
      ))}
    </>
  );
}

/** What one of them has otherwise, and where it first parts. */
function Other({ other, many }: { readonly other: LayoutComparison; readonly many: boolean }) {
  return (
    <>
      {many && <h3>{other.id}</h3>}
      {other.changes.length + other.undone.length > 0 && (
        <ul class="plan">
          {other.changes.map((change) => (
            <li key={change}>
              <code>{change}</code>
            </li>
          ))}
          {other.undone.map((change) => (
            <li key={`- ${change}`}>
              <code>{t('compare.undone', { change })}</code>
            </li>
          ))}
        </ul>
      )}
      <Divergence other={other} />
    </>
  );
}

/** Where they part, under the first seed; a press goes there. */
function Divergence({ other: { divergence } }: { readonly other: LayoutComparison }) {
  if (session.value === null) return null;
  const { reading } = session.value;
  if (divergence === null) return <p class="soft">{t('compare.same')}</p>;
  const subject = reading.subject(divergence.id);
  const at = reading.origin + divergence.afterSeconds * 1e6;
  return (
    <p class="why-about">
      {t('compare.parts', {
        name: textIn(subject?.name, language.value, divergence.id),
        moment: momentText(reading, at, language.value),
        after: formatDuration(divergence.afterSeconds, language.value),
      })}
      <button
        type="button"
        class="plain"
        onClick={() => {
          playing.value = false;
          seek(at);
          choose(`${subject?.kind ?? 'service'}:${divergence.id}`);
        }}
      >
        {t('why.goThere')}
      </button>
    </p>
  );
}
