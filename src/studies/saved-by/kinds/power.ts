/** Power of a zone back earlier: with the first zone of its site; or, for the first, in half the time. */
import { writeDuration } from '../../../scenario/units/write-duration.js';
import { type Change, changeRecovery } from '../change.js';
import { type Clues, concerned } from '../clues.js';

export function power(clues: Clues): Change[] {
  const { scenario, reading } = clues;
  return concerned(clues, 'power.returned', 'power').flatMap((entity): Change[] => {
    const zone = reading.view.entity(entity).id;
    const ofSite = scenario.recovery.power.filter(({ site }) => zone.startsWith(`${site}/`));
    const row = ofSite.find((each) => `${each.site}/${each.zone}` === zone);
    const lost = reading.view.firstEvent(entity, 0, ({ rule }) => rule === 'power.lost');
    if (row === undefined || lost < 0) return [];
    const first = Math.min(...ofSite.map(({ atSeconds }) => atSeconds));
    const lostAt = reading.record.events.time[lost] / 1e6;
    const at = first < row.atSeconds ? first : Math.round((lostAt + row.atSeconds) / 2);
    const rows = ofSite.map((each) => `${each.zone}: ${writeDuration(each === row ? at : each.atSeconds)}`);
    return [
      {
        id: `power:${zone}`,
        kind: 'power',
        set: [`recovery.power.${row.site}={ ${rows.join(', ')} }`],
        layout: null,
        text: (say) =>
          say.in(
            `power of ${say.name(entity)} back at ${say.clock(at * 1e6)} instead of ${say.clock(row.atSeconds * 1e6)}`,
            `${say.name(entity)} 전원을 ${say.clock(row.atSeconds * 1e6)} 대신 ${say.clock(at * 1e6)}에 복구`,
          ),
        apply: (base) =>
          changeRecovery(base, {
            power: base.recovery.power.map((each) =>
              each.site === row.site && each.zone === row.zone ? { ...each, atSeconds: at } : each,
            ),
          }),
      },
    ];
  });
}
