/** People affected over a run as a small picture, by the library's display list; what it shows is said in words beside it. */
import { affectedMark, paintShapes } from '../library.js';
import { theme } from '../state/preferences.js';

interface Props {
  readonly people: readonly number[];
  readonly most: number;
  readonly width: number;
  readonly height: number;
  /** Drawn over it as a dashed line. */
  readonly beside?: readonly number[];
}

export function AffectedMark({ people, width, height, ...rest }: Props) {
  const { shapes } = affectedMark(people, { ...rest, width, height, theme: theme.value });
  return (
    <svg
      class="affected-mark"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      // Numbers and our own colours, escaped by the painter.
      dangerouslySetInnerHTML={{ __html: paintShapes(shapes, 'affected') }}
    />
  );
}
