/**
 * What was changed of the layout, line by line in the notation of plans, each to be taken back; what that makes in all and
 * what an audit has to say about it; the room that sites have; the layout saved under a name.
 */
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { type EditStep, formatCount, siteRooms, textIn } from '../library.js';
import { canRedo, canUndo, ghost, redo, undo } from '../state/branches.js';
import { designing, dropEdit, dropEdits, edits, saveLayout } from '../state/designing.js';
import { language } from '../state/preferences.js';
import { runDocument, session } from '../state/session.js';
import { Icon } from './Icon.js';

export function DesignPanel() {
  if (session.value === null) return null;
  const steps = session.value.redesign?.steps ?? [];
  return (
    <section class="design" id="design" aria-label={t('design.label')}>
      <header>
        <h2>{t('design.label')}</h2>
        <button type="button" class="plain" disabled={!canUndo.value} title="Ctrl+Z" onClick={undo}>
          {t('live.undo')}
        </button>
        <button type="button" class="plain" disabled={!canRedo.value} title="Ctrl+Shift+Z" onClick={redo}>
          {t('live.redo')}
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('design.close')}
          title={`${t('design.close')} (E)`}
          onClick={() => {
            designing.value = false;
          }}
        >
          <Icon name="close" />
        </button>
      </header>
      {steps.length === 0 && <p class="soft">{t('design.how')}</p>}
      {steps.length > 0 && (
        <ol class="plan-steps" aria-label={t('design.changes')}>
          {steps.map((step, i) => (
            <Step key={`${i} ${JSON.stringify(step.edit)}`} step={step} index={i} />
          ))}
        </ol>
      )}
      <Totals />
      {edits.value.length > 0 && <Save />}
      <Rooms />
    </section>
  );
}

function Step({ step, index }: { readonly step: EditStep; readonly index: number }) {
  const lines = step.refused === null ? step.changes : [t(`design.refused.${step.refused}`)];
  return (
    <li class={step.refused === null ? '' : 'refused'}>
      <span>
        {(lines.length === 0 ? [t('design.asItWas')] : lines).map((line) => (
          <code key={line}>{line}</code>
        ))}
      </span>
      <button
        type="button"
        class="icon"
        aria-label={t('design.revert', { change: lines[0] ?? '' })}
        title={t('design.revert', { change: lines[0] ?? '' })}
        onClick={() => void dropEdit(index)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

/** What the changes come to, before the run and after it. */
function Totals() {
  const { redesign } = session.value ?? {};
  if (redesign === null || redesign === undefined) return <p role="status">{t('design.none')}</p>;
  const lang = language.value;
  const { added, changed, removed, cost, worse, better } = redesign.review[lang];
  const was = ghost.value?.made.documents?.[lang].totals.userHoursLost;
  const is = runDocument.value?.totals.userHoursLost;
  return (
    <>
      <p role="status">
        <strong>{t('design.totals', { added, changed, removed })}</strong>
        {cost !== null && `, ${t('design.cost', { cost: signed(cost.after - cost.before, cost.currency) })}`}
      </p>
      {was !== undefined && is !== undefined && (
        <p>
          {t('design.lost', {
            before: formatCount(Math.round(was), lang),
            after: formatCount(Math.round(is), lang),
          })}
        </p>
      )}
      {worse.length + better.length > 0 && (
        <ul class="design-findings" aria-label={t('design.findings')}>
          {worse.map(({ rule, subject, message }) => (
            <li key={`${rule} ${subject}`}>
              <span class="verdict">!</span> {message}
            </li>
          ))}
          {better.map(({ rule, subject, message }) => (
            <li key={`${rule} ${subject}`} class="soft">
              <span class="verdict">✓</span> <s>{message}</s>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function signed(amount: number, currency: string | null): string {
  const sign = amount < 0 ? '−' : '+';
  return `${sign}${formatCount(Math.abs(amount), language.value)}${currency === null ? '' : ` ${currency}`}`;
}

function Save() {
  const [name, setName] = useState(session.value?.scenario.layout ?? '');
  return (
    <form
      class="design-save"
      onSubmit={(event) => {
        event.preventDefault();
        void saveLayout(name.trim());
      }}
    >
      <label>
        {t('design.name')}{' '}
        <input
          type="text"
          value={name}
          required
          maxLength={64}
          pattern="[\p{L}\p{N}][\p{L}\p{N}_\-]*"
          title={t('design.nameHint')}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <button type="submit" class="plain">
        {t('design.save')}
      </button>
      <button type="button" class="plain" onClick={() => void dropEdits()}>
        {t('design.dropAll')}
      </button>
    </form>
  );
}

function Rooms() {
  if (session.value === null) return null;
  const { scenario } = session.value;
  const lang = language.value;
  return (
    <>
      <h3>{t('design.rooms')}</h3>
      <ul class="rooms">
        {siteRooms(scenario).map(({ site, servers, used, free }) => {
          const name = textIn(scenario.sites.find(({ id }) => id === site)?.name, lang, site);
          const values = { free: formatCount(free, lang), servers: formatCount(servers, lang) };
          return (
            <li key={site}>
              <span>{name}</span>
              <span class="bar" aria-hidden="true">
                <i style={{ width: `${(100 * used) / Math.max(1, servers)}%` }} />
              </span>
              <small>{t('design.room', values)}</small>
            </li>
          );
        })}
      </ul>
    </>
  );
}
