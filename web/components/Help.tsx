/** The keys, and how to read the picture. */
import type { TextKey } from '../i18n/catalogue.js';
import { t } from '../i18n/translate.js';
import { CAUSE_TABLE, legendOf } from '../library.js';
import { language, motionWish, type Wish } from '../state/preferences.js';
import { helpOpen } from '../state/view.js';
import { Dialog } from './Dialog.js';
import { StateSign } from './StateSign.js';

const MOTION_WISHES: readonly Wish<'reduced' | 'full'>[] = ['system', 'reduced', 'full'];

const KEYS: readonly (readonly [keys: readonly string[], text: TextKey])[] = [
  [['Space'], 'help.space'],
  [['←', '→'], 'help.arrows'],
  [['[', ']'], 'help.brackets'],
  [['Home', 'End'], 'help.homeEnd'],
  [['1', '2', '3', '4', '5', '6'], 'help.views'],
  [['/'], 'help.search'],
  [['W'], 'help.why'],
  [['C'], 'help.compare'],
  [['E'], 'help.edit'],
  [['M'], 'help.place'],
  [['T'], 'help.text'],
  [['F', '+', '-'], 'help.focus'],
  [['I'], 'help.live'],
  [['Ctrl', 'Z'], 'help.undo'],
  [['P'], 'help.present'],
  [['1–9', 'PgUp', 'PgDn'], 'help.presenting'],
  [['B', 'N', 'H', 'Q'], 'help.presenterKeys'],
  [['Esc'], 'help.escape'],
  [['?'], 'help.help'],
];

export function Help() {
  return (
    <Dialog isOpen={helpOpen} title={t('help.title')} class="help">
      <dl>
        {KEYS.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('legend.label')}</h2>
      <dl>
        {legendOf(null).map(({ key, name, meaning }) => (
          <div key={key}>
            <dt>
              <StateSign state={key} /> {name[language.value]}
            </dt>
            <dd>{meaning[language.value]}</dd>
          </div>
        ))}
        {CAUSE_TABLE.map(({ cause, name, meaning }) => (
          <div key={cause}>
            <dt>{t('stage.cause', { cause: name[language.value] })}</dt>
            <dd>{meaning[language.value]}</dd>
          </div>
        ))}
      </dl>
      <p>{t('help.about')}</p>
      <Motion />
    </Dialog>
  );
}

/** For those whose system does not say it. */
function Motion() {
  return (
    <label class="motion">
      {t('header.motion')}
      <select
        value={motionWish.value}
        onChange={({ currentTarget }) => {
          motionWish.value = MOTION_WISHES.find((each) => each === currentTarget.value) ?? 'system';
        }}
      >
        {MOTION_WISHES.map((each) => (
          <option key={each} value={each}>
            {t(`motion.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
