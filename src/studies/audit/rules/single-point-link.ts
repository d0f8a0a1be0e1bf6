/** A link without which services go down although every server works: they call each other across it, and nowhere else. */

import type { Link } from '../../../scenario/model.js';
import { type AuditFacts, rootsOf } from '../facts.js';
import type { AuditRule, Found } from '../finding.js';
import { lossOfLink } from '../loss.js';

export const singlePointLink: AuditRule = {
  id: 'single-point-link',
  find: (facts) => {
    const used = new Set(facts.sites.map(({ id }) => id));
    return facts.scenario.links
      .filter(({ between }) => between.every((site) => used.has(site)))
      .flatMap((link) => findingOf(facts, link));
  },
};

function findingOf(facts: AuditFacts, link: Link): readonly Found[] {
  const standing = facts.after(lossOfLink(link));
  const fallen = facts.fallen(standing);
  if (fallen.length === 0) return [];
  const calls = [...new Set(fallen.flatMap((id) => [id, ...rootsOf(facts, id, standing)]))].sort();
  const [a, b] = link.between;
  return [
    {
      severity: 'warning',
      subject: link.id,
      paths: [link.path],
      affected: fallen,
      message: (say) =>
        say.in(
          `when ${say.site(a)} and ${say.site(b)} do not reach each other, ${say.some(fallen)} ${fallen.length === 1 ? 'is' : 'are'} down, though every server works`,
          `${say.site(a)}, ${say.site(b)} 사이가 끊기면 서버가 모두 정상이어도 중단: ${say.some(fallen)}`,
        ),
      advice: (say) =>
        say.in(
          `place what needs each other in one site as well, or let it do without: ${say.some(calls)}`,
          `서로 필요한 것을 같은 데이터센터에도 두거나 없이도 동작하게 함: ${say.some(calls)}`,
        ),
    },
  ];
}
