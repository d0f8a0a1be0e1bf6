/** The textures of causes, for the charts. */
import { CAUSE_TABLE, hatchTile } from '../library.js';
import { theme } from '../state/preferences.js';

export function CauseDefs() {
  return (
    <defs>
      {CAUSE_TABLE.map(({ cause, texture, ink }) => {
        const { size, lines, dots, lineWidth } = hatchTile(texture);
        const colour = ink[theme.value];
        return (
          <pattern key={cause} id={`cause-${cause}`} width={size} height={size} patternUnits="userSpaceOnUse">
            {lines.map(([x1, y1, x2, y2]) => (
              <path key={`${x1} ${y1} ${x2}`} d={`M${x1},${y1}L${x2},${y2}`} stroke={colour} stroke-width={lineWidth} />
            ))}
            {dots.map(([x, y, r]) => (
              <circle key={`${x} ${y}`} cx={x} cy={y} r={r} fill={colour} />
            ))}
          </pattern>
        );
      })}
    </defs>
  );
}
