/**
 * The scenario's text with the numbers of its lines; below it every mistake as the command prints it, line and caret,
 * each leading to its place. Left out: colours of the language, completion.
 */
import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { download } from '../files/download.js';
import { t } from '../i18n/translate.js';
import { formatProblem, type Problem } from '../library.js';
import { closeEditor, draft, draftProblems, receive, write } from '../state/editing.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { Icon } from './Icon.js';

export function Editor() {
  const field = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const open = draft.value !== null;
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  if (draft.value === null) return null;
  const { text, file } = draft.value;
  const problems = draftProblems.value;
  const wrong = new Set(problems.map(({ line }) => line));
  const count = text.split('\n').length;

  function show({ line, column, endColumn }: Problem): void {
    const area = field.current;
    if (area === null || line === 0) return;
    const lines = text.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    area.focus();
    area.setSelectionRange(start + column - 1, start + endColumn - 1);
    area.scrollTop = Math.max(0, (line / lines.length) * area.scrollHeight - area.clientHeight / 2);
  }

  return (
    <section class="editor" aria-label={t('editor.label')}>
      <header>
        <h2>{file.replace(/^.*[/\\]/, '')}</h2>
        <label class="plain file">
          {t('editor.open')}
          <input type="file" accept=".yaml,.yml,.json" class="visually-hidden" onChange={onFile} />
        </label>
        <button type="button" class="plain" onClick={() => download(file, text, 'application/yaml')}>
          {t('editor.save')}
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('editor.close')}
          title={t('editor.close')}
          onClick={closeEditor}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="editor-text">
        <div class="editor-gutter" ref={gutter} aria-hidden="true">
          <LineNumbers count={count} wrong={wrong} />
        </div>
        <textarea
          ref={field}
          wrap="off"
          spellcheck={false}
          autocomplete="off"
          aria-label={t('editor.text')}
          aria-invalid={problems.length > 0}
          value={text}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onScroll={({ currentTarget }) => {
            if (gutter.current !== null) gutter.current.scrollTop = currentTarget.scrollTop;
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') closeEditor();
          }}
        />
      </div>
      <div class="editor-problems">
        <p role="status">
          {problems.length === 0
            ? t('editor.fine')
            : t(session.value === null ? 'editor.wrong' : 'editor.wrongKept', { count: problems.length })}
        </p>
        <ul>
          {problems.map((problem, i) => (
            <li key={`${i} ${problem.code}`}>
              <button type="button" onClick={() => show(problem)}>
                <Told text={formatProblem(problem, { lang: language.value })} />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Long texts have tens of thousands of lines: what is right between two that are wrong is one element. */
function LineNumbers({ count, wrong }: { readonly count: number; readonly wrong: ReadonlySet<number> }) {
  const marked = [...wrong].filter((line) => line > 0 && line <= count).sort((a, b) => a - b);
  const before = [0, ...marked];
  return (
    <>
      {before.map((line, i) => {
        const next = marked[i] ?? count + 1;
        const between = Array.from({ length: Math.max(0, next - line - 1) }, (_, k) => line + k + 1);
        return (
          <Fragment key={line}>
            {line > 0 && <div class="wrong">{line}</div>}
            {between.length > 0 && <div>{between.join('\n')}</div>}
          </Fragment>
        );
      })}
    </>
  );
}

/** The sentence may break; the line and its caret must not. */
function Told({ text }: { readonly text: string }) {
  const [head, ...rest] = text.split('\n');
  return (
    <>
      <span class="problem">{head}</span>
      <pre>{rest.join('\n')}</pre>
    </>
  );
}

async function onFile({ currentTarget }: Event): Promise<void> {
  const field = currentTarget as HTMLInputElement;
  const [chosen] = field.files ?? [];
  if (chosen === undefined) return;
  await receive(chosen.name, await chosen.text());
  field.value = '';
}
