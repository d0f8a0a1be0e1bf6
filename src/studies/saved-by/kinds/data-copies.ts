/**
 * Copies of data: one more in another site, where they were out of reach or destroyed; kept alike by a quorum, where
 * writes were lost on the way to a copy that was behind; kept behind, where all of them got what was corrupt.
 */
import { DEFAULTS } from '../../../scenario/defaults.js';
import { writeDuration } from '../../../scenario/units/write-duration.js';
import type { Change } from '../change.js';
import type { Clues } from '../clues.js';
import { changeData, siteAway, type WithData, withDataAnd } from '../data-clues.js';

const HOUR = 3600;

export function dataCopies(clues: Clues): Change[] {
  return [
    ...withDataAnd(clues, ['data.unreachable', 'copy.lost']).flatMap((each) => another(clues, each)),
    ...withDataAnd(clues, ['writes.lost']).flatMap((each) => inStep(clues, each)),
    ...withDataAnd(clues, ['corruption.noticed']).flatMap((each) => behind(clues, each)),
  ];
}

function another(clues: Clues, service: WithData): Change[] {
  const { data, id } = service;
  const site = siteAway(clues.scenario, service);
  if (site === null || data.copies.includes(site.id)) return [];
  const { view } = clues.reading;
  const [entity, place] = [view.find('service', id), view.find('site', site.id)];
  const copies = [...data.copies, site.id];
  const single = data.replication === 'none';
  const isStated = clues.scenario.positions[`${data.path}.quorum`] !== undefined;
  const votes = copies.length + (data.witness === null || data.witness === site.id ? 0 : 1);
  // A witness beside a copy is no vote of its own.
  if (data.witness === site.id) return [];
  return [
    {
      id: `data-copy:${id}@${site.id}`,
      kind: 'data-copies',
      set: [`${data.path}.copies=[${copies.join(', ')}]`, ...(single ? [`${data.path}.replication=async`] : [])],
      layout: null,
      text: (say) =>
        say.in(
          `a copy of the data of ${say.name(entity)} in ${say.name(place)} as well`,
          `${say.name(place)}에도 ${say.name(entity)} 데이터 사본`,
        ),
      apply: changeData(id, {
        copies,
        ...(single ? { replication: 'async', lagSeconds: DEFAULTS.lag.value } : {}),
        ...(data.replication === 'sync' && !isStated ? { quorum: Math.floor(votes / 2) + 1 } : {}),
      }),
    },
  ];
}

/** A write counts once a majority of the copies has it. */
function inStep({ reading }: Clues, { data, id }: WithData): Change[] {
  if (data.replication !== 'async' || data.copies.length < 2) return [];
  const entity = reading.view.find('service', id);
  return [
    {
      id: `data-sync:${id}`,
      kind: 'data-copies',
      set: [`${data.path}.replication=sync`],
      layout: null,
      text: (say) =>
        say.in(
          `a write of ${say.name(entity)} counts once a majority of its copies has it (sync)`,
          `${say.name(entity)} 쓰기는 사본 과반이 받아야 인정 (동기 복제)`,
        ),
      apply: changeData(id, { replication: 'sync', quorum: Math.floor(data.copies.length / 2) + 1 }),
    },
  ];
}

/** By more than it took to notice, in whole hours. */
function behind({ reading }: Clues, { data, id }: WithData): Change[] {
  const { view } = reading;
  const entity = view.find('service', id);
  const noticed = view
    .eventsBy(['corruption.noticed'])
    .map((event) => view.event(event))
    .find((event) => event.entity === entity);
  if (data.replication !== 'async' || data.copies.length < 2 || noticed === undefined) return [];
  const lag = HOUR * (Math.floor(noticed.numbers.afterSeconds / HOUR) + 1);
  if (lag <= data.lagSeconds) return [];
  return [
    {
      id: `data-lag:${id}`,
      kind: 'data-copies',
      set: [`${data.path}.lag=${writeDuration(lag)}`],
      layout: null,
      text: (say) =>
        say.in(
          `copies of ${say.name(entity)} kept ${say.duration(lag * 1e6)} behind`,
          `${say.name(entity)} 사본을 ${say.duration(lag * 1e6)} 늦게 유지`,
        ),
      apply: changeData(id, { lagSeconds: lag }),
    },
  ];
}
