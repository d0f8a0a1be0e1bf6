/**
 * A run as OpenMetrics text with timestamps, so that Prometheus can load it (`promtool tsdb create-blocks-from openmetrics`)
 * and Grafana shows it beside real incidents.
 *
 * Samples are taken at equal times, as a scraper would; one like the last is left out, but not for four minutes, since
 * Prometheus forgets a value after five. Families and the series in them are contiguous, times ascend, the text ends with `# EOF` (OpenMetrics 1.0).
 */
import { STATES } from '../../record/record.js';
import { type StepFunction, valueAt } from '../../record/steps.js';
import { affectedInAll } from '../../results/affected.js';
import type { Reading } from '../../results/reading.js';

const KEPT_SECONDS = 240;

export interface OpenMetricsOptions {
  readonly everySeconds: number;
}

interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly steps: Pick<StepFunction, 'times' | 'values'>;
  /** From what was recorded to what is written. */
  readonly read?: (value: number) => number;
  /** Zeros are left out but for the first after something else: of the states of a service one holds. */
  readonly isSparse?: boolean;
}

interface Family {
  readonly name: string;
  readonly help: string;
  readonly series: readonly Series[];
}

export function openMetrics(reading: Reading, { everySeconds }: OpenMetricsOptions): string {
  const { record, scenario } = reading;
  const common = { scenario: scenario.id, layout: record.layout, seed: record.seed };
  const start = scenario.start.epochMilliseconds / 1000;
  const end = record.durationMicroseconds / 1e6;
  const lines: string[] = [];
  for (const { name, help, series } of familiesOf(reading)) {
    if (series.length === 0) continue;
    lines.push(`# TYPE ${name} gauge`, `# HELP ${name} ${escaped(help)}`);
    for (const { labels, steps, read = (value: number) => value, isSparse = false } of series) {
      const label = Object.entries({ ...common, ...labels })
        .map(([key, value]) => `${key}="${escaped(value)}"`)
        .join(',');
      let last = { at: Number.NEGATIVE_INFINITY, value: 0 };
      for (let i = 0; i * everySeconds <= end; i++) {
        const at = i * everySeconds;
        const value = read(valueAt({ times: steps.times, values: steps.values } as StepFunction, at * 1e6));
        if (Number.isNaN(value)) continue;
        const isQuiet = isSparse
          ? value === 0 && last.value === 0
          : value === last.value && at - last.at < KEPT_SECONDS;
        if (isQuiet || (isSparse && value === last.value && at - last.at < KEPT_SECONDS)) continue;
        lines.push(`${name}{${label}} ${value} ${start + at}`);
        last = { at, value };
      }
    }
  }
  return `${[...lines, '# EOF'].join('\n')}\n`;
}

function familiesOf(reading: Reading): Family[] {
  const { view } = reading;
  const of = (
    kind: 'service' | 'journey' | 'deployment' | 'site' | 'team',
    quantity: Parameters<typeof view.track>[1],
  ): Series[] =>
    view.ofKind(kind).flatMap((entity): Series[] => {
      const steps = view.track(entity, quantity);
      if (steps === null) return [];
      const { id } = view.entity(entity);
      const [service, site] = id.split('@');
      return [{ labels: kind === 'deployment' ? { service, site: site ?? '' } : { [kind]: id }, steps }];
    });
  const both = (quantity: 'share' | 'wanted' | 'succeeded' | 'state'): Series[] => [
    ...of('service', quantity),
    ...of('journey', quantity),
  ];
  return [
    {
      name: 'firebreak_users_affected',
      help: 'People who would use a service now and cannot, each once.',
      series: [{ labels: {}, steps: affectedInAll(reading).all }],
    },
    {
      name: 'firebreak_success_ratio',
      help: 'Share of requests that succeed, as users see it.',
      series: both('share'),
    },
    {
      name: 'firebreak_requests_wanted_per_second',
      help: 'Requests that users would make had nothing failed.',
      series: both('wanted'),
    },
    {
      name: 'firebreak_requests_succeeded_per_second',
      help: 'Requests of users that succeed.',
      series: both('succeeded'),
    },
    {
      name: 'firebreak_state',
      help: `1 for the state that holds: ${STATES.join(', ')}.`,
      series: both('state').flatMap(({ labels, steps }) =>
        STATES.map(
          (state, code): Series => ({
            labels: { ...labels, state },
            isSparse: true,
            steps,
            read: (value) => (Number.isNaN(value) ? value : Number(value === code)),
          }),
        ),
      ),
    },
    {
      name: 'firebreak_backlog_requests',
      help: 'Requests waiting at a deployment.',
      series: of('deployment', 'backlog'),
    },
    {
      name: 'firebreak_servers_serving',
      help: 'Servers of a deployment that serve.',
      series: of('deployment', 'servers'),
    },
    { name: 'firebreak_site_servers_up', help: 'Servers of a site with power and booted.', series: of('site', 'up') },
    { name: 'firebreak_team_busy_people', help: 'People of a team at work.', series: of('team', 'busy') },
    { name: 'firebreak_team_waiting_tasks', help: 'Tasks that wait for a team.', series: of('team', 'queue') },
  ];
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ');
}
