/** The run as a whole: expectations first, then what it cost whom, and the worst services. */
import { t } from '../i18n/translate.js';
import { unbroken } from '../i18n/unbroken.js';
import { type ExpectationResult, formatAmount, formatCount, formatDuration, summarise, textIn } from '../library.js';
import { language } from '../state/preferences.js';
import { choose } from '../state/selection.js';
import { runDocument, session } from '../state/session.js';
import { Compare } from './Compare.js';
import { Facts } from './Facts.js';
import { Losses } from './Losses.js';

const WORST = 5;
const SIGNS: Readonly<Record<ExpectationResult['verdict'], string>> = { met: '✓', failed: '✗', inconclusive: '?' };

export function RunSummary() {
  if (session.value === null) return null;
  const { scenario, reading } = session.value;
  const lang = language.value;
  const run = runDocument.value;
  const title = textIn(scenario.title, lang, scenario.id);
  if (run === null) return <Judging title={title} />;
  const { totals } = run;
  const after = (seconds: number | null): string =>
    seconds === null ? t('inspector.never') : formatDuration(seconds, lang);
  const { worst } = summarise(reading, run, { impact: 1, strip: 1 });
  return (
    <>
      <h2>{title}</h2>
      <Purpose />
      <Facts
        facts={[
          [t('inspector.lost'), formatAmount(totals.userHoursLost, 'person-hours', lang)],
          [t('inspector.peak'), formatCount(Math.round(totals.peakUsersAffected), lang)],
          [t('inspector.served50'), after(totals.served50AfterSeconds)],
          [t('inspector.served95'), after(totals.served95AfterSeconds)],
          [t('inspector.everDown'), formatCount(totals.servicesEverDown, lang)],
          [t('inspector.manual'), formatCount(totals.manualSteps, lang)],
          [t('inspector.stability'), t(`stability.${run.stability}`)],
          [
            t('inspector.hash'),
            <code key="hash">{run.recordHash.slice(0, 8)}</code>,
            t('inspector.seed', { seed: run.seed }),
          ],
        ]}
      />
      <Compare />
      <h3>{t('inspector.worst')}</h3>
      <ul class="worst">
        {worst.slice(0, WORST).map(({ id, kind, name, result }) => (
          <li key={`${kind} ${id}`}>
            <button type="button" onClick={() => choose(`${kind}:${id}`)}>
              <span class="name">{textIn(name, lang, id)}</span>
              <span>{formatDuration(result.notUpSeconds, lang)}</span>
            </button>
          </li>
        ))}
      </ul>
      <h3>{t('inspector.expectations')}</h3>
      {run.expectations.length === 0 && <p class="soft">{t('inspector.noExpectations')}</p>}
      <ul class="expectations">
        {run.expectations.map((each) => (
          <li key={`${each.name} ${each.line}`} class={each.verdict}>
            <span
              class="verdict"
              role="img"
              aria-label={t(`verdict.${each.verdict}`)}
              title={t(`verdict.${each.verdict}`)}
            >
              {SIGNS[each.verdict]}
            </span>
            <span>
              {each.name}
              <small>{unbroken(each.because)}</small>
            </span>
          </li>
        ))}
      </ul>
      <Losses run={run} />
      {run.warnings.length > 0 && (
        <>
          <h3>{t('inspector.warnings')}</h3>
          <ul class="warnings">
            {run.warnings.map((warning) => (
              <li key={`${warning.code} ${warning.message}`}>{warning.message}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Judging({ title }: { readonly title: string }) {
  return (
    <>
      <h2>{title}</h2>
      <Purpose />
      <p class="soft">{t('inspector.judging')}</p>
    </>
  );
}

/** What the scenario is for, as its file says. */
function Purpose() {
  const { scenario } = session.value ?? {};
  if (!scenario?.purpose) return null;
  return <p class="purpose">{textIn(scenario.purpose, language.value, '')}</p>;
}
