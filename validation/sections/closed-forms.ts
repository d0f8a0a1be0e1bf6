/** What a pencil gives, and what both engines make of it. */
import { table } from '../markdown.js';
import { type TestedFigures, testedFigures } from '../tested-figures.js';

const FLUID = 'fluid';

export function closedFormsSection(): string {
  const tested = testedFigures('tests/analytic/model-cases.test.ts');
  const fluid = tested.filter(({ groups }) => groups[0] === FLUID);
  const requests = new Map(tested.filter(({ groups }) => groups[0] !== FLUID).map((each) => [keyOf(each), each]));
  return table(
    ['case', 'closed form', 'fluid', 'error', 'allowed', 'one by one'],
    fluid.flatMap((test) => {
      const other = requests.get(keyOf(test))?.figures ?? [];
      return test.figures.map(({ got, expected, allowed }, i) => [
        // A test of several figures is named once.
        i > 0 ? '' : `${test.groups[1]}: ${test.title}`.replaceAll('|', '/'),
        short(expected),
        short(got),
        short(got - expected),
        short(allowed),
        other[i] === undefined ? '' : short(other[i].got),
      ]);
    }),
  );
}

function keyOf({ groups, title }: TestedFigures): string {
  return [...groups.slice(1), title].join(' > ');
}

/** Three figures after the point for what is small, fewer for what is large. */
function short(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size < 10 ? 3 : size < 1000 ? 1 : 0).replace(/^-(0\.0*)$/, '$1');
}
