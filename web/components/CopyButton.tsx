/** Puts a text onto the clipboard and says that it is there, or that the browser does not allow it. */
import { useState } from 'preact/hooks';
import { copyText } from '../files/copy-text.js';
import { t } from '../i18n/translate.js';

interface Props {
  readonly label: string;
  /** Made when it is asked for. */
  readonly text: () => string;
}

export function CopyButton({ label, text }: Props) {
  const [done, setDone] = useState<boolean | null>(null);
  const said = done === null ? label : t(done ? 'share.copied' : 'share.notCopied');
  return (
    <button type="button" class="plain" aria-live="polite" onClick={async () => setDone(await copyText(text()))}>
      {said}
    </button>
  );
}
