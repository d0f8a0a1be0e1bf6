/** A service that comes back lets in only a part of what is asked, and more in steps. */
import { plainWait } from '../plain-wait.js';

export const admission = plainWait((say, { entity }) => [
  `${say.name(entity)} lets in only a part of what is asked`,
  `${say.name(entity)} 요청의 일부만 받아들임`,
]);
