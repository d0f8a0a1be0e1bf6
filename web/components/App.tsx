/** The frame: stage above, time below, what is chosen and what changed at the side. */

import { effect } from '@preact/signals';
import { t } from '../i18n/translate.js';
import { textIn } from '../library.js';
import { designing } from '../state/designing.js';
import { draft } from '../state/editing.js';
import { covered, learning, unseen } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { choice } from '../state/selection.js';
import { phase, session } from '../state/session.js';
import { sight } from '../state/sight.js';
import { notice, presenting, stageShare, view } from '../state/view.js';
import { ChangeLog } from './ChangeLog.js';
import { DesignPanel } from './DesignPanel.js';
import { Editor } from './Editor.js';
import { FailureBar } from './FailureBar.js';
import { FocusBar } from './FocusBar.js';
import { Header, type Open } from './Header.js';
import { Help } from './Help.js';
import { Inspector } from './Inspector.js';
import { Legend } from './Legend.js';
import { LiveBar } from './LiveBar.js';
import { LiveRegion } from './LiveRegion.js';
import { Matrix } from './Matrix.js';
import { PlaceDialog } from './PlaceDialog.js';
import { Presenter } from './Presenter.js';
import { Share } from './Share.js';
import { SiteBoard } from './SiteBoard.js';
import { Splitter } from './Splitter.js';
import { Stages } from './Stages.js';
import { Start } from './Start.js';
import { Sweep } from './Sweep.js';
import { TableView } from './TableView.js';
import { Timeline } from './Timeline.js';
import { WorkshopPage, WorkshopSide } from './Workshop.js';

/** The tab bears the name of what is looked at. */
effect(() => {
  const { scenario } = session.value ?? {};
  document.title =
    scenario === undefined ? 'Firebreak' : `${textIn(scenario.title, language.value, scenario.id)} · Firebreak`;
});

export function App({ open }: { readonly open: Open }) {
  const now = learning.value;
  const marks = [
    'app',
    `view-${view.value}`,
    draft.value === null ? '' : 'editing',
    presenting.value ? 'presenting' : '',
    designing.value ? 'designing' : '',
    now === null ? '' : `learning learning-${now.page}`,
  ];
  return (
    <div class={marks.join(' ')}>
      <Presenter />
      <button type="button" class="skip" onClick={() => document.getElementById('timeline')?.focus()}>
        {t('app.skip')}
      </button>
      <Header open={open} />
      <Messages />
      {now !== null && now.page !== 'lesson' && <WorkshopPage />}
      {now?.page === 'lesson' && (
        <div class="frame">
          {session.value !== null && <Run open={open} />}
          <aside class="side" aria-label={t('learn.lesson')}>
            <WorkshopSide />
            {choice.value !== null && <Inspector />}
          </aside>
        </div>
      )}
      {now === null && session.value !== null && (
        <div class="frame">
          <Run open={open} />
          <aside class="side" aria-label={t('inspector.label')}>
            <Inspector />
            {designing.value ? <DesignPanel /> : <ChangeLog />}
          </aside>
        </div>
      )}
      <Editor />
      <PlaceDialog />
      <Help />
      <Share />
      <Start />
      <LiveRegion />
    </div>
  );
}

/** Stage above, time below; what is still covered is not there at all. */
function Run({ open }: { readonly open: Open }) {
  const shown = view.value;
  if (sight.value !== 'all') return <PartOfRun />;
  return (
    <main class="main" style={{ '--stage-share': shown === 'both' ? stageShare.value : undefined }}>
      <FailureBar open={open} />
      <LiveBar />
      {(shown === 'both' || shown === 'stage') && <FocusBar />}
      {(shown === 'both' || shown === 'stage') && <Stages />}
      {shown === 'table' && !unseen.value && <TableView />}
      {shown === 'matrix' && !unseen.value && <Matrix open={open} />}
      {shown === 'sweep' && !unseen.value && <Sweep />}
      <Legend />
      {covered.value ? (
        <p class="cover">{t('learn.covered')}</p>
      ) : (
        <>
          {shown === 'both' && <Splitter />}
          <Timeline />
        </>
      )}
    </main>
  );
}

/** What one role of a group may see of it. */
function PartOfRun() {
  return (
    <main class="main part-of-run">
      {sight.value === 'sites' && <SiteBoard />}
      {sight.value === 'strips' && <Legend />}
      {covered.value ? <p class="cover">{t('learn.covered')}</p> : <Timeline />}
    </main>
  );
}

function Messages() {
  const now = phase.value;
  return (
    <>
      {notice.value !== null && (
        <p class="notice" role="status">
          {notice.value}
        </p>
      )}
      {now.name === 'loading' && session.value === null && <p class="loading">{t('app.loading')}</p>}
      {now.name === 'simulating' && (
        <p class="loading">
          {t('app.simulating', { name: now.what })} <progress value={now.share} aria-label={t('app.progress')} />
        </p>
      )}
      {now.name === 'failed' && (draft.value === null || now.problems.length === 0) && (
        <section class="failed" role="alert">
          <h2>{t('app.failed')}</h2>
          <pre>{now.messages[language.value].join('\n\n')}</pre>
        </section>
      )}
    </>
  );
}
