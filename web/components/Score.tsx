/** Layouts by measure, on average over the seeds: each against the first; a tick only where the runs show who is best. */
import { t } from '../i18n/translate.js';
import { bestLayout, type CompareDocument, formatAmount, MEASURES, type MeasureComparison } from '../library.js';
import { language } from '../state/preferences.js';

const SHOWN = [
  'userHoursLost',
  'peakUsersAffected',
  'served50AfterSeconds',
  'served95AfterSeconds',
  'servicesEverDown',
  'manualSteps',
  'cost',
] as const;

export function Score({ document }: { readonly document: CompareDocument }) {
  const { layouts, seeds } = document;
  const rows = SHOWN.filter((name) => layouts.some(({ measures }) => measures[name]?.mean != null));
  return (
    <div class="score-scroll">
      <table class="deployments score">
        <thead>
          <tr>
            <th scope="col">{t('compare.mean')}</th>
            {layouts.map(({ id }) => (
              <th key={id} scope="col" class="number">
                {id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name) => {
            const best = bestLayout(document, name);
            return (
              <tr key={name}>
                <th scope="row">{labelOf(name)}</th>
                {layouts.map(({ id, measures }) => (
                  <Cell key={id} measure={measures[name]} isBest={id === best} seeds={seeds} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly measure: MeasureComparison;
  readonly isBest: boolean;
  readonly seeds: number;
}

function Cell({ measure, isBest, seeds }: CellProps) {
  const lang = language.value;
  const { mean, unit, pairedDifference, betterIn, worseIn } = measure;
  const told = (value: number): string => formatAmount(value, unit, lang);
  return (
    <td class={isBest ? 'number best' : 'number'}>
      {isBest && '✓ '}
      {mean === null ? t('compare.never') : told(mean)}
      {pairedDifference !== null && pairedDifference !== 0 && (
        <small>{`${pairedDifference > 0 ? '+' : '−'}${told(Math.abs(pairedDifference))}`}</small>
      )}
      {betterIn !== null && betterIn + (worseIn ?? 0) > 0 && (
        <small>{t('compare.betterIn', { count: betterIn, of: seeds })}</small>
      )}
    </td>
  );
}

function labelOf(name: string): string {
  const found = MEASURES.find((each) => each.name === name && each.of !== 'service' && each.of !== 'site');
  return found?.label[language.value] ?? name;
}
