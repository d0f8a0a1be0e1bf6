/** This layout against another: what is changed, where they first part, and what is better, over many seeds. */
import { t } from '../i18n/translate.js';
import { type CompareDocument, formatAmount, formatDuration, MEASURES, momentText, textIn } from '../library.js';
import { playing, seek } from '../state/clock.js';
import { comparingShare, comparison, otherLayout, stopComparing } from '../state/comparing.js';
import { language } from '../state/preferences.js';
import { choose } from '../state/selection.js';
import { session } from '../state/session.js';

const SHOWN = [
  'userHoursLost',
  'peakUsersAffected',
  'served50AfterSeconds',
  'served95AfterSeconds',
  'servicesEverDown',
  'manualSteps',
  'cost',
] as const;

export function Compare() {
  if (session.value === null) return null;
  const { scenario } = session.value;
  const others = scenario.layouts.filter((each) => each !== scenario.layout);
  if (others.length === 0) return null;
  const share = comparingShare.value;
  return (
    <section class="compare" aria-label={t('compare.label')}>
      <label>
        <h3>{t('compare.with')}</h3>
        <select
          id="compare"
          value={otherLayout.value ?? ''}
          onChange={({ currentTarget }) => {
            otherLayout.value = currentTarget.value === '' ? null : currentTarget.value;
          }}
        >
          <option value="">{t('compare.nothing')}</option>
          {others.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
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
  const lang = language.value;
  const [base, other] = document.layouts;
  return (
    <>
      <p class="soft">{t('compare.seeds', { seeds: document.seeds })}</p>
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
      <Divergence document={document} />
      <table class="deployments score">
        <thead>
          <tr>
            <th scope="col">{t('compare.mean')}</th>
            <th scope="col" class="number">
              {base.id}
            </th>
            <th scope="col" class="number">
              {other.id}
            </th>
          </tr>
        </thead>
        <tbody>
          {SHOWN.map((name) => {
            const [a, b] = [base.measures[name], other.measures[name]];
            if (a?.mean == null && b?.mean == null) return null;
            const told = (value: number | null): string =>
              value === null ? t('compare.never') : formatAmount(value, b.unit, lang);
            const better = b.shown === 'better' ? 'other' : b.shown === 'worse' ? 'base' : null;
            return (
              <tr key={name}>
                <th scope="row">{labelOf(name)}</th>
                <td class={better === 'base' ? 'number best' : 'number'}>
                  {better === 'base' && '✓ '}
                  {told(a.mean)}
                </td>
                <td class={better === 'other' ? 'number best' : 'number'}>
                  {better === 'other' && '✓ '}
                  {told(b.mean)}
                  {b.betterIn !== null && b.betterIn + (b.worseIn ?? 0) > 0 && (
                    <small>{t('compare.betterIn', { count: b.betterIn, of: document.seeds })}</small>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/** Where they part, under the first seed; a press goes there. */
function Divergence({ document }: { readonly document: CompareDocument }) {
  if (session.value === null) return null;
  const { reading } = session.value;
  const [, { divergence }] = document.layouts;
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

function labelOf(name: string): string {
  const found = MEASURES.find((each) => each.name === name && each.of !== 'service' && each.of !== 'site');
  return found?.label[language.value] ?? name;
}
