/** Scenarios from outside the page: a file dropped anywhere, or a text pasted where nobody types. */
import { t } from '../i18n/translate.js';
import { MAX_SCENARIO_BYTES } from '../library.js';
import { receive } from '../state/editing.js';
import { notice } from '../state/view.js';

/** What every scenario has; other text that is pasted is not meant for us. */
const SCENARIO = /(^|[\n{,])\s*"?firebreak"?\s*:/;

export function receiveFiles(): void {
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    if (file.size > MAX_SCENARIO_BYTES) notice.value = t('editor.tooLarge', { file: file.name });
    else void file.text().then((text) => receive(file.name, text));
  });
  document.addEventListener('paste', (event) => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (typing || !SCENARIO.test(text)) return;
    event.preventDefault();
    void receive('pasted.yaml', text);
  });
}
