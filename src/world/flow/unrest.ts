/** What does not come to rest in a run: flows that did not converge, and what swings for ever; told as the run's warnings. */
import type { RunWarning } from '../../record/record.js';

/** Names in one sentence. */
const NAMED = 5;

export class Unrest {
  /** How often, by name. */
  private readonly averaged = new Map<string, number>();
  private readonly unsettled = new Map<string, number>();

  /** It would swing for ever, and is held; until the next fact, so that it counts once however often it is seen. */
  isHeld(name: string): void {
    this.averaged.set(name, Math.max(1, this.averaged.get(name) ?? 0));
  }

  /** It has just been found to swing, and is averaged from now on. */
  wasAveraged(name: string): void {
    this.averaged.set(name, (this.averaged.get(name) ?? 0) + 1);
  }

  /** It did not converge at some instant. */
  didNotSettle(name: string): void {
    this.unsettled.set(name, (this.unsettled.get(name) ?? 0) + 1);
  }

  warnings(): RunWarning[] {
    return [
      ...warning(
        'not-converged',
        this.unsettled,
        'flows that did not converge at some instants, their last values were taken',
      ),
      ...warning('flapping', this.averaged, 'breakers, queues and retries that swing for ever, taken at their average'),
    ];
  }
}

function warning(code: RunWarning['code'], counts: ReadonlyMap<string, number>, text: string): RunWarning[] {
  if (counts.size === 0) return [];
  const subjects = [...counts.keys()].sort();
  const count = [...counts.values()].reduce((a, b) => a + b, 0);
  const more = subjects.length > NAMED ? ', ...' : '';
  return [{ code, subjects, count, message: `${text}: ${subjects.slice(0, NAMED).join(', ')}${more}` }];
}
