import type { Reading, Subject } from '../reading.js';
import type { Measure } from './measure.js';

/** A measure of a service or journey; null for an id that the run does not have. */
export function serviceMeasure(
  head: Omit<Measure, 'of' | 'compute'>,
  compute: (reading: Reading, subject: Subject) => number | null,
): Measure {
  return {
    ...head,
    of: 'service',
    compute: (reading, id) => {
      const subject = reading.subject(id);
      return subject === null ? null : compute(reading, subject);
    },
  };
}
