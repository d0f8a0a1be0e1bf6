/** What a choice of a prediction is called: by the lesson, else by its scenario. */
import { type Language, type LoadedLesson, type Prediction, textIn } from '../../library.js';

export function choiceNameOf({ scenario }: LoadedLesson, prediction: Prediction, id: string, lang: Language): string {
  if (prediction.kind === 'pick' && Object.hasOwn(prediction.names, id)) return prediction.names[id][lang];
  const all = [...scenario.services, ...scenario.journeys, ...scenario.sites];
  return textIn(all.find((each) => each.id === id)?.name, lang, id);
}
