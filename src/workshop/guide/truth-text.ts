/** What came true of a prediction, in one line for the answer sheet: read from the run. */
import { formatCount, formatDuration, formatShare, type Language } from '../../results/amounts.js';
import { namesIn } from '../grading/grade.js';
import type { Truths } from '../grading/lesson-truths.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import { amountIn } from '../predictions/compare-answer.js';
import { pointTimes } from '../predictions/series.js';

export function truthText(loaded: LoadedLesson, place: number, truth: Truths[number], language: Language): string {
  const prediction = loaded.lesson.predictions[place];
  if (truth === null) return '?';
  switch (truth.kind) {
    case 'pick': {
      const nameOf = namesIn(loaded, prediction.kind === 'pick' ? prediction.names : {});
      const names = truth.right.map((id) => nameOf(id, language));
      return names.join(prediction.kind === 'pick' && prediction.how === 'order' ? ' → ' : ', ') || '–';
    }
    case 'number':
      return prediction.kind === 'number' ? amountIn(truth.value, prediction.unit, language) : '';
    case 'draw': {
      if (prediction.kind !== 'draw') return '';
      const amount = (value: number): string =>
        prediction.series === 'affected' ? formatCount(value, language) : formatShare(value, language);
      const times = pointTimes(prediction);
      return truth.values.map((value, i) => `${formatDuration(times[i], language)}: ${amount(value)}`).join(' · ');
    }
  }
}
