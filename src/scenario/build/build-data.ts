/** Data of a service as written: sites that exist, a quorum that can be had, nothing that has no meaning. */
import { DEFAULTS } from '../defaults.js';
import type { DataPlacement } from '../model.js';
import type { Path } from '../reading/path.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import type { Draft } from './draft.js';
import { checkName } from './names.js';

type RawData = NonNullable<RawScenario['services'][string]['data']>;

export function buildData(draft: Draft, raw: RawData, at: Path): DataPlacement {
  const { copies, witness, backups } = raw;
  if (copies.length === 0) draft.report({ code: 'needs-entries', path: [...at, 'copies'] });
  for (const [i, site] of copies.entries()) {
    checkName(draft, 'sites', site, [...at, 'copies', i]);
    if (copies.indexOf(site) < i)
      draft.report({ code: 'same-twice', path: [...at, 'copies', i], values: { name: site } });
  }
  const replication = raw.replication ?? 'async';
  if (replication === 'none' && copies.length > 1)
    draft.report({ code: 'one-copy', path: [...at, 'copies'], values: { copies: copies.length } });
  if (replication !== 'sync') onlyWith(draft, raw, ['quorum', 'witness'], 'replication: sync', at);
  if (replication === 'none') onlyWith(draft, raw, ['lag', 'onSplit'], 'replication: async or sync', at);
  if (raw.onSplit !== 'split') onlyWith(draft, raw, ['merge'], 'onSplit: split', at);
  if (witness !== undefined) {
    checkName(draft, 'sites', witness, [...at, 'witness']);
    if (copies.includes(witness))
      draft.report({ code: 'witness-beside-copy', path: [...at, 'witness'], values: { site: witness } });
  }
  if (backups !== undefined) checkName(draft, 'sites', backups.at, [...at, 'backups', 'at']);
  return {
    path: draft.path(...at),
    copies,
    replication,
    lagSeconds: replication === 'none' ? 0 : draft.given(raw.lag, DEFAULTS.lag, ...at, 'lag'),
    quorum: quorum(draft, raw, at),
    witness: witness ?? null,
    onSplit: raw.onSplit ?? 'stop',
    merge: {
      secondsPerWrite:
        raw.onSplit === 'split'
          ? draft.given(raw.merge?.perWrite, DEFAULTS.mergePerWrite, ...at, 'merge', 'perWrite')
          : 0,
      lostShare: raw.merge?.lost ?? 0,
    },
    writes: draft.given(raw.writes, DEFAULTS.writes, ...at, 'writes'),
    sizeBytes: raw.size ?? null,
    restoreBytesPerHour:
      raw.size === undefined
        ? (raw.restoreRate ?? DEFAULTS.restoreRate.value)
        : draft.given(raw.restoreRate, DEFAULTS.restoreRate, ...at, 'restoreRate'),
    tolerates: draft.given(raw.tolerates, DEFAULTS.tolerates, ...at, 'tolerates'),
    backups:
      backups === undefined ? null : { everySeconds: backups.every, site: backups.at, keep: backups.keep ?? null },
  };
}

/** The majority of all votes, unless stated. */
function quorum(draft: Draft, raw: RawData, at: Path): number {
  if (raw.replication !== 'sync') return 1;
  const votes = raw.copies.length + (raw.witness === undefined ? 0 : 1);
  const wanted = raw.quorum ?? Math.floor(votes / 2) + 1;
  if (wanted > votes)
    draft.report({ code: 'quorum-too-large', path: [...at, 'quorum'], values: { quorum: wanted, votes } });
  return wanted;
}

function onlyWith(draft: Draft, raw: RawData, keys: readonly (keyof RawData)[], needed: string, at: Path): void {
  for (const key of keys) {
    if (raw[key] !== undefined)
      draft.report({ code: 'no-meaning', path: [...at, key], on: 'key', values: { key, needed } });
  }
}
