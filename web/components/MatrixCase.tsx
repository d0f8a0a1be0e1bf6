/** One cell of the matrix in words: what it costs, which expectations fail, what is down longest. */
import { t } from '../i18n/translate.js';
import { type ContingencyCase, formatAmount, formatDuration, textIn, type Verdict } from '../library.js';
import { nameOfFailure } from '../state/failing.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';

export const VERDICT_SIGNS: Readonly<Record<Verdict | 'none', string>> = {
  met: '✓',
  failed: '✗',
  inconclusive: '?',
  none: '',
};

export function MatrixCase({ each, onOpen }: { readonly each: ContingencyCase; readonly onOpen: () => void }) {
  if (session.value === null) return null;
  const { scenario, reading } = session.value;
  const lang = language.value;
  const [kind, id] = [each.kinds[0], each.failed[0]];
  const name = (subject: string): string => textIn(reading.subject(subject)?.name, lang, subject);
  return (
    <section class="matrix-case" aria-label={t('matrix.case')}>
      <h3>{t('matrix.about', { name: nameOfFailure({ kind, id }), layout: each.layout })}</h3>
      <p>
        {each.touched
          ? t('matrix.told', { lost: formatAmount(each.userHoursLost, 'person-hours', lang), down: each.down })
          : t('matrix.untouched')}
      </p>
      {each.worst.length > 0 && (
        <ul class="worst">
          {each.worst.map((worst) => (
            <li key={worst.id}>
              <span class="name">{name(worst.id)}</span> <span>{formatDuration(worst.downtimeSeconds, lang)}</span>
            </li>
          ))}
        </ul>
      )}
      {each.failedExpectations.length > 0 && (
        <ul class="failed">
          {each.failedExpectations.map((place) => (
            <li key={place}>
              <span aria-hidden="true">✗</span> {textIn(scenario.expectations[place]?.name, lang, String(place + 1))}
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="plain" onClick={onOpen}>
        {t('matrix.open')}
      </button>
    </section>
  );
}
