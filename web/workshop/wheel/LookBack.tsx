/** Looking back without blame: what was known and decided, what surprised, and one action item each, kept with one's work. */
import { t } from '../../i18n/translate.js';
import { language } from '../../state/preferences.js';
import { HandIn } from '../HandIn.js';
import { Markdown } from '../Markdown.js';
import { lesson } from '../state/current.js';
import { go, leaveLesson } from '../state/player.js';
import { changeNight, newNight, night } from '../state/wheel.js';
import { type ActionItem, NO_ACTION } from '../state/wheel-work.js';
import { RevealedCode } from './DeckCode.js';
import { NightLog } from './NightLog.js';

export function LookBack() {
  if (lesson.value === null) return null;
  const { lesson: each } = lesson.value;
  const lang = language.value;
  return (
    <>
      <RevealedCode />
      <NightLog />
      <label class="sentence">
        {t('wheel.surprises')}
        <textarea
          rows={4}
          maxLength={2000}
          value={night.value.surprises}
          onInput={({ currentTarget }) => changeNight({ surprises: currentTarget.value })}
        />
      </label>
      <ActionItems />
      <blockquote class="principle">{each.principle[lang]}</blockquote>
      <details>
        <summary>{t('learn.facts')}</summary>
        <Markdown text={each.sections.facts[lang]} />
      </details>
      <HandIn />
      <p>
        <button type="button" class="plain" onClick={leaveLesson}>
          {t('learn.leave')}
        </button>{' '}
        <button
          type="button"
          class="plain"
          onClick={() => {
            newNight();
            go('hook');
          }}
        >
          {t('wheel.again')}
        </button>
      </p>
    </>
  );
}

function ActionItems() {
  const { actions } = night.value;
  const set = (at: number, part: Partial<ActionItem>): void =>
    changeNight({ actions: actions.map((each, i) => (i === at ? { ...each, ...part } : each)) });
  return (
    <fieldset class="question actions">
      <legend>{t('wheel.actions')}</legend>
      <p class="soft">{t('wheel.actionsHow')}</p>
      {actions.map((action, i) => (
        <div key={i}>
          {(['what', 'who', 'by'] as const).map((part) => (
            <input
              key={part}
              type="text"
              maxLength={part === 'what' ? 200 : 40}
              class={part}
              placeholder={t(`wheel.action.${part}`)}
              aria-label={`${i + 1}: ${t(`wheel.action.${part}`)}`}
              value={action[part]}
              onInput={({ currentTarget }) => set(i, { [part]: currentTarget.value })}
            />
          ))}
        </div>
      ))}
      <button type="button" class="plain" onClick={() => changeNight({ actions: [...actions, NO_ACTION] })}>
        {t('wheel.action.add')}
      </button>
    </fieldset>
  );
}
