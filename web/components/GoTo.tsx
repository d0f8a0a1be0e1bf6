/** A field for a time: `T+3h12`, `T+03:12:40`, `18:45`, `16 Oct 18:45`, `10월 16일 18:45`. */
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { momentText } from '../library.js';
import { playing, seek, time } from '../state/clock.js';
import { parseMoment } from '../state/parse-moment.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';

export function GoTo() {
  const [wrong, setWrong] = useState<string | null>(null);

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('moment') as HTMLInputElement;
    const { reading } = session.value ?? {};
    if (reading === undefined || field.value.trim() === '') return;
    const found = parseMoment(field.value, reading, time.value);
    if (found === null) {
      setWrong(t('timeline.gotoWrong'));
      return;
    }
    if (found < 0 || found > reading.end) {
      setWrong(t('timeline.gotoOutside', { moment: momentText(reading, reading.end, language.value) }));
      return;
    }
    setWrong(null);
    playing.value = false;
    seek(found);
    field.value = '';
    field.blur();
  }

  return (
    <form class="goto" onSubmit={onSubmit} noValidate>
      <input
        name="moment"
        type="text"
        autocomplete="off"
        aria-label={t('timeline.goto')}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : 'goto-wrong'}
        placeholder={t('timeline.gotoHint')}
        title={t('timeline.goto')}
        onInput={() => setWrong(null)}
      />
      {wrong !== null && (
        <span class="goto-wrong" id="goto-wrong" role="alert">
          {wrong}
        </span>
      )}
    </form>
  );
}
