/** All zones of a site back with the first of them: how much of the outage was power, and how much tools and people. */
import { writeDuration } from '../../../scenario/units/write-duration.js';
import { type Change, changeRecovery } from '../change.js';
import { type Clues, concerned } from '../clues.js';

export function allPower(clues: Clues): Change[] {
  const { scenario, reading } = clues;
  const zones = concerned(clues, 'power.returned', 'power');
  const sites = [...new Set(zones.map((entity) => reading.view.entity(entity).of[0]))];
  return sites.flatMap((entity): Change[] => {
    const site = reading.view.entity(entity).id;
    const times = scenario.recovery.power.filter((row) => row.site === site).map(({ atSeconds }) => atSeconds);
    const first = Math.min(...times);
    if (times.length < 2 || times.every((each) => each === first)) return [];
    return [
      {
        id: `all-power:${site}`,
        kind: 'all-power',
        set: [`recovery.power.${site}=${writeDuration(first)}`],
        layout: null,
        text: (say) =>
          say.in(
            `power of all of ${say.name(entity)} back at ${say.clock(first * 1e6)}`,
            `${say.name(entity)} 전원 전체를 ${say.clock(first * 1e6)}에 복구`,
          ),
        apply: (base) => {
          const rest = base.recovery.power.filter((row) => row.site !== site);
          const all = base.sites.find(({ id }) => id === site)?.zones ?? [];
          const rows = all.map(({ id }) => ({ site, zone: id, atSeconds: first, path: `recovery.power.${site}` }));
          const power = [...rest, ...rows].sort((a, b) => order(a.site, b.site) || order(a.zone, b.zone));
          return changeRecovery(base, { power });
        },
      },
    ];
  });
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
