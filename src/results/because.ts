/**
 * What brought an event about, as a list of events tells it beside each: the nearest cause that is worth a word.
 *
 * The log has causes for many uses: a schedule wants to know that power came back so long after it went. To a person it
 * did not come back *because* it went. Left out: further causes of the same event (`went-down.ts` has them all).
 */
import { STATES } from '../record/record.js';
import type { EventView, RecordView } from '../record/view.js';
import type { Scenario } from '../scenario/model.js';
import type { Language } from './amounts.js';
import { sentencesOf } from './sentences.js';

/** Null: nothing that the event does not say by itself. */
export type Because = (event: number) => string | null;

const TEXTS = {
  plan: { en: 'the scenario gives it back then', ko: '시나리오에 적힌 복구 시각' },
  unseen: { en: 'the work is done, but callers do not see it yet', ko: '작업은 끝났으나 호출자가 아직 모름' },
} as const;

export function becauseIn(scenario: Scenario, view: RecordView, language: Language): Because {
  const sentence = sentencesOf(scenario, view, language);
  return (index) => {
    const event = view.event(index);
    // It was lost for its age, by the time that the callee was away; that the callee is back is when it is counted.
    if (event.rule === 'work.bounced') return null;
    const cause = event.causes
      .map((each) => view.event(each))
      .find((each) => !isItsOwnPast(event, each) && !(isWorkedOn(event) && !isWork(each)));
    if (cause === undefined) return null;
    if (event.rule === 'power.returned' && cause.rule === 'fault.began') return TEXTS.plan[language];
    if (isUnseen(event, cause)) return TEXTS.unseen[language];
    return sentence(cause);
  };
}

/** Work ended because it had begun, a service is up because it was recovering: that says nothing. */
function isItsOwnPast(event: EventView, cause: EventView): boolean {
  return cause.entity === event.entity && family(cause.rule) === family(event.rule);
}

const family = (rule: string): string => rule.replace(/\..*$/, '');

/** Down before and after, but somebody is at it now: not because of what took it down. */
function isWorkedOn({ rule, numbers }: EventView): boolean {
  return rule === 'state.changed' && STATES[numbers.from] === 'down' && STATES[numbers.to] === 'recovering';
}

const isWork = ({ rule }: EventView): boolean => ['task', 'failover', 'boot', 'rebuild'].includes(family(rule));

/** No longer recovering, since its work is done, and not up, since health checks have not seen it. */
function isUnseen({ rule, numbers }: EventView, cause: EventView): boolean {
  return rule === 'state.changed' && STATES[numbers.to] === 'down' && cause.rule === 'servers.recovered';
}
