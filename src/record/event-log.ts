/**
 * The causal log while it is written: events in growing columns, causes and numbers in two columns of their own.
 *
 * Nothing is ever changed or taken back: an event is a past fact. Causes point backwards only, so the log is a graph
 * without circles by construction.
 */
import type { EventColumns } from './record.js';
import { RULES, type RuleId, ruleNumber } from './rules.js';
import { grown } from './sample-log.js';

const FIRST_CAPACITY = 1024;

export class EventLog {
  #count = 0;
  #lastTime = 0;
  #time = new Float64Array(FIRST_CAPACITY);
  #rule = new Uint16Array(FIRST_CAPACITY);
  #entity = new Int32Array(FIRST_CAPACITY);
  #causesStart = new Uint32Array(FIRST_CAPACITY + 1);
  #numbersStart = new Uint32Array(FIRST_CAPACITY + 1);
  #causesCount = 0;
  #causes = new Uint32Array(FIRST_CAPACITY);
  #numbersCount = 0;
  #numbers = new Float64Array(FIRST_CAPACITY);

  /**
   * @throws RangeError for a time before the last event's, a cause that has not happened yet, and numbers that are not
   * those that the rule names.
   */
  append(time: number, rule: RuleId, entity: number, causes: readonly number[], numbers: readonly number[]): number {
    const index = this.#count;
    const number = ruleNumber(rule);
    if (number === undefined) throw new RangeError(`there is no rule "${rule}"`);
    const names = RULES[number].numbers;
    if (!(time >= this.#lastTime))
      throw new RangeError(`${rule} is recorded at ${time} µs, after an event at ${this.#lastTime} µs`);
    if (numbers.length !== names.length)
      throw new RangeError(`${rule} takes ${names.length} numbers (${names.join(', ')}), not ${numbers.length}`);
    if (index === this.#time.length) this.#grow();
    this.#time[index] = time;
    this.#rule[index] = number;
    this.#entity[index] = entity;
    this.#appendCauses(rule, index, causes);
    this.#appendNumbers(rule, index, numbers);
    this.#lastTime = time;
    this.#count = index + 1;
    return index;
  }

  /** Copies once, so that no slack of the growth travels with the record. */
  columns(): EventColumns {
    return {
      count: this.#count,
      time: this.#time.slice(0, this.#count),
      rule: this.#rule.slice(0, this.#count),
      entity: this.#entity.slice(0, this.#count),
      causesStart: this.#causesStart.slice(0, this.#count + 1),
      causes: this.#causes.slice(0, this.#causesCount),
      numbersStart: this.#numbersStart.slice(0, this.#count + 1),
      numbers: this.#numbers.slice(0, this.#numbersCount),
    };
  }

  #appendCauses(rule: RuleId, index: number, causes: readonly number[]): void {
    const start = this.#causesCount;
    for (const cause of causes) {
      if (cause < 0 || this.#hasCause(start, cause)) continue;
      if (!(cause < index))
        throw new RangeError(`event ${index} (${rule}) names event ${cause} as its cause, which has not happened yet`);
      if (this.#causesCount === this.#causes.length)
        this.#causes = grown(this.#causes, new Uint32Array(this.#causesCount * 2));
      this.#causes[this.#causesCount++] = cause;
    }
    this.#causesStart[index + 1] = this.#causesCount;
  }

  #hasCause(start: number, cause: number): boolean {
    for (let i = start; i < this.#causesCount; i++) if (this.#causes[i] === cause) return true;
    return false;
  }

  #appendNumbers(rule: RuleId, index: number, numbers: readonly number[]): void {
    for (const number of numbers) {
      if (Number.isNaN(number)) throw new RangeError(`event ${index} (${rule}) has a number that is not one`);
      if (this.#numbersCount === this.#numbers.length)
        this.#numbers = grown(this.#numbers, new Float64Array(this.#numbersCount * 2));
      this.#numbers[this.#numbersCount++] = number + 0;
    }
    this.#numbersStart[index + 1] = this.#numbersCount;
  }

  #grow(): void {
    const capacity = this.#time.length * 2;
    this.#time = grown(this.#time, new Float64Array(capacity));
    this.#rule = grown(this.#rule, new Uint16Array(capacity));
    this.#entity = grown(this.#entity, new Int32Array(capacity));
    this.#causesStart = grown(this.#causesStart, new Uint32Array(capacity + 1));
    this.#numbersStart = grown(this.#numbersStart, new Uint32Array(capacity + 1));
  }
}
