/** Starts the page: the engine, the scenario, the frame. */
import { batch, effect } from '@preact/signals';
import { render } from 'preact';
import './styles/main.css';
import { App } from './components/App.js';
import { startEngine } from './engine/engine.js';
import type { RunRequest } from './engine/run-request.js';
import { BUNDLED, handed, handedId, scenarioOf, served } from './engine/scenarios.js';
import { UnpackError, unpack } from './files/packed-text.js';
import { receiveFiles } from './files/receive-files.js';
import type { TextKey } from './i18n/catalogue.js';
import { en } from './i18n/en.js';
import { ko } from './i18n/ko.js';
import { t } from './i18n/translate.js';
import { applyTheme } from './state/apply-theme.js';
import { forgetBranches, startBranches } from './state/branches.js';
import { carryScenario } from './state/carried.js';
import { leadIn, playing, seek, settle, time } from './state/clock.js';
import { otherLayouts, startComparing } from './state/comparing.js';
import { startEditing } from './state/editing.js';
import { startExplaining } from './state/explaining.js';
import { startImporting } from './state/importing.js';
import { keepFocus } from './state/keep-focus.js';
import { listenToKeys } from './state/keyboard.js';
import { learning, startLearning } from './state/learning.js';
import { readLocation } from './state/location.js';
import { startMatrix } from './state/matrix.js';
import { choose } from './state/selection.js';
import { openRun, phase, runDocument, session } from './state/session.js';
import { startSweeping, vary } from './state/sweeping.js';
import { syncLocation } from './state/sync-location.js';
import { notice, view } from './state/view.js';
import { showWindow } from './state/window.js';

const place = readLocation();
const engine = startEngine(() => {
  notice.value = t('app.noWorker');
});

/** @param keep another layout of what is looked at: time and choice stay */
async function open(request: RunRequest, keep = false, then: () => void = () => undefined): Promise<void> {
  playing.value = false;
  await openRun(engine, request, () =>
    batch(() => {
      forgetBranches();
      if (keep) seek(time.value);
      else {
        choose(null);
        showWindow(null);
        seek(leadIn());
      }
      then();
      settle();
    }),
  );
}

async function start(): Promise<void> {
  handed.value = await served();
  learning.value = place.learn;
  // The workshop makes its own runs; the first of the visualiser is made when that is looked at.
  if (place.learn !== null) {
    phase.value = { name: 'ready' };
    const stop = effect(() => {
      if (learning.value !== null || session.peek() !== null) return;
      queueMicrotask(() => stop());
      void openFirst();
    });
    return;
  }
  await openFirst();
}

async function openFirst(): Promise<void> {
  const request = await firstRequest();
  if (typeof request === 'string') {
    const messages = { en: [en[request]], ko: [ko[request]] };
    phase.value = { name: 'failed', messages, problems: [], request: null };
    return;
  }
  await open(
    {
      ...request,
      layout: place.layout ?? request.layout,
      seed: place.seed ?? request.seed,
      live: place.live,
      failures: place.failures,
      edits: place.edits,
    },
    false,
    () => {
      const { reading } = session.value ?? {};
      if (reading !== undefined && place.seconds !== null) seek(reading.origin + place.seconds * 1e6);
      if (place.select !== null) choose(place.select);
      otherLayouts.value = place.compare;
    },
  );
  const { recordHash } = runDocument.value ?? {};
  if (place.run !== null && recordHash !== undefined && !recordHash.startsWith(place.run)) {
    notice.value = t('share.differs', { was: place.run, is: recordHash.slice(0, 8) });
  }
}

/** What the address carries or asks for, else what the server hands over, else the first that was built in; or why not. */
async function firstRequest(): Promise<RunRequest | TextKey> {
  if (place.carried === 'elsewhere') return 'share.elsewhere';
  if (place.carried !== null) {
    try {
      const text = await unpack(place.carried.packed);
      return { file: place.carried.file, text, layout: null, seed: null, live: [] };
    } catch (error) {
      return error instanceof UnpackError && error.reason === 'tooLarge' ? 'share.bomb' : 'share.cut';
    }
  }
  const id = place.scenario ?? handedId.value ?? BUNDLED[0];
  return (id === undefined ? handed.value : await scenarioOf(id)) ?? 'app.noScenario';
}

applyTheme();
view.value = place.view ?? 'both';
vary.value = place.vary ?? '';
listenToKeys();
keepFocus();
carryScenario();
syncLocation();
startExplaining(engine);
startBranches(engine);
startEditing(engine);
startComparing(engine);
startMatrix(engine);
startSweeping(engine);
startImporting(engine);
startLearning({ engine, open });
receiveFiles();
const root = document.getElementById('app');
if (root !== null) render(<App open={(request, keep, then) => void open(request, keep, then)} />, root);
void start();
