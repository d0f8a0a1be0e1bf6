/** A written status update that is due, and what has to be in it. */
import { t } from '../../i18n/translate.js';
import { language } from '../../state/preferences.js';
import { lesson } from '../state/current.js';
import { changeNight, goOn, night } from '../state/wheel.js';
import { NO_UPDATE, type Update } from '../state/wheel-work.js';

const LONGEST = 600;

export function UpdatePart({ update }: { readonly update: number }) {
  const checklist = lesson.value?.lesson.wheel?.checklist ?? [];
  const written = night.value.updates[update] ?? NO_UPDATE;
  const set = (part: Partial<Update>): void => {
    const before = Array.from({ length: update }, (_, i) => night.value.updates[i] ?? NO_UPDATE);
    changeNight({ updates: [...before, { ...written, ...part }, ...night.value.updates.slice(update + 1)] });
  };
  return (
    <>
      <label class="sentence">
        {t('wheel.write')}
        <textarea
          rows={5}
          maxLength={LONGEST}
          value={written.text}
          onInput={({ currentTarget }) => set({ text: currentTarget.value })}
        />
      </label>
      <fieldset class="question">
        <legend>{t('wheel.checklist')}</legend>
        {checklist.map((line, i) => (
          <label key={line.en} class="decision">
            <input
              type="checkbox"
              checked={written.has.includes(i)}
              onChange={({ currentTarget: { checked } }) =>
                set({ has: checked ? [...written.has, i] : written.has.filter((each) => each !== i) })
              }
            />
            <span>{line[language.value]}</span>
          </label>
        ))}
      </fieldset>
      <p>
        <button type="button" class="main-action" onClick={goOn}>
          {t(written.text.trim() === '' ? 'wheel.noUpdate' : 'wheel.publish')}
        </button>
      </p>
    </>
  );
}
