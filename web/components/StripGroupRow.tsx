/** A group of the strip's rows as one row: the worst of them now, how many there are, and the way to open it. */
import { t } from '../i18n/translate.js';
import {
  formatCount,
  formatDuration,
  pieceAt,
  STATE_WORDS,
  type State,
  type StripGroup,
  statusAt,
  worse,
} from '../library.js';
import { slowTime } from '../state/clock.js';
import { unseen } from '../state/learning.js';
import { language } from '../state/preferences.js';
import { chosen } from '../state/selection.js';
import { runDocument, session } from '../state/session.js';
import { toggleGroup } from '../state/strip-lines.js';
import { StateSign } from './StateSign.js';

interface Props {
  readonly group: StripGroup;
  readonly open: boolean;
  readonly stop: boolean;
  readonly style: Readonly<Record<string, string>>;
}

export function StripGroupRow({ group, open, stop, style }: Props) {
  if (session.value === null) return null;
  const { reading } = session.value;
  const lang = language.value;
  const now = slowTime.value;
  const states = group.rows.map(({ subject }): State => statusAt(reading.view, subject.entity, now).state);
  const worst = states.reduce(worse);
  const bad = group.rows.filter((row) => pieceAt(row, now) !== null).length;
  const name = groupName(group);
  const count = formatCount(group.rows.length, lang);
  const sentence = t('strip.group', { name, count, bad: formatCount(bad, lang), state: STATE_WORDS[worst][lang] });
  const has = group.rows.some(({ subject }) => `${subject.kind}:${subject.id}` === chosen.value);
  const ids = new Set(group.rows.map(({ subject }) => `${subject.kind} ${subject.id}`));
  const lost = [
    ...(runDocument.value?.services ?? []).map((each) => ({ ...each, key: `service ${each.id}` })),
    ...(runDocument.value?.journeys ?? []).map((each) => ({ ...each, key: `journey ${each.id}` })),
  ].reduce((sum, { key, userHoursLost }) => sum + (ids.has(key) ? userHoursLost : 0), 0);
  return (
    <li class={`group ${has && !open ? 'chosen' : ''}`} style={style}>
      <button
        type="button"
        tabIndex={stop ? 0 : -1}
        aria-expanded={open}
        aria-label={sentence}
        title={sentence}
        onClick={() => toggleGroup(group.key)}
      >
        <span class="twist" aria-hidden="true">
          {open ? '▾' : '▸'}
        </span>
        <StateSign state={worst} size={16} />
        <span class="name">{`${name} (${count})`}</span>
      </button>
      <span />
      <span class="gutter-right strip-sums">
        <span>
          {unseen.value ? (
            ''
          ) : group.notUpSeconds > 0 ? (
            formatDuration(group.notUpSeconds, lang)
          ) : (
            <span class="soft">{t('strip.never')}</span>
          )}
        </span>
        <span>{!unseen.value && lost > 0 ? formatCount(lost, lang) : ''}</span>
      </span>
    </li>
  );
}

function groupName({ kind, name }: StripGroup): string {
  if (kind === 'domain') return String(name);
  if (kind === 'depth') return t('strip.group.depth', { depth: name ?? 0 });
  return t(`strip.group.${kind}`);
}
