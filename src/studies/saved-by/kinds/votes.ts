/** A third vote, or sides that write on by themselves, where writes were refused for want of a quorum. */

import { DEFAULTS } from '../../../scenario/defaults.js';
import type { Change } from '../change.js';
import type { Clues } from '../clues.js';
import { changeData, siteAway, type WithData, withDataAnd } from '../data-clues.js';

export function votes(clues: Clues): Change[] {
  return withDataAnd(clues, ['writes.refused']).flatMap((service) => [
    ...thirdVote(clues, service),
    ...split(clues, service),
  ]);
}

function thirdVote({ scenario, reading }: Clues, service: WithData): Change[] {
  const { data, id } = service;
  const site = siteAway(scenario, service);
  const isEven = data.copies.length % 2 === 0;
  if (data.replication !== 'sync' || data.witness !== null || !isEven) return [];
  if (site === null || data.copies.includes(site.id)) return [];
  const [entity, place] = [reading.view.find('service', id), reading.view.find('site', site.id)];
  const isStated = scenario.positions[`${data.path}.quorum`] !== undefined;
  return [
    {
      id: `witness:${id}@${site.id}`,
      kind: 'votes',
      set: [`${data.path}.witness=${site.id}`],
      layout: null,
      text: (say) =>
        say.in(
          `a further vote on the data of ${say.name(entity)} in ${say.name(place)}`,
          `${say.name(place)}에 ${say.name(entity)} 데이터의 추가 투표권`,
        ),
      apply: changeData(id, {
        witness: site.id,
        ...(isStated ? {} : { quorum: Math.floor((data.copies.length + 1) / 2) + 1 }),
      }),
    },
  ];
}

function split({ reading }: Clues, { data, id }: WithData): Change[] {
  if (data.onSplit === 'split' || data.replication === 'none') return [];
  const entity = reading.view.find('service', id);
  return [
    {
      id: `split:${id}`,
      kind: 'votes',
      set: [`${data.path}.onSplit=split`],
      layout: null,
      text: (say) =>
        say.in(
          `each side of ${say.name(entity)} writes on by itself and they are merged afterwards`,
          `${say.name(entity)}: 끊긴 양쪽이 각자 쓰기를 계속하고 나중에 병합`,
        ),
      apply: changeData(id, {
        onSplit: 'split',
        merge: { secondsPerWrite: DEFAULTS.mergePerWrite.value, lostShare: 0 },
      }),
    },
  ];
}
