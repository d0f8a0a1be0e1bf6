/** A service or a journey: what is true of it now, where it runs, what it needs, why it went down. */
import { t } from '../i18n/translate.js';
import {
  CAUSE_WORDS,
  formatCount,
  formatDuration,
  formatShare,
  momentText,
  STATE_WORDS,
  type Subject,
  statusAt,
  textIn,
} from '../library.js';
import { calmTime } from '../state/clock.js';
import { designing } from '../state/designing.js';
import { covered, learning, unseen } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { runDocument, session } from '../state/session.js';
import { Deployments } from './Deployments.js';
import { DesignNeeds, DesignService } from './DesignService.js';
import { Facts } from './Facts.js';
import { LiveActions } from './LiveActions.js';
import { Neighbours } from './Neighbours.js';
import { SourceLine } from './SourceLine.js';
import { StateSign } from './StateSign.js';
import { Why } from './Why.js';

export function SubjectInspector({ subject }: { readonly subject: Subject }) {
  if (session.value === null) return null;
  const { reading, scenario } = session.value;
  const lang = language.value;
  const now = calmTime.value;
  const status = statusAt(reading.view, subject.entity, now);
  const run = runDocument.value;
  const result = (subject.kind === 'journey' ? run?.journeys : run?.services)?.find((each) => each.id === subject.id);
  const service = subject.kind === 'service' ? scenario.services.find((each) => each.id === subject.id) : undefined;
  const caller = [...scenario.services, ...scenario.journeys].find((each) => each.path === subject.path);
  const needs = caller?.needs ?? [];
  const line = scenario.positions[subject.path]?.[0];
  const wanted = reading.view.at(subject.entity, subject.users === null ? 'asked' : 'wanted', now);
  const since = t('inspector.since', {
    moment: momentText(reading, status.since, lang, now),
    duration: formatDuration((now - status.since) / 1e6, lang),
  });
  const back = (seconds: number | null | undefined, at: string | null | undefined): string => {
    if (result === undefined || result.notUpSeconds === 0) return t('inspector.untouched');
    return seconds === null || seconds === undefined || at === null || at === undefined
      ? t('inspector.never')
      : `${formatDuration(seconds, lang)}`;
  };
  return (
    <>
      <h2>
        <StateSign state={status.state} size={22} /> {textIn(subject.name, lang, subject.id)}
      </h2>
      <Facts
        facts={[
          [t('inspector.state'), <strong key="state">{STATE_WORDS[status.state][lang]}</strong>, since],
          status.cause === 'none'
            ? null
            : [
                t('inspector.cause'),
                CAUSE_WORDS[status.cause][lang],
                status.blocked ? t('inspector.blocked') : undefined,
              ],
          status.share === null ? null : [t('inspector.success'), formatShare(status.share, lang)],
          Number.isNaN(wanted)
            ? null
            : [t('inspector.demand'), t('inspector.perSecond', { amount: formatCount(Math.round(wanted), lang) })],
        ]}
      />
      {service !== undefined &&
        (designing.value ? <DesignService service={service} /> : <Deployments service={service} />)}
      {designing.value && caller !== undefined && <DesignNeeds subject={caller} />}
      {!designing.value && learning.value === null && <LiveActions />}
      {!covered.value && (
        <>
          <Why />
          {!unseen.value && (
            <Facts
              facts={[
                [t('inspector.notUp'), formatDuration(result?.notUpSeconds ?? 0, lang)],
                [t('inspector.firstFunction'), back(result?.firstFunctionAfterSeconds, result?.firstFunctionAt)],
                [t('inspector.back'), back(result?.restoredAfterSeconds, result?.restoredAt)],
                (result?.userHoursLost ?? 0) > 0
                  ? [t('inspector.lost'), formatCount(result?.userHoursLost ?? 0, lang)]
                  : null,
              ]}
            />
          )}
        </>
      )}
      <Neighbours title="inspector.needs" needs={needs.map((need) => ({ id: need.service, need }))} />
      <Neighbours
        title="inspector.neededBy"
        needs={[...scenario.services, ...scenario.journeys].flatMap((other) =>
          other.needs
            .filter((need) => subject.kind === 'service' && need.service === subject.id)
            .map((need) => ({ id: other.id, need })),
        )}
      />
      {line !== undefined && <SourceLine key={line} line={line} />}
    </>
  );
}
