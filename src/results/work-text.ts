/** Who does a piece of repair work and what makes it slow, as it is added to the work's name. */
import type { Say } from './binding/constraint.js';
import type { Reading } from './reading.js';
import type { TaskLife } from './task-lives.js';

/** `, 2 people (data and storage), 3 times slower by hand`; empty when there is nothing to add. */
export function workDetails({ view }: Reading, say: Say, life: TaskLife): string {
  const people =
    life.people > 0 && life.team >= 0
      ? say.in(
          `, ${say.count(life.people)} ${life.people === 1 ? 'person' : 'people'} (${say.name(life.team)})`,
          `, ${say.count(life.people)}명 (${say.name(life.team)})`,
        )
      : '';
  const slow =
    life.factor > 1
      ? say.in(`, ${say.count(life.factor)} times slower by hand`, `, 수작업으로 ${say.count(life.factor)}배 느림`)
      : '';
  const broken =
    life.ended < 0
      ? undefined
      : view
          .event(life.ended)
          .causes.map((cause) => view.event(cause))
          .find(({ rule }) => rule === 'circle.broken');
  const circle =
    broken === undefined
      ? ''
      : say.in(
          `, ${say.duration(broken.numbers.tookSeconds * 1e6)} of it to break a circle of start-up needs by hand`,
          `, 그중 ${say.duration(broken.numbers.tookSeconds * 1e6)} 동안 시작 의존 순환 수동 해소`,
        );
  return `${people}${slow}${circle}`;
}
