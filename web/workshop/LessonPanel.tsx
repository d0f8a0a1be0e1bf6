/** A lesson beside the stage: its fixed rhythm, one step at a time, and what the instructor sees on demand. */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../components/Icon.js';
import { t } from '../i18n/translate.js';
import { language, narrow } from '../state/preferences.js';
import { Cards, Draw, LockDesign } from './Challenge.js';
import { Budget } from './Changes.js';
import { Debrief } from './Debrief.js';
import { ExercisePart } from './ExercisePart.js';
import { Gap } from './Gap.js';
import { Instructor } from './Instructor.js';
import { Predictions } from './Predictions.js';
import { ScrubbableProse } from './ScrubbableProse.js';
import { isGame, isWheel, lesson, type Step, step, steps } from './state/current.js';
import { go, isOpen, isToBeWatched, leaveLesson } from './state/player.js';
import { WatchPart } from './WatchPart.js';
import { WheelPart } from './wheel/WheelPart.js';

const instructing = signal(false);

export function LessonPanel() {
  const top = useRef<HTMLElement>(null);
  const now = step.value;
  useEffect(() => {
    top.current?.scrollTo({ top: 0 });
    // On a phone it stands below the stage, where nobody looks for it.
    if (narrow.value) top.current?.scrollIntoView({ block: 'start' });
    top.current?.querySelector<HTMLElement>('.step-title')?.focus({ preventScroll: true });
  }, [now]);
  if (lesson.value === null) return <Missing />;
  const { lesson: each } = lesson.value;
  const lang = language.value;
  return (
    <section class="lesson" ref={top} aria-label={t('learn.lesson')}>
      <header>
        <h2>
          {each.code} · {each.title[lang]}
        </h2>
        <button type="button" class="icon" aria-label={t('learn.leave')} title={t('learn.leave')} onClick={leaveLesson}>
          <Icon name="close" />
        </button>
      </header>
      <ol class="steps" aria-label={t('learn.steps')}>
        {steps.value.map((name, i) => (
          <li key={name}>
            <button
              type="button"
              aria-current={name === now ? 'step' : undefined}
              disabled={!isOpen(name)}
              onClick={() => go(name)}
            >
              {i + 1}. {stepName(name)}
            </button>
          </li>
        ))}
      </ol>
      <h3 class="step-title" tabIndex={-1}>
        {stepName(now)} <small>{t('learn.minutes', { minutes: each.minutes[now] })}</small>
      </h3>
      {now === 'exercise' && <Budget />}
      <ScrubbableProse text={each.sections[now][lang]} />
      <Part name={now} />
      <label class="instructing">
        <input
          type="checkbox"
          checked={instructing.value}
          onChange={({ currentTarget }) => {
            instructing.value = currentTarget.checked;
          }}
        />{' '}
        {t('learn.instructor')}
      </label>
      {instructing.value && <Instructor />}
    </section>
  );
}

function Part({ name }: { readonly name: Step }): ComponentChildren {
  const next = steps.value[steps.value.indexOf(name) + 1];
  return (
    <>
      {isWheel.value ? <WheelPart name={name} /> : isGame.value ? <GamePart name={name} /> : <LessonPart name={name} />}
      {next !== undefined && <Next to={next} />}
    </>
  );
}

function LessonPart({ name }: { readonly name: Step }): ComponentChildren {
  switch (name) {
    case 'hook':
      return null;
    case 'predict':
      return <Predictions />;
    case 'watch':
      return <WatchPart />;
    case 'gap':
      return <Gap />;
    case 'exercise':
      return <ExercisePart />;
    case 'debrief':
      return <Debrief />;
  }
}

function GamePart({ name }: { readonly name: Step }): ComponentChildren {
  switch (name) {
    case 'hook':
      return <Cards />;
    case 'exercise':
      return <ExercisePart />;
    case 'predict':
      return <LockDesign />;
    case 'watch':
      return <Draw />;
    default:
      return <Debrief />;
  }
}

function stepName(name: Step): string {
  if (isGame.value && (name === 'exercise' || name === 'predict' || name === 'watch')) return t(`game.step.${name}`);
  if (isWheel.value && (name === 'exercise' || name === 'watch')) return t(`wheel.step.${name}`);
  return t(`learn.step.${name}`);
}

function Next({ to }: { readonly to: Step }) {
  return (
    <p class="next">
      <button
        type="button"
        class={isToBeWatched.value ? 'plain' : 'main-action'}
        disabled={!isOpen(to)}
        onClick={() => go(to)}
      >
        {t('learn.next', { step: stepName(to) })}
      </button>
    </p>
  );
}

function Missing() {
  return (
    <section class="lesson">
      <p role="alert">{t('learn.noLesson')}</p>
      <button type="button" class="plain" onClick={leaveLesson}>
        {t('learn.leave')}
      </button>
    </section>
  );
}
