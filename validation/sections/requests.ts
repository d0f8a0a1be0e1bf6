/** The fluid engine against the simulation of single requests, system by system. */
import type { Figure } from '../../tests/support/figures.js';
import { fixed, table } from '../markdown.js';
import { testedFigures } from '../tested-figures.js';

export function requestsSection(): string {
  const tested = testedFigures('tests/differential/flow-against-requests.test.ts');
  const figures = tested.flatMap(({ title, figures: noted }) =>
    noted.map((figure) => ({ ...figure, times: title.startsWith('collapse') })),
  );
  const systems = [...new Set(figures.map(({ of }) => of ?? ''))];
  const figuresOf = (system: string, times: boolean): readonly Figure[] =>
    figures.filter((figure) => figure.of === system && figure.times === times);
  const shares = systems.flatMap((system) => figuresOf(system, false));
  const worst = Math.max(...shares.map(apart));
  return [
    `${systems.length} systems, ${shares.length} steady windows; the worst share is ${fixed(worst, 3)} apart. The tests fail beyond ${shares[0].allowed}, or when a time is further off than 10 % or 2 s, or when one engine says up and the other down at the end.`,
    '',
    table(
      ['system', 'success, fluid', 'one by one', 'worst difference', 'turns at, fluid', 'one by one, s'],
      systems.map((system) => {
        const steady = figuresOf(system, false);
        const turns = figuresOf(system, true);
        return [
          system,
          steady.map(({ got }) => fixed(got, 3)).join(', '),
          steady.map(({ expected }) => fixed(expected, 3)).join(', '),
          fixed(Math.max(...steady.map(apart)), 3),
          turns.map(({ got }) => got).join(', '),
          turns.map(({ expected }) => expected).join(', '),
        ];
      }),
    ),
  ].join('\n');
}

function apart({ got, expected }: Figure): number {
  return Math.abs(got - expected);
}
