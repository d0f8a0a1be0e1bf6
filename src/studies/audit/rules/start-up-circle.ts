/**
 * Services that can come back only after each other. An error when nothing in the file breaks the circle; a warning when
 * people can break it by hand, at the cost that the file states. Nothing is told where no single site takes all of them
 * down and people can break it.
 */
import { mean } from '../../../engine/distributions.js';
import { checkStarts } from '../../../scenario/checks/check-circles.js';
import type { Dependency, Service } from '../../../scenario/model.js';
import type { AuditFacts } from '../facts.js';
import type { AuditRule, Found } from '../finding.js';
import { SERVES } from '../standing.js';

export const startUpCircle: AuditRule = {
  id: 'start-up-circle',
  find: (facts) =>
    checkStarts(facts.scenario).flatMap(({ values }) => findingOf(facts, String(values?.circle ?? '').split(' -> '))),
};

function findingOf(facts: AuditFacts, way: readonly string[]): readonly Found[] {
  const members = [...new Set(way)];
  const needs = way.slice(1).map((to, i) => needOf(facts, way[i], to));
  const ways = needs.flatMap((need, i) => byHand(facts, way[i], need));
  const site = facts.sites.find((each) => members.every((id) => facts.afterSite(each).success(id) < SERVES));
  if (ways.length > 0 && site === undefined) return [];
  const cheapest = [...ways].sort(
    (a, b) => (a.seconds ?? Number.POSITIVE_INFINITY) - (b.seconds ?? Number.POSITIVE_INFINITY),
  )[0];
  const start = needs.find((need) => need !== undefined && need.kind !== 'required');
  return [
    {
      severity: ways.length === 0 ? 'error' : 'warning',
      subject: members[0],
      paths: [start?.path ?? '', facts.services.get(members[0])?.path ?? ''],
      affected: [...members].sort(),
      message: (say) => {
        const circle = way.map((id) => say.service(id)).join(' → ');
        const when =
          site === undefined
            ? say.in('when all of them are down', '모두 중단되면')
            : say.in(`when ${say.site(site.id)} is lost`, `${say.site(site.id)} 상실 시`);
        if (cheapest === undefined)
          return say.in(
            `${circle} need each other to come back, and ${when} nothing starts any of them`,
            `서로 있어야 켜지는 순환: ${circle}. ${when} 풀 방법 없음`,
          );
        const cost =
          cheapest.seconds === null
            ? say.in('work by hand', '수작업')
            : say.in(
                `work by hand, about ${say.duration(cheapest.seconds)}`,
                `수작업 약 ${say.duration(cheapest.seconds)}`,
              );
        return say.in(
          `${circle} need each other to come back; ${when} only ${cost} gets them going`,
          `서로 있어야 켜지는 순환: ${circle}. ${when} ${cost} 필요`,
        );
      },
      advice: (say) =>
        say.in(
          cheapest === undefined
            ? 'let one of them start without the next, or state and rehearse a way by hand (byHand)'
            : 'let one of them start without the next, or rehearse the way by hand',
          cheapest === undefined
            ? '하나는 다음 것 없이 켜지게 하거나, 손으로 푸는 방법(byHand)을 마련해 연습'
            : '하나는 다음 것 없이 켜지게 하거나, 손으로 푸는 방법을 연습',
        ),
    },
  ];
}

function needOf({ services }: AuditFacts, from: string, to: string): Dependency | undefined {
  const needs = services.get(from)?.needs.filter((need) => need.service === to) ?? [];
  return needs.find(({ kind }) => kind !== 'required') ?? needs[0];
}

/** How a need in the circle is done without; seconds null: its work only becomes slower by a factor. */
function byHand(
  { scenario, services }: AuditFacts,
  from: string,
  need: Dependency | undefined,
): { seconds: number | null }[] {
  if (need === undefined || need.kind === 'required') return [];
  if (need.byHand !== null) return [{ seconds: mean(need.byHand) }];
  const { class: kind } = services.get(from) as Service;
  const factor = scenario.classes.find(({ id }) => id === kind)?.byHandFactor ?? null;
  return need.kind === 'operate' && factor !== null ? [{ seconds: null }] : [];
}
