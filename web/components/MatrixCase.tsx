/** One cell of the matrix in words: what it costs, which expectations fail, what is down longest. */
import { t } from '../i18n/translate.js';
import {
  type ContingencyCase,
  formatAmount,
  formatCount,
  formatDuration,
  type PartCostsMore,
  type SingleFailure,
  textIn,
  type Verdict,
} from '../library.js';
import { failuresOf, nameOfFailure } from '../state/failing.js';
import { mostPeople, partsCostMore } from '../state/matrix.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { AffectedMark } from './AffectedMark.js';

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
  const failures = failuresOf(each);
  const name = (subject: string): string => textIn(reading.subject(subject)?.name, lang, subject);
  return (
    <section class="matrix-case" aria-label={t('matrix.case')}>
      <h3>{t('matrix.about', { name: nameOfFailure(failures), layout: each.layout })}</h3>
      <p>
        {each.touched
          ? t('matrix.told', { lost: formatAmount(each.userHoursLost, 'person-hours', lang), down: each.down })
          : t('matrix.untouched')}
      </p>
      <Curve people={each.affected ?? []} />
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
      {partsCostMore.value
        .filter(({ layout, zone }) => layout === each.layout && failures.length === 1 && isZone(failures[0], zone))
        .map((part) => (
          <p key={part.zone} class="note">
            {costsMoreText(part)}
          </p>
        ))}
      <button type="button" class="plain" onClick={onOpen}>
        {t('matrix.open')}
      </button>
    </section>
  );
}

function isZone({ kind, id }: SingleFailure, zone: string): boolean {
  return kind === 'zone' && id === zone;
}

const CURVE = { width: 240, height: 44 } as const;

/** All cells' curves have one height. */
function Curve({ people }: { readonly people: readonly number[] }) {
  const peak = Math.max(0, ...people);
  if (people.length === 0 || mostPeople.value <= 0) return null;
  return (
    <p class="matrix-curve">
      <AffectedMark people={people} most={mostPeople.value} {...CURVE} />
      <small>{t('matrix.curve', { peak: formatCount(Math.round(peak), language.value) })}</small>
    </p>
  );
}

/** What nobody expects: a part that costs more than the whole, and why. */
export function costsMoreText({ zone, site, services }: PartCostsMore): string {
  const { reading } = session.value ?? {};
  return t('matrix.partCostsMore', {
    zone: nameOfFailure([{ kind: 'zone', id: zone }]),
    site: nameOfFailure([{ kind: 'site', id: site }]),
    services: services.map((id) => textIn(reading?.subject(id)?.name, language.value, id)).join(', '),
  });
}
