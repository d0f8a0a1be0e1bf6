/** What a service needs, or is needed by: each with its state, how it calls, and the line that says so. */
import type { TextKey } from '../i18n/catalogue.js';
import { t } from '../i18n/translate.js';
import {
  DEPENDENCY_WORDS,
  type Dependency,
  formatCount,
  formatDuration,
  type Service,
  STATE_WORDS,
  statusAt,
  textIn,
} from '../library.js';
import { calmTime } from '../state/clock.js';
import { language } from '../state/preferences.js';
import { choose } from '../state/selection.js';
import { session } from '../state/session.js';
import { SourceLine } from './SourceLine.js';
import { StateSign } from './StateSign.js';

interface Props {
  readonly title: TextKey;
  /** `id` is the other end. */
  readonly needs: readonly { readonly id: string; readonly need: Dependency }[];
}

export function Neighbours({ title, needs }: Props) {
  if (session.value === null) return null;
  const { scenario, reading } = session.value;
  const lang = language.value;
  return (
    <>
      <h3>{t(title)}</h3>
      {needs.length === 0 && <p class="soft">{t('inspector.nothing')}</p>}
      <ul class="neighbours">
        {needs.map(({ id, need }) => {
          const subject = reading.subject(id);
          const known: Pick<Service, 'name'> | undefined = [...scenario.services, ...scenario.journeys].find(
            (each) => each.id === id,
          );
          const { state } = statusAt(reading.view, subject?.entity ?? -1, calmTime.value);
          const line = scenario.positions[need.path]?.[0];
          return (
            <li key={`${id} ${need.kind}`} class="need">
              <button type="button" onClick={() => choose(`${subject?.kind ?? 'service'}:${id}`)}>
                <StateSign state={state} size={16} />
                <span class="name">{textIn(known?.name, lang, id)}</span>
                <small>{DEPENDENCY_WORDS[need.kind][lang]}</small>
                <span class="visually-hidden">{STATE_WORDS[state][lang]}</span>
              </button>
              <small class="need-facts">{factsOf(need)}</small>
              {line !== undefined && <SourceLine line={line} short />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** How it is called, of what is called at all: tools are used by people. */
function factsOf({ kind, calls, timeoutSeconds, retries, breaker, cache, parallel }: Dependency): string {
  if (kind === 'startup' || kind === 'operate') return '';
  const lang = language.value;
  const facts = [
    t('need.calls', { calls: formatCount(calls, lang) }),
    t('need.timeout', { timeout: formatDuration(timeoutSeconds, lang) }),
    retries > 0 ? t('need.retries', { retries }) : null,
    breaker === null ? null : t('need.breaker'),
    cache === null ? null : t('need.cache'),
    parallel === null ? null : t('need.parallel'),
  ];
  return facts.filter((fact) => fact !== null).join(', ');
}
