/** A number with its unit, by slider or by digits; or "not within the run", where that may be answered. */
import { t } from '../i18n/translate.js';
import { amountIn, type NumberPrediction } from '../library.js';
import { language } from '../state/preferences.js';
import type { AnswerProps } from './Predictions.js';

export function NumberAnswer({ prediction, value, onChange }: AnswerProps<NumberPrediction>) {
  const { least, most, step, unit, never, id, ask } = prediction;
  const number = typeof value === 'number' ? value : null;
  const label = ask[language.value];
  return (
    <div class="number-answer">
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        aria-label={label}
        value={number ?? least}
        aria-valuetext={number === null ? t('learn.notYet') : amountIn(number, unit, language.value)}
        onInput={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
      />
      <input
        type="number"
        min={least}
        max={most}
        step="any"
        id={`number-${id}`}
        aria-label={`${label} (${t(`learn.unit.${unit}`)})`}
        value={number ?? ''}
        onInput={({ currentTarget }) => {
          const next = currentTarget.valueAsNumber;
          onChange(Number.isFinite(next) ? next : undefined);
        }}
      />
      <span>{t(`learn.unit.${unit}`)}</span>
      {never && (
        <label>
          <input
            type="checkbox"
            checked={value === null}
            onChange={({ currentTarget }) => onChange(currentTarget.checked ? null : undefined)}
          />{' '}
          {t('learn.never')}
        </label>
      )}
    </div>
  );
}
