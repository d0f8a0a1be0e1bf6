/** What else the run cost: people who left and where they went, work and data, money. What is unknown or nothing is left out. */
import { t } from '../i18n/translate.js';
import { formatCount, formatDuration, type RunDocument, textIn } from '../library.js';
import { language } from '../state/preferences.js';
import { type Fact, Facts } from './Facts.js';

/** Less than this of anything would be shown as 0, which is nothing. */
const LEAST = 0.005;

export function Losses({ run }: { readonly run: RunDocument }) {
  const lang = language.value;
  const { totals, substitutes } = run;
  const { money } = totals;
  const count = (name: string, value: number | null, note?: string, unit = ''): Fact | null =>
    value === null || value < LEAST ? null : [name, `${formatCount(value, lang)}${unit}`, note];
  const price = (name: string, value: number | null): Fact | null =>
    count(name, value, undefined, money.currency === null ? '' : `\u00a0${money.currency}`);
  const point = totals.recoveryPointSeconds ?? 0;
  const facts = [
    count(t('losses.left'), totals.usersLeft),
    ...substitutes.map(({ id, name, went, stayed }) =>
      count(
        t('losses.leftFor', { name: textIn(name, lang, id) }),
        went,
        t('losses.stayed', { count: formatCount(stayed, lang) }),
      ),
    ),
    count(t('losses.bounced'), totals.workBounced),
    count(t('losses.writesLost'), totals.writesLost),
    point > 0 ? ([t('losses.recoveryPoint'), formatDuration(point, lang)] as const) : null,
    count(t('losses.writesToMerge'), totals.writesToMerge),
    price(t('losses.revenue'), money.revenue),
    price(t('losses.restoration'), money.restoration),
    price(t('losses.credits'), money.credits),
    price(t('losses.merchants'), money.merchants),
    price(t('losses.uncovered'), money.uncovered),
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return (
    <>
      <h3>{t('losses.label')}</h3>
      <Facts facts={facts} />
    </>
  );
}
