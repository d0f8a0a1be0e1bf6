/** Where the scenario says it: file and line, and at a click the lines themselves. */
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { session } from '../state/session.js';

const BEFORE = 1;
const AFTER = 5;

interface Props {
  readonly line: number;
  /** Without the name of the file, where many stand below each other. */
  readonly short?: boolean;
}

export function SourceLine({ line, short = false }: Props) {
  const [open, setOpen] = useState(false);
  if (session.value === null) return null;
  const { text, scenario } = session.value;
  const full = t('inspector.line', { file: scenario.file.replace(/^.*[/\\]/, ''), line });
  return (
    <div class={short ? 'source short' : 'source'}>
      <button
        type="button"
        class="source-button"
        aria-expanded={open}
        aria-label={full}
        title={full}
        onClick={() => setOpen(!open)}
      >
        {short ? t('inspector.lineShort', { line }) : full}
      </button>
      {open && <Lines text={text} line={line} />}
    </div>
  );
}

function Lines({ text, line }: { readonly text: string; readonly line: number }) {
  const all = text.split(/\r?\n/);
  const from = Math.max(1, line - BEFORE);
  return (
    <pre>
      {all.slice(from - 1, line + AFTER).map((content, i) => (
        <span key={from + i} class={from + i === line ? 'here' : ''}>
          <span class="soft">{String(from + i).padStart(4)}</span> {content}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}
