/**
 * The critical path back as sentences: each piece of work or waiting with its start, its end and how long it took.
 *
 * What took no time is left out, except that a service became better. Waves of servers in a row are one step.
 */
import { STATES } from '../record/record.js';
import { nightEnd } from '../scenario/night-pause.js';
import type { Language } from './amounts.js';
import type { Say } from './binding/constraint.js';
import { sayIn } from './binding/say.js';
import { instantOf } from './instant.js';
import { lineOf } from './line-of.js';
import type { PathBack, PathEvent } from './path-back.js';
import type { Reading } from './reading.js';
import { sentencesOf } from './sentences.js';
import { type TaskLife, taskLives } from './task-lives.js';
import type { Step } from './went-down.js';
import { workDetails } from './work-text.js';

/** `at` is when it was done. */
export interface PathStep extends Step {
  /** ISO 8601: when it began. */
  readonly fromAt: string;
  readonly seconds: number;
  /** Seconds that it could have been later without delaying the service: 0 on the path. */
  readonly slackSeconds: number;
}

/** What follows at once from something that is told. */
const TOLD_BY_OTHERS: readonly string[] = ['fault.ended', 'servers.recovered', 'health.seen', 'failover.done'];

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  readonly subject: number;
  readonly text: string;
  readonly path: string;
  /** Segments with one key in a row are one. */
  readonly merge: string | null;
}

export function pathSteps(reading: Reading, { path }: PathBack, language: Language, time: number): readonly PathStep[] {
  const say = sayIn(reading.scenario, reading.view, language, time);
  const segments: Segment[] = [];
  path.forEach((each, i) => {
    const segment = segmentOf(reading, each, path[i + 1], say);
    if (segment === null) return;
    const last = segments.at(-1);
    if (segment.merge !== null && last?.merge === segment.merge)
      segments[segments.length - 1] = { ...segment, from: last.from };
    else segments.push(segment);
  });
  return segments.map((segment, i) => stepOf(reading, segment, i > 0 ? [i - 1] : [], 0));
}

/** What was done or came back off the path, with its slack. */
export function offPathSteps(
  reading: Reading,
  { offPath }: PathBack,
  language: Language,
  time: number,
): readonly PathStep[] {
  const say = sayIn(reading.scenario, reading.view, language, time);
  const sentence = sentencesOf(reading.scenario, reading.view, language);
  const steps: PathStep[] = [];
  for (const { event, slackSeconds } of offPath) {
    const view = reading.view.event(event);
    const life = view.rule === 'task.finished' ? taskLives(reading).get(view.entity) : undefined;
    // A stage that only waited ends with what it waited for, which is told; waves are too many.
    if (view.rule === 'task.finished' && (life === undefined || life.began < 0 || isBoot(reading, life))) continue;
    if (TOLD_BY_OTHERS.includes(view.rule)) continue;
    const from = life?.beganAt ?? view.time;
    const text = life === undefined ? sentence(view) : workText(reading, say, life);
    const path = powerPath(reading, view.entity) ?? reading.view.entity(view.entity).path;
    const segment = { from, to: view.time, rule: view.rule, subject: view.entity, text, path, merge: null };
    steps.push(stepOf(reading, segment, [], slackSeconds));
  }
  return steps;
}

function stepOf(reading: Reading, segment: Segment, causes: readonly number[], slackSeconds: number): PathStep {
  const { view, record, scenario } = reading;
  const { from, to, rule, subject, text, path } = segment;
  return {
    at: instantOf(record, to),
    fromAt: instantOf(record, from),
    seconds: (to - from) / 1e6,
    slackSeconds,
    rule,
    subject: view.entity(subject).id,
    text,
    line: lineOf(scenario, path, view.entity(subject).path),
    causes,
  };
}

function segmentOf(
  reading: Reading,
  { event, from }: PathEvent,
  next: PathEvent | undefined,
  say: Say,
): Segment | null {
  const { view, record, scenario } = reading;
  const { rule, entity, time, numbers } = view.event(event);
  const began = from < 0 ? time : record.events.time[from];
  const isBetter = rule === 'state.changed' && STATES[numbers.to] !== 'down';
  if (from < 0 || (began === time && !isBetter)) return null;
  const base = { from: began, to: time, rule, subject: entity, path: view.entity(entity).path, merge: null };
  if (rule === 'task.finished') {
    const life = taskLives(reading).get(entity);
    if (life === undefined || life.began < 0)
      return { ...base, text: sentencesOf(scenario, view, say.language)(view.event(event)) };
    if (isBoot(reading, life)) {
      const text = say.in(
        `servers booted in ${say.name(life.subject)}, wave by wave`,
        `${say.name(life.subject)} 서버 부팅 (순차)`,
      );
      return { ...base, subject: life.subject, path: 'recovery.boot', text, merge: `boot ${life.subject}` };
    }
    return { ...base, text: workText(reading, say, life) + freedText(reading, life, next, say) };
  }
  if (rule === 'circle.broken' && next !== undefined) {
    // It is a part of the work that ends with it.
    const task = view.event(next.event).entity;
    const life = taskLives(reading).get(task);
    if (life !== undefined)
      return { ...base, subject: task, path: view.entity(task).path, text: workText(reading, say, life) };
  }
  // A fault that grows on and on is one step, told by the size that it comes to.
  if (rule === 'fault.stepped')
    return { ...base, text: sentencesOf(scenario, view, say.language)(view.event(event)), merge: `grows ${entity}` };
  if (rule === 'power.returned') {
    const text = say.in(`no power in ${say.name(entity)}`, `${say.name(entity)} 전원 없음`);
    return { ...base, path: powerPath(reading, entity) ?? base.path, text };
  }
  if (rule === 'task.began') return { ...base, ...pauseOf(reading, entity, time, say) };
  if (rule === 'state.changed' && began < time && view.event(from).rule === 'health.seen') {
    const sentence = sentencesOf(scenario, view, say.language)(view.event(event));
    return { ...base, text: say.in(`users' addresses follow; ${sentence}`, `사용자 주소 갱신; ${sentence}`) };
  }
  if (rule === 'health.seen')
    return { ...base, text: say.in(`health checks of ${say.name(entity)}`, `${say.name(entity)} 상태 점검`) };
  return { ...base, text: sentencesOf(scenario, view, say.language)(view.event(event)) };
}

/** Where the file says when a zone has power again. */
function powerPath({ scenario, view }: Reading, entity: number): string | undefined {
  const { id } = view.entity(entity);
  return scenario.recovery.power.find((each) => `${each.site}/${each.zone}` === id)?.path;
}

const isBoot = (reading: Reading, { entity, subject }: TaskLife): boolean =>
  reading.view.entity(subject).kind === 'site' && reading.view.entity(entity).id.includes(':boot#');

function workText(reading: Reading, say: Say, life: TaskLife): string {
  return say.name(life.entity) + workDetails(reading, say, life);
}

/** The next step waited for the people who did this one. */
function freedText({ view }: Reading, life: TaskLife, next: PathEvent | undefined, say: Say): string {
  if (next === undefined || life.people === 0) return '';
  const follower = view.event(next.event);
  if (follower.rule !== 'task.began') return '';
  const [subject, team] = view.entity(follower.entity).of;
  if (subject === life.subject || team !== life.team) return '';
  return say.in(
    `; only then were people (${say.name(team)}) free for ${say.name(follower.entity)}`,
    `; 그 뒤에야 같은 담당 (${say.name(team)})의 ${say.name(follower.entity)} 착수 가능`,
  );
}

/** Nothing held the work but the clock: the night, or a team that comes later. */
function pauseOf({ view, scenario }: Reading, task: number, time: number, say: Say): { text: string; path: string } {
  const { nightPause, teams } = scenario.recovery;
  const [, team] = view.entity(task).of;
  const spec = team < 0 ? undefined : teams.find(({ id }) => id === view.entity(team).id);
  const group = spec?.groups.find(({ fromSeconds }) => fromSeconds > 0 && fromSeconds * 1e6 === time);
  if (group !== undefined)
    return {
      text: say.in(`${say.name(team)} was not there yet`, `${say.name(team)} 투입 전`),
      path: `${group.path}.from`,
    };
  if (nightPause !== null && nightEnd(nightPause, scenario.start, time - 1) === time)
    return { text: say.in('night: nobody began a task', '야간 휴식'), path: 'recovery.nightPause' };
  return { text: say.in(`${say.name(task)} waited`, `${say.name(task)} 대기`), path: view.entity(task).path };
}
