/**
 * What if any one thing fails: a row for each, a column for each layout; a cell is what it costs, and whether the file's
 * expectations hold. A cell opens its run at its worst moment.
 *
 * One tab stop: arrows move between cells, as in a grid.
 */
import { useRef, useState } from 'preact/hooks';
import type { TextKey } from '../i18n/catalogue.js';
import { t } from '../i18n/translate.js';
import { type ContingencyCase, FAILURE_KINDS, formatCount, type MatrixOrder, type MatrixRow } from '../library.js';
import { nameOfFailure, openCase } from '../state/failing.js';
import { matrixDepth, matrixKinds, matrixLayouts, matrixOrder, most, partsCostMore, rows } from '../state/matrix.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { AmountMark } from './AmountMark.js';
import type { Open } from './Header.js';
import { costsMoreText, MatrixCase, VERDICT_SIGNS } from './MatrixCase.js';
import { MatrixProgress } from './MatrixProgress.js';

const MOVES: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function Matrix({ open }: { readonly open: Open }) {
  const table = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<readonly [row: number, column: number]>([0, 0]);
  if (session.value === null) return null;
  const layouts = matrixLayouts.value;
  const shown = rows.value;
  const [row, column] = [Math.min(place[0], Math.max(0, shown.length - 1)), Math.min(place[1], layouts.length - 1)];

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const move = MOVES[event.key];
    if (move === undefined || !(event.target as HTMLElement).matches('[data-cell]')) return;
    event.preventDefault();
    event.stopPropagation();
    for (let [r, c] = [row + move[0], column + move[1]]; shown[r] !== undefined && c >= 0 && c < layouts.length; ) {
      const target = table.current?.querySelector<HTMLElement>(`[data-cell="${r} ${c}"]`);
      if (target) {
        setPlace([r, c]);
        target.focus();
        return;
      }
      r += move[0];
      c += move[1];
    }
  }

  const told = shown[row]?.cells[column] ?? null;
  return (
    <section class="tables matrix" aria-label={t('matrix.label')}>
      <header>
        <h2>{t('matrix.title')}</h2>
        <p class="soft">{t('matrix.how')}</p>
        <Kinds />
        <MatrixProgress />
      </header>
      {shown.length > 0 && (
        <table class="sortable" ref={table} onKeyDown={onKeyDown} aria-description={t('matrix.keys')}>
          <thead>
            <tr>
              <Head order="tried">{t('matrix.fails')}</Head>
              {layouts.map((layout) => (
                <Head key={layout} order={{ layout }}>
                  {layout}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((each, r) => (
              <tr key={each.key}>
                <th scope="row">
                  {nameOfFailure(each.failed)}{' '}
                  <small>{each.failed.map(({ kind }) => t(`matrix.kind.${kind}`)).join(' + ')}</small>
                </th>
                {each.cells.map((cell, c) => (
                  <td key={layouts[c]}>
                    {cell === null ? (
                      <span class="soft">·</span>
                    ) : (
                      <Cell
                        cell={cell}
                        row={each}
                        at={`${r} ${c}`}
                        stop={r === row && c === column}
                        onFocus={() => setPlace([r, c])}
                        onOpen={() => openCase(open, cell)}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Notes />
      {told !== null && <MatrixCase each={told} onOpen={() => openCase(open, told)} />}
    </section>
  );
}

/** What holds beside the cells; the same of several layouts is said once. */
function Notes() {
  const notes = [...new Set(partsCostMore.value.map(costsMoreText))];
  if (notes.length === 0) return null;
  return (
    <ul class="matrix-notes" aria-label={t('matrix.notes')}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

interface CellProps {
  readonly cell: ContingencyCase;
  readonly row: MatrixRow;
  readonly at: string;
  readonly stop: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

function Cell({ cell, row, at, stop, onFocus, onOpen }: CellProps) {
  const lang = language.value;
  const hours = formatCount(cell.userHoursLost, lang);
  const verdict = !cell.touched ? t('matrix.untouched') : t(`verdict.${cell.verdict ?? 'none'}` as TextKey);
  return (
    <button
      type="button"
      data-cell={at}
      tabIndex={stop ? 0 : -1}
      class={cell.verdict === 'failed' ? 'failed' : ''}
      aria-label={t('matrix.cell', { name: nameOfFailure(row.failed), layout: cell.layout, hours, verdict })}
      title={verdict}
      onFocus={onFocus}
      onPointerEnter={onFocus}
      onClick={onOpen}
    >
      <AmountMark value={cell.userHoursLost} most={most.value} />
      <span class="hours">{hours}</span>
      <span class="verdict" aria-hidden="true">
        {cell.touched ? VERDICT_SIGNS[cell.verdict ?? 'none'] : '–'}
      </span>
    </button>
  );
}

function Head({ order, children }: { readonly order: MatrixOrder; readonly children: string }) {
  const isThis = JSON.stringify(matrixOrder.value) === JSON.stringify(order);
  return (
    <th scope="col" aria-sort={isThis ? (order === 'tried' ? 'other' : 'descending') : undefined}>
      <button
        type="button"
        title={t('table.sort', { column: children })}
        onClick={() => {
          // A second press leads back to the worst of all first.
          matrixOrder.value = isThis ? 'worst' : order;
        }}
      >
        {children}
        <span aria-hidden="true">{isThis ? ' ↓' : ''}</span>
      </button>
    </th>
  );
}

function Kinds() {
  const chosen = matrixKinds.value;
  return (
    <fieldset class="kinds" aria-label={t('matrix.kinds')}>
      {FAILURE_KINDS.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={chosen.includes(kind)}
            // One stays: without any there is nothing to fail.
            disabled={chosen.length === 1 && chosen[0] === kind}
            onChange={({ currentTarget }) => {
              matrixKinds.value = FAILURE_KINDS.filter((each) =>
                each === kind ? currentTarget.checked : chosen.includes(each),
              );
            }}
          />
          {t(`matrix.kinds.${kind}`)}
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={matrixDepth.value === 2}
          onChange={({ currentTarget }) => {
            matrixDepth.value = currentTarget.checked ? 2 : 1;
          }}
        />
        {t('matrix.pairs')}
      </label>
    </fieldset>
  );
}
