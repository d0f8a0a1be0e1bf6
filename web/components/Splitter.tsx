/** The line between stage and time: dragged, or moved by arrow keys. */
import { t } from '../i18n/translate.js';
import { stageShare } from '../state/view.js';

const STEP = 0.04;

export function Splitter() {
  function to(share: number): void {
    stageShare.value = Math.min(0.8, Math.max(0.2, share));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    to(stageShare.value + (event.key === 'ArrowDown' ? STEP : -STEP));
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a widget, which <hr> is not.
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={t('pane.resize')}
      aria-valuemin={20}
      aria-valuemax={80}
      aria-valuenow={Math.round(stageShare.value * 100)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        const { currentTarget, pointerId, clientY } = event;
        const box = currentTarget.parentElement?.getBoundingClientRect();
        if (box === undefined || !currentTarget.hasPointerCapture(pointerId)) return;
        to((clientY - box.top) / box.height);
      }}
    />
  );
}
