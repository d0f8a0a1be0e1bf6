/** Data restored twice as fast, where a restore was on the way back. */
import type { Change } from '../change.js';
import type { Clues } from '../clues.js';
import { changeData, withDataAnd } from '../data-clues.js';

const GIGABYTE = 1e9;

export function restoreRate(clues: Clues): Change[] {
  const { view } = clues.reading;
  const restored = clues.tasks
    .map(({ entity }) => view.entity(entity).id)
    .filter((id) => id.includes(':restore#'))
    .map((id) => id.replace(/@.*$/, ''));
  return withDataAnd(clues, ['task.began'])
    .filter(({ id, data }) => data.sizeBytes !== null && restored.includes(id))
    .map(({ id, data }): Change => {
      const [before, after] = [data.restoreBytesPerHour / GIGABYTE, (2 * data.restoreBytesPerHour) / GIGABYTE];
      const entity = view.find('service', id);
      return {
        id: `restore:${id}`,
        kind: 'restore',
        set: [`${data.path}.restoreRate=${after}GB/h`],
        layout: null,
        text: (say) =>
          say.in(
            `data of ${say.name(entity)} restored at ${say.count(after)} GB an hour instead of ${say.count(before)}`,
            `${say.name(entity)} 데이터 복원 속도 시간당 ${say.count(before)}GB 대신 ${say.count(after)}GB`,
          ),
        apply: changeData(id, { restoreBytesPerHour: 2 * data.restoreBytesPerHour }),
      };
    });
}
