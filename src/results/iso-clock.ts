/** The parts of an ISO 8601 instant as people read them, in its own zone. */

/** `2022-10-15 15:22:00 +09:00` of an ISO 8601 instant. */
export function isoClock(iso: string): string {
  const [, date, time, zone] = parts(iso);
  return `${date} ${time} ${zone === 'Z' ? 'UTC' : zone}`;
}

/** `15:22:00`, with the day before it when `day` is asked for: `10-15 15:22:00`. */
export function isoTime(iso: string, day: boolean): string {
  const [, date, time] = parts(iso);
  return day ? `${date.slice(5)} ${time}` : time;
}

export function dayOf(iso: string): string {
  return parts(iso)[1];
}

function parts(iso: string): readonly string[] {
  return /^(-?\d+-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(.*)$/.exec(iso) ?? [iso, iso, '', ''];
}
