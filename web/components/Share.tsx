/** What can be taken along: a link, the scenario, pictures, tables, the run, a report. */
import { download } from '../files/download.js';
import { stagePng, stageSvg } from '../files/stage-files.js';
import { t } from '../i18n/translate.js';
import { eventsCsv, formatCount, incidentReport, servicesCsv } from '../library.js';
import { carried } from '../state/carried.js';
import { language } from '../state/preferences.js';
import { runDocument, session } from '../state/session.js';
import { shareOpen } from '../state/view.js';
import { CopyButton } from './CopyButton.js';
import { Dialog } from './Dialog.js';

export function Share() {
  const open = shareOpen.value;
  return (
    <Dialog isOpen={shareOpen} title={t('share.title')} class="help share">
      {open && <Link />}
      {open && <Files />}
    </Dialog>
  );
}

function Link() {
  const how = carried.value;
  if (how === null) return null;
  if (how.kind === 'elsewhere') {
    return <p>{t('share.tooLong', { length: formatCount(how.length, language.value) })}</p>;
  }
  const address = location.href;
  return (
    <p class="share-link">
      <input
        type="text"
        readOnly
        value={address}
        aria-label={t('share.link')}
        onFocus={(e) => e.currentTarget.select()}
      />
      <CopyButton label={t('share.copy')} text={() => address} />
    </p>
  );
}

function Files() {
  if (session.value === null) return null;
  const { text, reading, scenario } = session.value;
  const document = runDocument.value;
  const lang = language.value;
  const name = `${scenario.id}-${scenario.layout}`;
  const hash = document?.recordHash ?? '';
  return (
    <>
      <ul class="share-files">
        <Item label={t('share.scenario')} act={() => download(`${scenario.id}.yaml`, text, 'application/yaml')} />
        <Item label={t('share.png')} act={async () => download(`${name}.png`, await stagePng(hash), 'image/png')} />
        <Item label={t('share.svg')} act={() => download(`${name}.svg`, stageSvg(hash), 'image/svg+xml')} />
        <Item
          label={t('share.events')}
          act={() => download(`${name}-events.csv`, eventsCsv(reading, lang), 'text/csv')}
        />
        {document !== null && (
          <>
            <Item
              label={t('share.services')}
              act={() => download(`${name}-services.csv`, servicesCsv(document, lang), 'text/csv')}
            />
            <Item
              label={t('share.run')}
              act={() => download(`${name}.json`, `${JSON.stringify(document, null, 2)}\n`, 'application/json')}
            />
            <Item
              label={t('share.report')}
              act={() => download(`${name}.md`, incidentReport(reading, document, lang), 'text/markdown')}
            />
          </>
        )}
      </ul>
      {document === null && <p class="soft">{t('inspector.judging')}</p>}
    </>
  );
}

function Item({ label, act }: { readonly label: string; readonly act: () => void | Promise<void> }) {
  return (
    <li>
      <button type="button" class="plain" onClick={() => void act()}>
        {label}
      </button>
    </li>
  );
}
