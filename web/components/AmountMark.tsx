/** A disc as large as what it stands for, by the library's display list. */
import { amountMark, paintShapes } from '../library.js';
import { theme } from '../state/preferences.js';

const SIZE = 24;

export function AmountMark({ value, most }: { readonly value: number; readonly most: number }) {
  return (
    <svg
      width={SIZE}
      height={SIZE}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      aria-hidden="true"
      // Numbers and our own colours, escaped by the painter.
      dangerouslySetInnerHTML={{ __html: paintShapes(amountMark(value, most, SIZE, theme.value).shapes, 'amount') }}
    />
  );
}
