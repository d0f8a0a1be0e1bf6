/** What availability over years leaves out, in the words that are printed beside its numbers. */
import type { Language } from '../../results/amounts.js';

const SENTENCES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Only what `rates` and `frequency` of the file name goes wrong, each by itself and without memory: no wear, no seasons, no fault that follows from another.',
    'Simulated is only the time around faults; every such stretch begins with the system whole: nobody is away, no standby serves, no write is missing, no server is gone.',
    'What is not back thirty days after the last fault counts as out until then, and as mended from then on.',
  ],
  ko: [
    '파일의 `rates`와 `frequency`에 적힌 것만, 서로 독립적으로, 과거와 무관하게 고장 납니다. 노후화, 계절, 다른 고장에서 이어지는 고장은 없습니다.',
    '고장 전후의 시간만 시뮬레이션하며, 매번 온전한 상태에서 시작합니다. 떠난 이용자, 대신 일하는 예비, 잃은 쓰기, 없어진 서버는 이어지지 않습니다.',
    '마지막 고장 뒤 30일이 지나도 돌아오지 않은 것은 그때까지 중단, 그 뒤로는 복구된 것으로 봅니다.',
  ],
};

export function leavesOut(language: Language): readonly string[] {
  return SENTENCES[language];
}
