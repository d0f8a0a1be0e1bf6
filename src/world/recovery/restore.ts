/**
 * The copy of the data on these servers is made anew where it was destroyed or is known to be wrong: size over rate, by
 * the people who check data. Where the copy is as it was, there is nothing to do.
 */
import { constant } from '../../engine/distributions.js';
import type { WorkStage } from './work/stage.js';

export const restore: WorkStage = {
  sort: 'work',
  name: 'restore',
  plan(kind, view, deployment) {
    if (!view.data.needsRestore(deployment)) return null;
    const people = kind.check ?? kind.start;
    return {
      duration: constant(view.data.secondsToRestore(deployment)),
      team: people?.team ?? '',
      people: people?.people ?? 0,
    };
  },
  needsStartup: false,
  needsItself: false,
  also: (view, deployment) => view.data.restoreBlockers(deployment),
  done: (view, deployment, event) => view.data.restored(deployment, event),
};
