/**
 * Why: did it go down, is it still down at the time that is shown, what decided its way back, what would have saved it.
 *
 * All sentences are the library's, from the worker (state/explaining.ts). Each of the first three can be lit on the
 * stage and the timeline.
 */
import { t } from '../i18n/translate.js';
import {
  type ExplainDocument,
  explanationMarkdown,
  formatDuration,
  momentText,
  type Reading,
  timeOfInstant,
} from '../library.js';
import { playing, seek, time } from '../state/clock.js';
import { explanationShown, furtherShown, litPath, type Path, troubleExplaining } from '../state/explaining.js';
import { unseen } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { CopyButton } from './CopyButton.js';
import { WhySaved } from './WhySaved.js';
import { WhySteps } from './WhySteps.js';

export function Why() {
  if (session.value === null) return null;
  const document = explanationShown.value;
  const { reading } = session.value;
  return (
    <section class="why" id="why" tabIndex={-1} aria-label={t('why.label')}>
      {document === null && troubleExplaining.value === null && <p class="soft">{t('why.working')}</p>}
      {troubleExplaining.value !== null && <p class="alarm">{troubleExplaining.value}</p>}
      {document !== null && <Told document={document} reading={reading} />}
    </section>
  );
}

interface Props {
  readonly document: ExplainDocument;
  readonly reading: Reading;
}

function Told({ document, reading }: Props) {
  const lang = language.value;
  const { wentDown, stillDown, pathBack, offPath, pathToFull, outage } = document;
  if (wentDown.length === 0 && outage === null) return <p class="soft">{t('inspector.whyEmpty')}</p>;
  const begun = outage === null || time.value >= timeOfInstant(reading.record, outage.fromAt);
  // Of what was not played yet nothing is told: neither an outage to come nor the way back.
  if (unseen.value && !begun) return <p class="soft">{t('why.notYet')}</p>;
  const took = ({ seconds }: { readonly seconds: number }): string => formatDuration(seconds, lang);
  const spare = offPath.filter(({ slackSeconds }) => slackSeconds > 0);
  return (
    <>
      <About document={document} reading={reading} />
      <Head path="wentDown" title={t('inspector.why')} enabled={wentDown.length > 0} />
      <WhySteps steps={wentDown} most={10} />
      {stillDown.length > 0 && (
        <>
          <Head path="stillDown" title={t('why.still')} enabled={true} />
          <p class="soft">{t('why.longest')}</p>
          <WhySteps steps={stillDown} strong={({ lastsLongest }) => lastsLongest} withCauses most={7} last={0} />
        </>
      )}
      {outage !== null && !unseen.value && (
        <>
          <Head path="pathBack" title={t('why.back')} enabled={pathBack.length > 0} />
          {pathBack.length === 0 && <p class="soft">{t('why.neverBack')}</p>}
          <WhySteps steps={pathBack} note={took} />
          {spare.length > 0 && (
            <details>
              <summary>{t('why.offPath', { count: spare.length })}</summary>
              <WhySteps
                steps={spare}
                note={({ slackSeconds }) => t('why.slack', { slack: formatDuration(slackSeconds, lang) })}
                withNumbers={false}
              />
            </details>
          )}
          {pathToFull.length > 0 && (
            <details>
              <summary>{t('why.toFull')}</summary>
              <WhySteps steps={pathToFull} note={took} />
            </details>
          )}
          <WhySaved />
        </>
      )}
      <p>
        <CopyButton
          label={t('why.copy')}
          text={() =>
            explanationMarkdown(furtherShown.value ?? document, { file: reading.scenario.file, language: lang })
          }
        />
      </p>
    </>
  );
}

/** Which time not up it is about; when that is another one than what the clock shows, a way there. */
function About({ document, reading }: Props) {
  const lang = language.value;
  const { outage, at } = document;
  if (outage === null || unseen.value) return null;
  const moment = (iso: string): string => momentText(reading, timeOfInstant(reading.record, iso), lang);
  const about = t('why.about', {
    from: moment(outage.fromAt),
    to: outage.toAt === null ? t('why.end') : moment(outage.toAt),
  });
  const there = timeOfInstant(reading.record, at);
  const isNow =
    time.value >= timeOfInstant(reading.record, outage.fromAt) &&
    (outage.toAt === null || time.value < timeOfInstant(reading.record, outage.toAt));
  return (
    <p class="why-about">
      {about}
      {!isNow && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            playing.value = false;
            seek(there);
          }}
        >
          {t('why.goThere')}
        </button>
      )}
    </p>
  );
}

function Head({ path, title, enabled }: { readonly path: Path; readonly title: string; readonly enabled: boolean }) {
  const shown = litPath.value === path;
  return (
    <div class="why-head">
      <h3>{title}</h3>
      {enabled && (
        <button
          type="button"
          class="plain"
          aria-pressed={shown}
          aria-label={`${t('why.show')}: ${title}`}
          onClick={() => {
            litPath.value = shown ? null : path;
          }}
        >
          {t('why.show')}
        </button>
      )}
    </div>
  );
}
