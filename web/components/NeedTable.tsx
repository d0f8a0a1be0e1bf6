/** Who needs whom, and whether that answers now: the lines of the stage as a table. */
import { t } from '../i18n/translate.js';
import { DEPENDENCY_WORDS, formatShare, STATE_WORDS, statusAt, textIn } from '../library.js';
import { language } from '../state/preferences.js';
import { session } from '../state/session.js';
import { type Column, SortableTable } from './SortableTable.js';
import { StateSign } from './StateSign.js';

/** There are more of them than of anything else. */
const MOST = 100;

export function NeedTable({ now }: { readonly now: number }) {
  if (session.value === null) return null;
  const { reading, scenario } = session.value;
  const lang = language.value;
  const callers = [...scenario.journeys, ...scenario.services];
  const names = new Map(callers.map(({ id, name }) => [id, textIn(name, lang, id)]));
  const items = callers.flatMap(({ id, needs }) =>
    needs.map((need) => ({
      of: id,
      need,
      status: statusAt(reading.view, reading.view.find('service', need.service), now),
    })),
  );
  type Item = (typeof items)[number];
  const columns: Column<Item>[] = [
    { key: 'of', label: t('table.caller'), value: ({ of }) => names.get(of) ?? of },
    { key: 'service', label: t('table.needs'), value: ({ need }) => names.get(need.service) ?? need.service },
    { key: 'kind', label: t('table.kind'), value: ({ need }) => DEPENDENCY_WORDS[need.kind][lang] },
    {
      key: 'state',
      label: t('table.state'),
      value: ({ status }) => STATE_WORDS[status.state][lang],
      cell: ({ status }) => (
        <>
          <StateSign state={status.state} size={16} /> {STATE_WORDS[status.state][lang]}
        </>
      ),
    },
    {
      key: 'success',
      label: t('table.success'),
      number: true,
      value: ({ status }) => status.share ?? 1,
      cell: ({ status }) => (status.share === null ? '' : formatShare(status.share, lang)),
    },
  ];
  return (
    <SortableTable
      caption={t('table.needsOf')}
      columns={columns}
      items={items}
      most={MOST}
      keyOf={({ of, need }) => `${of} ${need.service} ${need.kind}`}
    />
  );
}
