/** An event as a sentence, in English or Korean: the rule's text with the event's subject and numbers filled in. */
import { CAUSES, STATES } from '../record/record.js';
import type { EventView, RecordView } from '../record/view.js';
import { WAIT_KINDS } from '../record/wait-kinds.js';
import type { Dependency, Scenario } from '../scenario/model.js';
import { formatCount, formatDuration, formatShare, type Language } from './amounts.js';
import { type Names, namesOf, WAITING_STAGES } from './names.js';
import { ENGLISH, KOREAN, type SentenceKey } from './sentence-texts.js';
import { CAUSE_WORDS, DEPENDENCY_WORDS, STAGE_WORDS, STATE_WORDS, waitText, wordOf } from './words.js';

export type Sentences = (event: EventView) => string;

const UP = STATES.indexOf('up');

const TEXTS = { en: ENGLISH, ko: KOREAN } as const;

/** Sentences about the events of one record. */
export function sentencesOf(scenario: Scenario, view: RecordView, language: Language): Sentences {
  const names = namesOf(scenario, language);
  const needs = new Map<string, readonly Dependency[]>();
  for (const subject of [...scenario.journeys, ...scenario.services]) needs.set(subject.id, subject.needs);
  return (event) => {
    const values: Record<string, string> = { name: names(view.entity(event.entity)) };
    for (const [name, value] of Object.entries(event.numbers)) values[name] = numberText(event, name, value, language);
    if ('on' in event.numbers) {
      values.what = waitText(WAIT_KINDS[event.numbers.kind], names(view.entity(event.numbers.on)), language);
    }
    if (event.rule === 'task.began') Object.assign(values, howItBegan(event.numbers, language));
    return fill(TEXTS[language][variant(event, view, needs, names, values, language)], values);
  };
}

/** Replaces `{key}`; a key without a value stays, so that a mistake is seen. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

function numberText(event: EventView, name: string, value: number, language: Language): string {
  if (name === 'from' || name === 'to') {
    if (event.rule === 'state.changed') return STATE_WORDS[STATES[value] ?? 'up'][language];
    if (event.rule === 'cause.changed') return CAUSE_WORDS[CAUSES[value] ?? 'none'][language];
  }
  if (name.endsWith('Seconds')) return formatDuration(value, language);
  if (name.toLowerCase().endsWith('share')) return formatShare(value, language);
  return formatCount(value, language);
}

/** Which words fit: a change of state tells of the dependency that it followed from. Fills `need` and `kind`. */
function variant(
  event: EventView,
  view: RecordView,
  needs: ReadonlyMap<string, readonly Dependency[]>,
  names: Names,
  values: Record<string, string>,
  language: Language,
): SentenceKey {
  if (event.rule === 'task.finished') {
    const stage = waitingStage(view.entity(event.entity).id);
    if (stage === null) return event.rule;
    values.stage = wordOf(STAGE_WORDS, stage, language);
    return 'task.finished/waited';
  }
  if (event.rule !== 'state.changed') return event.rule;
  if (event.numbers.to === UP) return 'state.changed/better';
  const own = serviceOf(view, event.entity);
  for (const cause of event.causes) {
    const other = serviceOf(view, view.event(cause).entity);
    const need =
      own === null || other === null || own === other
        ? undefined
        : needs.get(own)?.find((each) => each.service === other);
    // A need that is up again made it better, and is not to blame.
    const { rule, numbers } = view.event(cause);
    if (need === undefined || other === null || (rule === 'state.changed' && numbers.to === UP)) continue;
    const entity = view.find('service', other);
    values.need = entity < 0 ? other : names(view.entity(entity));
    values.kind = DEPENDENCY_WORDS[need.kind][language];
    return view.at(event.entity, 'blocked', event.time) === 1 ? 'state.changed/blocked' : 'state.changed/dependency';
  }
  return 'state.changed';
}

/** `, 2 people`, `, 3 times as long as usual`: only what is not a matter of course. */
function howItBegan({ people, factor }: EventView['numbers'], language: Language): { who: string; slow: string } {
  const count = formatCount(people, language);
  const times = formatCount(factor, language);
  if (language === 'ko') {
    return { who: people > 0 ? `: ${count}명` : '', slow: factor === 1 ? '' : `, 평소의 ${times}배 시간` };
  }
  return {
    who: people > 0 ? `: ${count} ${people === 1 ? 'person' : 'people'}` : '',
    slow: factor === 1 ? '' : `, ${times} times as long as usual`,
  };
}

/** Of a deployment's task in which nobody works: what it waits for. Null: it is work. */
function waitingStage(task: string): string | null {
  const stage = /^[^:]*@[^:]*:([^#]*)/.exec(task)?.[1] ?? '';
  return WAITING_STAGES.has(stage) ? stage : null;
}

/** Id of the service or journey that an entity is, or is a deployment of, or (a dependency) leads to. */
function serviceOf(view: RecordView, index: number): string | null {
  const entity = view.entity(index);
  if (entity.kind === 'service' || entity.kind === 'journey') return entity.id;
  if (entity.kind === 'deployment' && entity.of.length > 0) return view.entity(entity.of[0]).id;
  if (entity.kind === 'dependency' && entity.of.length > 1) return view.entity(entity.of[1]).id;
  return null;
}
