/** What a choice of a prediction is called: by the lesson, else by its scenario. */
import { type Language, type LoadedLesson, namesIn, type Prediction } from '../../library.js';

export function choiceNameOf(loaded: LoadedLesson, prediction: Prediction, id: string, lang: Language): string {
  return namesIn(loaded, prediction.kind === 'pick' ? prediction.names : {})(id, lang);
}
