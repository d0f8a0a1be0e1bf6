/** Work that has piled up and is worked off. */
import { plainWait } from '../plain-wait.js';

export const backlog = plainWait((say, { reading, entity, time }) => {
  const waiting = say.count(reading.view.at(entity, 'backlog', time));
  return [`${waiting} requests wait at ${say.name(entity)}`, `${say.name(entity)} 대기 요청 ${waiting}건`];
});
