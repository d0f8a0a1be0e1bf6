/**
 * The grammar of an exposition in OpenMetrics text, after the ABNF of "OpenMetrics, a cloud-native, highly scalable metrics
 * protocol" (version 1.0, 2020), as far as gauges go: descriptors, samples with a timestamp, the end. Left out: exemplars.
 */
const REAL = String.raw`[+-]?(?:\d+(?:\.\d*)?|\d*\.\d+)(?:[eE][+-]?\d+)?`;
const NUMBER = `(?:${REAL}|[+-]?(?:inf|infinity|nan))`;
const METRIC_NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL_NAME = '[a-zA-Z_][a-zA-Z0-9_]*';
// A backslash before anything but a line's end; else anything but a line's end, a quote and a backslash.
const ESCAPED = String.raw`(?:[^\n"\\]|\\[^\n])*`;
const LABELS = String.raw`\{(?:${LABEL_NAME}="${ESCAPED}"(?:,${LABEL_NAME}="${ESCAPED}")*)?\}`;

const DESCRIPTOR = new RegExp(`^# (?:TYPE ${METRIC_NAME} gauge|HELP ${METRIC_NAME} ${ESCAPED})$`, 'u');
const SAMPLE = new RegExp(`^${METRIC_NAME}(?:${LABELS})? ${NUMBER} ${REAL}$`, 'iu');

/** Lines that the grammar does not know; none when the whole is an exposition. */
export function breaches(exposition: string): readonly string[] {
  if (!exposition.endsWith('\n# EOF\n')) return ['it does not end with # EOF'];
  const lines = exposition.slice(0, -'# EOF\n'.length).split('\n').slice(0, -1);
  return lines.filter((line) => !DESCRIPTOR.test(line) && !SAMPLE.test(line));
}
