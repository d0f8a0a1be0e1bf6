/** What a class predicted, as bars beside what came true; of curves, the middle of the class and its spread. */
import { t } from '../i18n/translate.js';
import { formatCount, type GradedLessonDocument } from '../library.js';
import { language } from '../state/preferences.js';
import { lessonOf } from './lessons.js';
import { choiceNameOf } from './state/choice-names.js';

type Told = GradedLessonDocument['predictions'][number];

interface HistogramsProps {
  readonly lesson: GradedLessonDocument;
  /** Whether what came true is told; true when left out. */
  readonly withTruth?: boolean;
}

export function Histograms({ lesson, withTruth = true }: HistogramsProps) {
  return (
    <ul class="histograms">
      {lesson.predictions.map((each) => (
        <li key={each.id}>
          <h4>{each.ask}</h4>
          {withTruth && <p class="soft">{t('collect.right', { right: each.right, of: each.answers })}</p>}
          <Bars lesson={lesson.id} told={each} withTruth={withTruth} />
        </li>
      ))}
    </ul>
  );
}

interface BarsProps {
  readonly lesson: string;
  readonly told: Told;
  readonly withTruth: boolean;
}

function Bars({ lesson, told, withTruth }: BarsProps) {
  const lang = language.value;
  const most = Math.max(1, told.answers);
  const loaded = lessonOf(lesson);
  const prediction = loaded?.lesson.predictions.find(({ id }) => id === told.id);
  const nameOf = (id: string): string =>
    loaded === null || prediction === undefined ? id : choiceNameOf(loaded, prediction, id, lang);
  if (told.kind === 'pick') {
    const wrong = told.mostCommonWrong;
    return (
      <>
        <ul class="bars">
          {told.bars.map(({ id, count, isRight }) => (
            <Bar key={id} label={nameOf(id)} count={count} most={most} right={withTruth && isRight} />
          ))}
        </ul>
        {withTruth && wrong !== null && wrong.count > 0 && (
          <p class="soft">
            {t(wrong.picked ? 'collect.wrongPicked' : 'collect.wrongLeft', {
              name: nameOf(wrong.id),
              count: wrong.count,
            })}
          </p>
        )}
      </>
    );
  }
  if (told.kind === 'number') {
    const { actual } = told;
    return (
      <>
        <ul class="bars">
          {told.bars.map(({ from, to, count }, i) => {
            const last = i === told.bars.length - 1;
            const right = withTruth && actual !== null && actual >= from && (actual < to || (last && actual <= to));
            const label = `${formatCount(from, lang)}–${formatCount(to, lang)}`;
            return <Bar key={from} label={label} count={count} most={most} right={right} />;
          })}
          {told.never > 0 && (
            <Bar label={t('learn.never')} count={told.never} most={most} right={withTruth && actual === null} />
          )}
        </ul>
        {withTruth && (
          <p class="soft">
            {t('collect.actual', {
              actual: actual === null ? t('learn.never') : formatCount(Math.round(actual * 10) / 10, lang),
              median: told.median === null ? '–' : formatCount(Math.round(told.median * 10) / 10, lang),
            })}
          </p>
        )}
      </>
    );
  }
  return <Curves points={told.points} actual={withTruth ? told.actual : []} />;
}

interface BarProps {
  readonly label: string;
  readonly count: number;
  readonly most: number;
  readonly right: boolean;
}

function Bar({ label, count, most, right }: BarProps) {
  return (
    <li class={right ? 'right' : ''}>
      <span>{right ? `✓ ${label}` : label}</span>
      <span class="bar" aria-hidden="true">
        <i style={{ width: `${(100 * count) / most}%` }} />
      </span>
      <span>{count}</span>
    </li>
  );
}

interface CurvesProps {
  readonly points: readonly { readonly low: number; readonly median: number; readonly high: number }[];
  readonly actual: readonly number[];
}

function Curves({ points, actual }: CurvesProps) {
  const [width, height] = [320, 120];
  const most = Math.max(1e-9, ...points.map(({ high }) => high), ...actual);
  const x = (i: number): number => (i / Math.max(1, points.length - 1)) * width;
  const y = (value: number): number => height - (value / most) * (height - 4);
  const line = (values: readonly number[]): string => values.map((value, i) => `${x(i)},${y(value)}`).join('L');
  const lows = points.map(({ low }) => low);
  const back = [...points.entries()].reverse().map(([i, { high }]) => `${x(i)},${y(high)}`);
  return (
    <figure class="curve">
      <svg viewBox={`0 0 ${width} ${height}`}>
        <title>{t('learn.curve')}</title>
        <path d={`M${line(lows)}L${back.join('L')}Z`} class="curve-band" />
        <path d={`M${line(points.map(({ median }) => median))}`} class="curve-own" />
        {actual.length > 0 && <path d={`M${line(actual)}`} class="curve-actual" />}
      </svg>
      <figcaption class="soft">{t('collect.curve')}</figcaption>
    </figure>
  );
}
