/** A rebuild elsewhere without enough spare servers that have power, or without a living copy of the data. */
import { plainWait } from '../plain-wait.js';

export const spare = plainWait((say, { entity }) => [
  `no other site has enough spare servers with power, or a copy of the data, for ${say.name(entity)}`,
  `${say.name(entity)} 재구축에 쓸 예비 서버나 데이터 사본이 다른 곳에 없음`,
]);
