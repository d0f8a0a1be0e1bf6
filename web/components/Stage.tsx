/** The stage: a canvas that nobody but the eye reads, under a list of real buttons for everybody else. */
import { effect, untracked } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { drawnStatusAt, hasNames, type State, stageScene } from '../library.js';
import { paintCanvas } from '../paint/canvas-painter.js';
import { measureText } from '../paint/measure-text.js';
import { paintMotion } from '../paint/motion-layer.js';
import { createPulses } from '../paint/pulses.js';
import { playing, time } from '../state/clock.js';
import { changedHere, stageLanes } from '../state/comparing.js';
import { lit } from '../state/explaining.js';
import { pictureOf } from '../state/picture-of.js';
import { language, still, theme } from '../state/preferences.js';
import { chosenSlot, pointed } from '../state/selection.js';
import { session } from '../state/session.js';
import { isNear, stageGeometry, stageRoom, stageSlots } from '../state/stage-geometry.js';
import { presenting } from '../state/view.js';
import { Hint } from './Hint.js';
import { StageDesign } from './StageDesign.js';
import { StageHandles } from './StageHandles.js';
import { StageList } from './StageList.js';
import { useSize } from './use-size.js';

/** As in styles/presenter.css. */
const PRESENTER_ZOOM = 1.4;

export function Stage() {
  const [room, size] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const motion = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    stageRoom.value = size;
  }, [size]);
  useEffect(() => paintOnChange(canvas.current), []);
  useEffect(() => paintMotion(motion.current, pixelRatio), []);
  return (
    <section class="stage" aria-label={t('stage.label')}>
      <div class="stage-room" ref={room}>
        <div class="stage-scroll">
          <div aria-hidden="true">
            <canvas ref={canvas} />
            <canvas ref={motion} class="motion-layer" />
          </div>
          <StageList />
          <StageHandles />
          <StageDesign />
        </div>
      </div>
      <Nearer />
      <Hint />
    </section>
  );
}

/** Where there are so many that the stage has room for signs alone. */
function Nearer() {
  const geometry = stageGeometry.value;
  if (geometry === null || geometry.detail === 'waffle' || (hasNames(geometry) && !isNear.value)) return null;
  return (
    <button
      type="button"
      class="plain nearer"
      aria-pressed={isNear.value}
      title={`${t('stage.nearerHint')} (+ / −)`}
      onClick={() => {
        isNear.value = !isNear.value;
      }}
    >
      {t('stage.nearer')}
    </button>
  );
}

/** The style sheet makes it larger before an audience; so must the picture be, to stay sharp. */
function pixelRatio(): number {
  return (window.devicePixelRatio || 1) * (presenting.value ? PRESENTER_ZOOM : 1);
}

/** Paints whenever something that is seen changes, and goes on while a pulse runs. */
function paintOnChange(canvas: HTMLCanvasElement | null): (() => void) | undefined {
  if (canvas === null) return undefined;
  const pulses = createPulses();
  let frame = 0;
  function paint(): void {
    const current = session.value;
    const geometry = stageGeometry.value;
    if (canvas === null || current === null || geometry === null || pictureOf(current) === '') return;
    const { reading } = current;
    const lanes = stageLanes.value ?? current.lanes;
    const now = time.peek();
    // Squares are too small to pulse.
    const states = new Map<string, State>(
      geometry.detail === 'waffle'
        ? []
        : stageSlots.value.map((slot) => [slot.key, drawnStatusAt(reading, slot.entity, now).state]),
    );
    const running = pulses.update(performance.now(), states, playing.peek() && !still.value);
    const list = stageScene(reading, now, {
      lanes,
      geometry,
      theme: theme.value,
      language: language.value,
      chosen: chosenSlot.value,
      pointed: pointed.value,
      measure: measureText,
      pulses: running,
      lit: lit.value,
      changed: changedHere.value,
    });
    paintCanvas(canvas, list, pixelRatio());
    cancelAnimationFrame(frame);
    if (running.size > 0) frame = requestAnimationFrame(() => untracked(paint));
  }
  const stop = effect(paint);
  return () => {
    stop();
    cancelAnimationFrame(frame);
  };
}
