/** Which of them, one of them, or in which order. */
import { t } from '../i18n/translate.js';
import type { PickPrediction } from '../library.js';
import { language } from '../state/preferences.js';
import type { AnswerProps } from './Predictions.js';
import { choiceName } from './state/player.js';

export function PickAnswer({ prediction, value, onChange }: AnswerProps<PickPrediction>) {
  const { choices, how, id } = prediction;
  const picked = Array.isArray(value) ? (value as readonly string[]) : [];
  const nameOf = (choice: string): string => choiceName(prediction, choice, language.value);
  if (how === 'order') return <Ordered picked={picked} choices={choices} nameOf={nameOf} onChange={onChange} />;
  return (
    <ul class="choices">
      {choices.map((choice) => (
        <li key={choice}>
          <label>
            <input
              type={how === 'one' ? 'radio' : 'checkbox'}
              name={`pick-${id}`}
              checked={picked.includes(choice)}
              onChange={({ currentTarget }) => {
                if (how === 'one') onChange([choice]);
                else
                  onChange(choices.filter((each) => (each === choice ? currentTarget.checked : picked.includes(each))));
              }}
            />{' '}
            {nameOf(choice)}
          </label>
        </li>
      ))}
      {how === 'set' && (
        <li>
          <label>
            <input
              type="checkbox"
              checked={Array.isArray(value) && picked.length === 0}
              onChange={({ currentTarget }) => onChange(currentTarget.checked ? [] : undefined)}
            />{' '}
            {t('learn.none')}
          </label>
        </li>
      )}
    </ul>
  );
}

interface OrderedProps {
  readonly picked: readonly string[];
  readonly choices: readonly string[];
  readonly nameOf: (choice: string) => string;
  readonly onChange: (value: unknown) => void;
}

/** Pressed one after another they come into order; a press on one in order takes it out. */
function Ordered({ picked, choices, nameOf, onChange }: OrderedProps) {
  const rest = choices.filter((choice) => !picked.includes(choice));
  return (
    <div class="ordered">
      <ol aria-label={t('learn.order')}>
        {picked.map((choice, i) => (
          <li key={choice}>
            <button
              type="button"
              class="plain"
              aria-label={t('learn.takeOut', { place: i + 1, name: nameOf(choice) })}
              onClick={() => onChange(picked.filter((each) => each !== choice))}
            >
              {i + 1}. {nameOf(choice)} ×
            </button>
          </li>
        ))}
      </ol>
      {rest.length > 0 && <p class="soft">{t('learn.orderNext', { place: picked.length + 1 })}</p>}
      <ul class="choices">
        {rest.map((choice) => (
          <li key={choice}>
            <button type="button" class="plain" onClick={() => onChange([...picked, choice])}>
              {nameOf(choice)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
