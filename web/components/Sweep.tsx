/**
 * One number of the file over a range: which one, from where to where, and what comes of it. Reads like the question of
 * `firebreak sweep`; a run each, at the seed of the run that is looked at.
 */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { formatCount, type SweptParameter } from '../library.js';
import { language } from '../state/preferences.js';
import { choice } from '../state/selection.js';
import { session } from '../state/session.js';
import {
  isOutdated,
  parameters,
  stopSweep,
  sweep,
  sweepDocument,
  sweepTrouble,
  sweepWorking,
  sweptPath,
  sweptRuns,
  vary,
} from '../state/sweeping.js';
import { SweepStrip } from './SweepStrip.js';

/** More of them nobody reads through. */
const MOST_SHOWN = 200;

export function Sweep() {
  if (session.value === null) return null;
  return (
    <section class="tables sweep" aria-label={t('sweep.label')}>
      <header>
        <h2>{t('sweep.title')}</h2>
        <p class="soft">{t('sweep.how')}</p>
      </header>
      {parameters.value === null ? <p class="soft">{t('sweep.reading')}</p> : <Question all={parameters.value} />}
      <Progress />
      {sweepTrouble.value !== null && (
        <pre role="alert" class="sweep-trouble">
          {sweepTrouble.value[language.value]}
        </pre>
      )}
      {isOutdated.value && (
        <p role="status">
          {t('sweep.outdated')}{' '}
          <button type="button" class="plain" onClick={() => void sweep(vary.value)}>
            {t('sweep.again')}
          </button>
        </p>
      )}
      {sweptRuns.value.length > 0 && <SweepStrip />}
    </section>
  );
}

function Question({ all }: { readonly all: readonly SweptParameter[] }) {
  const [filter, setFilter] = useState(choice.value?.kind === 'service' ? `services.${choice.value.id}.` : '');
  const [path, setPath] = useState(sweptPath.value);
  const [range, setRange] = useState('');
  const varied = vary.value;
  // What was asked for without a range has one now.
  useEffect(() => {
    const [of, taken = ''] = varied.split('=');
    if (of !== '') setPath(of);
    setRange(taken);
  }, [varied]);
  const words = filter.toLowerCase().split(/\s+/u);
  const fitting = all.filter((each) => words.every((word) => each.path.toLowerCase().includes(word)));
  const shown = fitting.slice(0, MOST_SHOWN);
  const chosen = shown.find((each) => each.path === path);
  return (
    <form
      class="sweep-question"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === undefined) return;
        void sweep(range.trim() === '' ? chosen.path : `${chosen.path}=${range.trim()}`);
      }}
    >
      <label>
        <span>{t('sweep.filter')}</span>
        <input
          type="search"
          value={filter}
          autocomplete="off"
          placeholder={t('sweep.filterHint')}
          onInput={({ currentTarget }) => setFilter(currentTarget.value)}
        />
      </label>
      <label class="sweep-parameters">
        <span>{t('sweep.parameter')}</span>
        <select
          size={4}
          value={chosen?.path ?? ''}
          onChange={({ currentTarget }) => {
            setPath(currentTarget.value);
            setRange('');
          }}
          onDblClick={({ currentTarget }) => currentTarget.form?.requestSubmit()}
        >
          {shown.map((each) => (
            <option key={each.path} value={each.path}>
              {`${each.path} = ${each.written}`}
            </option>
          ))}
        </select>
        <small class="soft" role="status">
          {t('sweep.found', {
            count: formatCount(fitting.length, language.value),
            shown: formatCount(shown.length, language.value),
          })}
        </small>
      </label>
      <label>
        <span>{t('sweep.range')}</span>
        <input
          type="text"
          value={range}
          autocomplete="off"
          placeholder={t('sweep.rangeHint')}
          onInput={({ currentTarget }) => setRange(currentTarget.value)}
        />
      </label>
      <button type="submit" class="plain" disabled={chosen === undefined}>
        {t('sweep.compute')}
      </button>
    </form>
  );
}

function Progress() {
  const working = sweepWorking.value;
  const done = sweptRuns.value.length;
  const lang = language.value;
  const document = sweepDocument.value;
  const of = working?.of ?? document?.points.length ?? 0;
  if (working === null && !document?.partial) {
    return document === null ? null : <p role="status">{t('sweep.done', { count: formatCount(done, lang) })}</p>;
  }
  return (
    <p class="trying">
      <span role="status">
        {t('matrix.progress', { done: formatCount(done, lang), of: of === 0 ? '…' : formatCount(of, lang) })}
      </span>
      {working !== null && <progress value={of === 0 ? undefined : done / of} aria-label={t('app.progress')} />}
      {working !== null && (
        <button type="button" class="plain" onClick={stopSweep}>
          {t('why.stop')}
        </button>
      )}
      {working === null && (
        <button type="button" class="plain" onClick={() => void sweep(vary.value)}>
          {t('matrix.goOn')}
        </button>
      )}
    </p>
  );
}
