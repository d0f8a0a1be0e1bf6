/** A lesson beside the stage: its fixed rhythm, one step at a time, and what the instructor sees on demand. */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../components/Icon.js';
import { t } from '../i18n/translate.js';
import { language } from '../state/preferences.js';
import { Debrief } from './Debrief.js';
import { ExercisePart } from './ExercisePart.js';
import { Gap } from './Gap.js';
import { Instructor } from './Instructor.js';
import { Markdown } from './Markdown.js';
import { Predictions } from './Predictions.js';
import { lesson } from './state/current.js';
import { go, isOpen, leaveLesson, STEPS, type Step, step } from './state/player.js';
import { WatchPart } from './WatchPart.js';

const instructing = signal(false);

export function LessonPanel() {
  const top = useRef<HTMLElement>(null);
  const now = step.value;
  useEffect(() => {
    top.current?.scrollTo({ top: 0 });
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
        {STEPS.map((name, i) => (
          <li key={name}>
            <button
              type="button"
              aria-current={name === now ? 'step' : undefined}
              disabled={!isOpen(name)}
              onClick={() => go(name)}
            >
              {i + 1}. {t(`learn.step.${name}`)}
            </button>
          </li>
        ))}
      </ol>
      <h3 class="step-title" tabIndex={-1}>
        {t(`learn.step.${now}`)} <small>{t('learn.minutes', { minutes: each.minutes[now] })}</small>
      </h3>
      <Markdown text={each.sections[now][lang]} />
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
  switch (name) {
    case 'hook':
      return <Next to="predict" />;
    case 'predict':
      return (
        <>
          <Predictions />
          <Next to="watch" />
        </>
      );
    case 'watch':
      return (
        <>
          <WatchPart />
          <Next to="gap" />
        </>
      );
    case 'gap':
      return (
        <>
          <Gap />
          <Next to="exercise" />
        </>
      );
    case 'exercise':
      return (
        <>
          <ExercisePart />
          <Next to="debrief" />
        </>
      );
    case 'debrief':
      return <Debrief />;
  }
}

function Next({ to }: { readonly to: Step }) {
  return (
    <p class="next">
      <button type="button" class="main-action" disabled={!isOpen(to)} onClick={() => go(to)}>
        {t('learn.next', { step: t(`learn.step.${to}`) })}
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
