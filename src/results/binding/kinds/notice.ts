/** A failure that nobody knows of yet. */
import { plainWait } from '../plain-wait.js';

export const notice = plainWait((say, { entity }) => [
  `nobody knows of the failure of ${say.name(entity)}`,
  `${say.name(entity)} 장애를 아직 아무도 모름`,
]);
