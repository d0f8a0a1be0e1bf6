/** The causal log as a table, a part at a time. */
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { momentText, sentencesOf, sinceFault } from '../library.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';

const PART = 200;

export function EventTable() {
  const [count, setCount] = useState(PART);
  if (session.value === null) return null;
  const { reading, scenario, markers } = session.value;
  const say = sentencesOf(scenario, reading.view, language.value);
  return (
    <>
      <table class="sortable">
        <caption>{t('table.log')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.time')}</th>
            <th scope="col">{t('table.afterFault')}</th>
            <th scope="col">{t('table.what')}</th>
          </tr>
        </thead>
        <tbody>
          {markers.slice(0, count).map(({ event, time }) => (
            <tr key={event}>
              <th scope="row">{momentText(reading, time, language.value)}</th>
              <td>{sinceFault(reading, time)}</td>
              <td>{say(reading.view.event(event))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count < markers.length && (
        <button type="button" class="more" onClick={() => setCount(count + 5 * PART)}>
          {t('log.later')}
        </button>
      )}
    </>
  );
}
