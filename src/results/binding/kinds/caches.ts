/** Caches that are cold: they warm by what they serve. */
import { plainWait } from '../plain-wait.js';

export const caches = plainWait((say, { reading, entity, time }) => {
  const warmth = reading.view.at(entity, 'warmth', time);
  const cold = Number.isNaN(warmth);
  return [
    `caches of ${say.name(entity)} are ${cold ? 'cold' : `${say.share(warmth)} warm`}`,
    `${say.name(entity)} 캐시 예열 ${cold ? '안 됨' : say.share(warmth)}`,
  ];
});
