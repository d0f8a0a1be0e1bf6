/** Availability over years of random faults: `firebreak.availability/1`. The pool is handed in; without one all is done here. */
import type { Language } from '../results/amounts.js';
import type { Scenario } from '../scenario/model.js';
import { availabilityOf } from '../studies/availability/availability.js';
import { chancesOf } from '../studies/availability/chances.js';
import type { AvailabilityDocument } from '../studies/availability/document.js';
import { inProcessPool } from '../studies/pool/in-process-pool.js';
import type { Pool } from '../studies/pool/pool.js';

export interface AvailabilityRequest {
  /** How long a life is; 10 when left out. */
  readonly years?: number;
  /** Lives of each layout, with the seeds '1', '2', ...; 100 when left out. */
  readonly seeds?: number;
  readonly pool?: Pool;
  readonly language?: Language;
}

export const USUAL_YEARS = 10;
export const USUAL_LIVES = 100;

/** In one life. More would be no rare events, and hours of work. */
const MOST_FAULTS = 20_000;

/** Rates that tell nothing, or too much: for people, complete. */
export class AvailabilityError extends Error {
  override name = 'AvailabilityError';
  readonly code: 'no-rates' | 'too-many-faults';
  /** In Korean. */
  readonly messageKo: string;

  constructor(code: AvailabilityError['code'], message: string, messageKo: string) {
    super(message);
    this.code = code;
    this.messageKo = messageKo;
  }
}

/**
 * @param layouts of one file; the first is what the others are compared with
 * @throws AvailabilityError where nothing goes wrong by chance, or too much; what a run or the pool throws
 */
export async function availabilityOver(
  layouts: readonly Scenario[],
  request: AvailabilityRequest = {},
): Promise<AvailabilityDocument> {
  const { years = USUAL_YEARS, seeds = USUAL_LIVES, pool = inProcessPool(), language } = request;
  checkRates(layouts, years);
  return availabilityOf(layouts, { years, seeds, pool, language });
}

/** Before any work is done. @throws AvailabilityError */
export function checkRates(layouts: readonly Scenario[], years: number): void {
  for (const layout of layouts) {
    const chances = chancesOf(layout);
    if (chances.length === 0)
      throw new AvailabilityError(
        'no-rates',
        'nothing goes wrong by chance: write how often what happens in `rates`, for example { power: { kind: power-loss, site: north, frequency: 0.2/y, for: 8h } }, or `frequency` of the faults of the file',
        '우연히 일어나는 고장이 없습니다. `rates`에 빈도를 쓰거나 (예: { power: { kind: power-loss, site: north, frequency: 0.2/y, for: 8h } }) 파일에 적힌 고장의 `frequency`를 쓰십시오',
      );
    const expected = chances.reduce((sum, { perYear }) => sum + perYear, 0) * years;
    if (expected > MOST_FAULTS)
      throw new AvailabilityError(
        'too-many-faults',
        `about ${Math.round(expected)} faults in one life of ${years} years (layout ${layout.layout}), more than ${MOST_FAULTS}: a shorter life tells as much of what is so frequent`,
        `${years}년 동안 고장이 약 ${Math.round(expected)}번입니다 (레이아웃 ${layout.layout}, 최대 ${MOST_FAULTS}번). 이렇게 잦으면 더 짧은 기간으로 충분합니다`,
      );
  }
}
