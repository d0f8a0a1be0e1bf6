/** Everything as tables: the full equivalent of stage, strip and charts, for the instant that is shown. */
import { t } from '../i18n/translate.js';
import {
  CAUSE_WORDS,
  formatCount,
  formatDuration,
  formatShare,
  momentText,
  ROLE_WORDS,
  runningWork,
  STATE_WORDS,
  serversText,
  sinceFault,
  siteStatusAt,
  siteWords,
  statusAt,
  textIn,
  valueAt,
} from '../library.js';
import { calmTime } from '../state/clock.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { EventTable } from './EventTable.js';
import { NeedTable } from './NeedTable.js';
import { type Column, SortableTable } from './SortableTable.js';
import { StateSign } from './StateSign.js';

export function TableView() {
  if (session.value === null) return null;
  const { reading, impact } = session.value;
  const now = calmTime.value;
  return (
    <section class="tables" aria-label={t('table.label')}>
      <p class="tables-now">
        {t('table.now', { moment: momentText(reading, now, language.value), since: sinceFault(reading, now) })}.{' '}
        {t('table.affected', {
          people: formatCount(Math.round(valueAt(impact.affected.all, now) || 0), language.value),
        })}
      </p>
      <SiteTable now={now} />
      <SubjectTable now={now} />
      <DeploymentTable now={now} />
      <NeedTable now={now} />
      <EventTable />
    </section>
  );
}

function SubjectTable({ now }: { readonly now: number }) {
  if (session.value === null) return null;
  const { reading, rows } = session.value;
  const lang = language.value;
  const notUp = new Map(rows.map((row) => [row.subject, row.notUpSeconds]));
  const items = reading.subjects.map((subject) => ({ subject, status: statusAt(reading.view, subject.entity, now) }));
  type Item = (typeof items)[number];
  const columns: Column<Item>[] = [
    { key: 'service', label: t('table.service'), value: ({ subject }) => textIn(subject.name, lang, subject.id) },
    {
      key: 'state',
      label: t('table.state'),
      value: ({ status }) => STATE_WORDS[status.state][lang],
      cell: ({ status }) => (
        <>
          <StateSign state={status.state} size={16} /> {STATE_WORDS[status.state][lang]}
          {status.blocked ? ` · ${t('table.blocked')}` : ''}
        </>
      ),
    },
    {
      key: 'cause',
      label: t('table.cause'),
      value: ({ status }) => (status.cause === 'none' ? '' : CAUSE_WORDS[status.cause][lang]),
    },
    {
      key: 'since',
      label: t('table.since'),
      value: ({ status }) => status.since,
      cell: ({ status }) => momentText(reading, status.since, lang, now),
    },
    {
      key: 'success',
      label: t('table.success'),
      number: true,
      value: ({ status }) => status.share ?? 1,
      cell: ({ status }) => (status.share === null ? '' : formatShare(status.share, lang)),
    },
    {
      key: 'notUp',
      label: t('strip.notUp'),
      number: true,
      value: ({ subject }) => notUp.get(subject) ?? 0,
      cell: ({ subject }) => formatDuration(notUp.get(subject) ?? 0, lang),
    },
  ];
  return (
    <SortableTable
      caption={t('table.services')}
      columns={columns}
      items={items}
      keyOf={({ subject }) => `${subject.kind} ${subject.id}`}
    />
  );
}

function DeploymentTable({ now }: { readonly now: number }) {
  if (session.value === null) return null;
  const { reading, scenario } = session.value;
  const lang = language.value;
  const sites = new Map(scenario.sites.map((site) => [site.id, site]));
  const items = scenario.services.flatMap((service) =>
    service.deployments.map((deployment) => {
      const entity = reading.view.find('deployment', `${service.id}@${deployment.site}`);
      const work = runningWork(reading, entity, now);
      // Work that never ends within the run has no time at which it is done.
      const ready = work === null || !Number.isFinite(work.endedAt) ? null : (work.endedAt - now) / 1e6;
      return { service, deployment, status: statusAt(reading.view, entity, now), ready };
    }),
  );
  type Item = (typeof items)[number];
  const count = (value: number | null): string => (value === null ? '' : formatCount(Math.round(value), lang));
  const columns: Column<Item>[] = [
    { key: 'service', label: t('table.service'), value: ({ service }) => textIn(service.name, lang, service.id) },
    {
      key: 'site',
      label: t('inspector.site'),
      value: ({ deployment }) => textIn(sites.get(deployment.site)?.name, lang, deployment.site),
    },
    { key: 'role', label: t('inspector.role'), value: ({ deployment }) => ROLE_WORDS[deployment.role][language.value] },
    {
      key: 'state',
      label: t('table.state'),
      value: ({ status }) => STATE_WORDS[status.state][lang],
      cell: ({ status }) => (
        <>
          <StateSign state={status.state} size={16} /> {STATE_WORDS[status.state][lang]}
          {status.blocked ? ` · ${t('table.blocked')}` : ''}
        </>
      ),
    },
    {
      key: 'cause',
      label: t('table.cause'),
      value: ({ status }) => (status.cause === 'none' ? '' : CAUSE_WORDS[status.cause][lang]),
    },
    {
      key: 'servers',
      label: t('inspector.servers'),
      number: true,
      value: ({ status }) => status.servers ?? 0,
      cell: ({ status, deployment }) => `${count(status.servers ?? deployment.servers)}/${count(deployment.servers)}`,
    },
    {
      key: 'offered',
      label: t('table.offered'),
      number: true,
      value: ({ status }) => status.offered ?? 0,
      cell: ({ status }) => count(status.offered),
    },
    {
      key: 'capacity',
      label: t('table.capacity'),
      number: true,
      value: ({ status }) => status.capacity ?? 0,
      cell: ({ status }) => count(status.capacity),
    },
    {
      key: 'load',
      label: t('inspector.load'),
      number: true,
      value: ({ status }) => status.load ?? 0,
      cell: ({ status }) =>
        status.load === null || !Number.isFinite(status.load) ? '' : formatShare(status.load, lang),
    },
    {
      key: 'work',
      label: t('table.work'),
      value: ({ ready }) => ready ?? Number.MAX_SAFE_INTEGER,
      cell: ({ ready }) => (ready === null ? '' : t('stage.readyIn', { duration: formatDuration(ready, lang) })),
    },
  ];
  return (
    <SortableTable
      caption={t('table.deployments')}
      columns={columns}
      items={items}
      keyOf={({ service, deployment }) => `${service.id}@${deployment.site}`}
    />
  );
}

function SiteTable({ now }: { readonly now: number }) {
  if (session.value === null) return null;
  const { reading, scenario } = session.value;
  const lang = language.value;
  const items = [...scenario.sites].sort((a, b) => a.order - b.order);
  type Item = (typeof items)[number];
  const columns: Column<Item>[] = [
    { key: 'site', label: t('inspector.site'), value: (site) => textIn(site.name, lang, site.id) },
    {
      key: 'status',
      label: t('table.status'),
      value: (site) => siteWords(reading, site, now, lang).join(', ') || t('stage.siteWell'),
    },
    {
      key: 'servers',
      label: t('inspector.servers'),
      value: (site) => siteStatusAt(reading.view, site, now).up,
      cell: (site) => serversText(siteStatusAt(reading.view, site, now), lang),
    },
  ];
  return <SortableTable caption={t('table.sites')} columns={columns} items={items} keyOf={(site) => site.id} />;
}
