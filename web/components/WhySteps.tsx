/** Sentences of an explanation, numbered: each goes to its time, shows its place on the stage, and names its line. */
import { t } from '../i18n/translate.js';
import { unbroken } from '../i18n/unbroken.js';
import { litSteps, type Step } from '../library.js';
import { playing, seek } from '../state/clock.js';
import { pointed } from '../state/selection.js';
import { session } from '../state/session.js';
import { Limited } from './Limited.js';
import { SourceLine } from './SourceLine.js';

interface Props<Kind extends Step> {
  readonly steps: readonly Kind[];
  /** What stands beside the time. */
  readonly note?: (step: Kind) => string | null;
  /** Said to be what matters most. */
  readonly strong?: (step: Kind) => boolean;
  /** The numbers of what explains it stand behind a sentence. */
  readonly withCauses?: boolean;
  readonly withNumbers?: boolean;
  readonly most?: number;
  readonly last?: number;
}

export function WhySteps<Kind extends Step>({
  steps,
  note,
  strong,
  withCauses = false,
  withNumbers = true,
  most = 8,
  last = 1,
}: Props<Kind>) {
  if (session.value === null) return null;
  const { reading } = session.value;
  const places = litSteps(reading, steps);
  const items = steps.map((step, i) => {
    const { time, places: keys } = places[i];
    const because = withCauses && step.causes.length > 0 ? step.causes.map((each) => each + 1).join(', ') : null;
    const beside = note?.(step) ?? null;
    return (
      <li key={`${i} ${step.at} ${step.text}`} class={strong?.(step) ? 'strong' : ''}>
        <button
          type="button"
          class="why-step"
          onClick={() => {
            playing.value = false;
            seek(time);
          }}
          onPointerEnter={() => {
            pointed.value = keys.find((key) => !key.startsWith('site:')) ?? null;
          }}
          onPointerLeave={() => {
            pointed.value = null;
          }}
        >
          <span class="number" aria-hidden={!withNumbers}>
            {withNumbers ? i + 1 : ''}
          </span>
          <span>
            <time>{dayAndClock(step.at)}</time>
            {beside !== null && <span class="soft"> · {beside}</span>}
            <span class="sentence">
              {unbroken(step.text)}
              {because !== null && <span class="soft"> {t('why.because', { numbers: because })}</span>}
            </span>
          </span>
        </button>
        {step.line !== null && <SourceLine line={step.line} short />}
      </li>
    );
  });
  return (
    <ol class="why-steps">
      <Limited items={items} most={most} last={last} />
    </ol>
  );
}

/** `10-15 15:27:00`, from ISO 8601. */
function dayAndClock(at: string): string {
  return `${at.slice(5, 10)} ${at.slice(11, 19)}`;
}
