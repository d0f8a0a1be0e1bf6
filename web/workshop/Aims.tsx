/**
 * The aims, ticked as the runs judge them. While a run is made the ticks before it stay, and each aim is a line whose reason
 * is unfolded on demand: what stands below does not move under the pointer.
 */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { type RunDocument, textIn } from '../library.js';
import { language } from '../state/preferences.js';
import { lesson } from './state/current.js';
import { aims } from './state/exercise.js';

const SIGNS = { met: '✓', failed: '✗', inconclusive: '?' } as const;

type Judged = RunDocument['expectations'];

/** Of the last run that was judged, by the lesson that it was of. */
const last = signal<{ readonly lesson: string; readonly judged: Judged } | null>(null);

export function Aims() {
  const { id } = lesson.value?.lesson ?? {};
  const now = aims.value;
  useEffect(() => {
    if (now !== null && id !== undefined) last.value = { lesson: id, judged: now };
  }, [now, id]);
  const expected = lesson.value?.scenario.expectations ?? [];
  const before = last.value?.lesson === id ? last.value?.judged : undefined;
  const judged = now ?? (before?.length === expected.length ? before : undefined);
  const met = judged?.filter(({ verdict }) => verdict === 'met').length ?? 0;
  return (
    <section class="aims" aria-label={t('learn.aims')} aria-busy={now === null}>
      <h4>{t('learn.aims')}</h4>
      <ul class="expectations">
        {expected.map(({ name, path }, i) => (
          <Aim key={path} name={textIn(name, language.value, path)} judged={judged?.[i]} />
        ))}
      </ul>
      <p role="status">
        {now === null
          ? t('learn.judging')
          : t(met === expected.length ? 'learn.allMet' : 'learn.met', { met, of: expected.length })}
      </p>
    </section>
  );
}

function Aim({ name, judged }: { readonly name: string; readonly judged: Judged[number] | undefined }) {
  const verdict = judged?.verdict;
  return (
    <li class={verdict ?? 'unjudged'}>
      <span
        class="verdict"
        role="img"
        aria-label={verdict === undefined ? t('learn.judging') : t(`verdict.${verdict}`)}
      >
        {verdict === undefined ? '·' : SIGNS[verdict]}
      </span>
      <details>
        <summary>{name}</summary>
        <small>{judged?.because}</small>
      </details>
    </li>
  );
}
