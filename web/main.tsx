/** Starts the page: the engine, the scenario, the frame. */
import { batch } from '@preact/signals';
import { render } from 'preact';
import './styles/main.css';
import { App } from './components/App.js';
import { startEngine } from './engine/engine.js';
import type { RunRequest } from './engine/run-scenario.js';
import { BUNDLED, handed, handedId, scenarioOf, served } from './engine/scenarios.js';
import { en } from './i18n/en.js';
import { ko } from './i18n/ko.js';
import { t } from './i18n/translate.js';
import { applyTheme } from './state/apply-theme.js';
import { leadIn, playing, seek, time } from './state/clock.js';
import { startExplaining } from './state/explaining.js';
import { listenToKeys } from './state/keyboard.js';
import { forgetBranches, startLive } from './state/live.js';
import { readLocation } from './state/location.js';
import { choose } from './state/selection.js';
import { openRun, phase, session } from './state/session.js';
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
    }),
  );
}

async function start(): Promise<void> {
  handed.value = await served();
  const request = await firstRequest();
  if (request === null) {
    phase.value = { name: 'failed', messages: { en: [en['app.noScenario']], ko: [ko['app.noScenario']] } };
    return;
  }
  await open(
    { ...request, layout: place.layout ?? request.layout, seed: place.seed ?? request.seed, live: place.live },
    false,
    () => {
      const { reading } = session.value ?? {};
      if (reading !== undefined && place.seconds !== null) seek(reading.origin + place.seconds * 1e6);
      if (place.select !== null) choose(place.select);
    },
  );
}

/** What the address asks for, else what the server hands over, else the first that was built in. */
async function firstRequest(): Promise<RunRequest | null> {
  const id = place.scenario ?? handedId.value ?? BUNDLED[0];
  return id === undefined ? handed.value : scenarioOf(id);
}

applyTheme();
view.value = place.view ?? 'both';
listenToKeys();
syncLocation();
startExplaining(engine);
startLive(engine);
const root = document.getElementById('app');
if (root !== null) render(<App open={(request, keep) => void open(request, keep)} />, root);
void start();
