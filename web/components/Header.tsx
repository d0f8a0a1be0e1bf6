/** What is looked at, and how: scenario, layout, view, language, colours. */
import { type RunRequest, withLayout } from '../engine/run-request.js';
import { AVAILABLE, scenarioOf, titleOf } from '../engine/scenarios.js';
import type { TextKey } from '../i18n/catalogue.js';
import { t } from '../i18n/translate.js';
import { LANGUAGES, type Language, textIn } from '../library.js';
import { branchTo } from '../state/branches.js';
import { designing, edits, toggleDesigning } from '../state/designing.js';
import { closeEditor, draft, openEditor } from '../state/editing.js';
import { learning } from '../state/learning.js';
import { VIEWS } from '../state/location.js';
import { language, theme, themeWish, type Wish } from '../state/preferences.js';
import { session } from '../state/session.js';
import { helpOpen, shareOpen, startOpen, view } from '../state/view.js';
import { Icon } from './Icon.js';
import { SearchBox } from './SearchBox.js';
import { leaveWorkshop } from './Workshop.js';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ko: '한국어' };
const THEME_WISHES: readonly Wish<'light' | 'dark'>[] = ['system', 'light', 'dark'];

/** @param keep it is another layout of what is looked at: time and choice stay; @param then once it is shown */
export type Open = (request: RunRequest, keep: boolean, then?: () => void) => void;

interface Props {
  readonly open: Open;
}

export function Header({ open }: Props) {
  return (
    <header class="header">
      <h1>{t('app.name')}</h1>
      {learning.value === null ? <Tools open={open} /> : <span class="views" />}
      <button
        type="button"
        class="plain"
        aria-pressed={learning.value !== null}
        onClick={() => {
          if (learning.value === null) learning.value = { page: 'list' };
          else leaveWorkshop();
        }}
      >
        {t(learning.value === null ? 'header.learn' : 'learn.toVisualiser')}
      </button>
      <fieldset class="segmented" aria-label={t('header.language')}>
        {LANGUAGES.map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-label={LANGUAGE_NAMES[each]}
            aria-pressed={language.value === each}
            onClick={() => {
              language.value = each;
            }}
          >
            {each.toUpperCase()}
          </button>
        ))}
      </fieldset>
      <label class="theme">
        <span class="visually-hidden">{t('header.theme')}</span>
        <select
          value={themeWish.value}
          title={t('header.theme')}
          data-shown={theme.value}
          onChange={({ currentTarget }) => {
            themeWish.value = THEME_WISHES.find((each) => each === currentTarget.value) ?? 'system';
          }}
        >
          {THEME_WISHES.map((each) => (
            <option key={each} value={each}>
              {t(`theme.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="icon"
        aria-label={t('header.help')}
        title={`${t('header.help')} (?)`}
        onClick={() => {
          helpOpen.value = true;
        }}
      >
        <Icon name="help" />
      </button>
    </header>
  );
}

/** What one does with the run; a lesson says itself what there is to do. */
function Tools({ open }: Props) {
  return (
    <>
      <ScenarioChooser open={open} />
      <LayoutChooser open={open} />
      <fieldset class="segmented views" aria-label={t('header.view')}>
        {VIEWS.map((each, i) => (
          <button
            key={each}
            type="button"
            aria-pressed={view.value === each}
            title={String(i + 1)}
            onClick={() => {
              view.value = each;
            }}
          >
            {t(`view.${each}` as TextKey)}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        class="plain"
        aria-pressed={designing.value}
        title={`${t('design.label')} (E)`}
        onClick={toggleDesigning}
      >
        {t('header.edit')}
      </button>
      <button
        type="button"
        class="plain"
        aria-pressed={draft.value !== null}
        title={`${t('editor.label')} (T)`}
        onClick={() => (draft.value === null ? openEditor() : closeEditor())}
      >
        {t('header.text')}
      </button>
      <button
        type="button"
        class="plain"
        onClick={() => {
          shareOpen.value = true;
        }}
      >
        {t('header.share')}
      </button>
      <SearchBox />
    </>
  );
}

/** No id of a scenario. */
const NEW = ':new';

function ScenarioChooser({ open }: Pick<Props, 'open'>) {
  const { scenario } = session.value ?? {};
  const here = scenario?.id ?? '';
  const known = AVAILABLE.value;
  // One that was dropped or pasted is nobody's to offer but is what is looked at.
  const ids = here === '' || known.includes(here) ? known : [here, ...known];
  return (
    <label class="scenario">
      <span class="visually-hidden">{t('header.scenario')}</span>
      <select
        value={here}
        title={textIn(scenario?.title, language.value, here)}
        onChange={async ({ currentTarget }) => {
          if (currentTarget.value === NEW) {
            currentTarget.value = here;
            startOpen.value = true;
            return;
          }
          const request = await scenarioOf(currentTarget.value);
          if (request !== null) open(request, false);
        }}
      >
        <option value={NEW}>{t('start.title')}…</option>
        {ids.map((id) => (
          <option key={id} value={id}>
            {textIn(id === here ? scenario?.title : titleOf(id), language.value, id)}
          </option>
        ))}
      </select>
    </label>
  );
}

function LayoutChooser({ open }: Pick<Props, 'open'>) {
  if (session.value === null || session.value.scenario.layouts.length < 2) return null;
  const { scenario, request } = session.value;
  return (
    <label class="layout">
      <span class="visually-hidden">{t('header.layout')}</span>
      <select
        value={scenario.layout}
        title={t('header.layout')}
        onChange={({ currentTarget }) => {
          const other = withLayout(request, currentTarget.value);
          // What was changed by hand can be come back to.
          if (edits.value.length > 0) void branchTo(other);
          else open(other, true);
        }}
      >
        {scenario.layouts.map((layout) => (
          <option key={layout} value={layout}>
            {layout}
          </option>
        ))}
      </select>
    </label>
  );
}
