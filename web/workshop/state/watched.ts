/** The run that a lesson is watched by, and other layouts of its scenario, as they are asked for. */
import type { RunRequest } from '../../engine/run-request.js';
import type { LoadedLesson } from '../../library.js';

export function requestOf({ lesson, scenarioText }: LoadedLesson, layout: string): RunRequest {
  return { file: `${lesson.id}.yaml`, text: scenarioText, layout, seed: lesson.watch.seed, live: [] };
}

export function watchedRequest(loaded: LoadedLesson): RunRequest {
  return requestOf(loaded, loaded.lesson.watch.layout);
}
