/** The stage or, where layouts are compared, a stage each: side by side, or two by two, and scrolled together. */
import { useRef } from 'preact/hooks';
import { besides } from '../state/comparing.js';
import { layoutName } from '../state/layout-names.js';
import { session } from '../state/session.js';
import { PanelStage } from './PanelStage.js';
import { Stage } from './Stage.js';

export function Stages() {
  const all = useRef<HTMLDivElement>(null);
  const others = besides.value;
  const several = others.length > 0;

  function onScroll(event: Event): void {
    const moved = event.target as HTMLElement;
    if (!several || !moved.matches('.stage-room')) return;
    for (const room of all.current?.querySelectorAll<HTMLElement>('.stage-room') ?? []) {
      if (room === moved) continue;
      room.scrollTop = moved.scrollTop;
      room.scrollLeft = moved.scrollLeft;
    }
  }

  return (
    <div class={`stages of-${others.length + 1}`} ref={all} onScrollCapture={onScroll}>
      <div class="panel">
        {several && <h2>{layoutName(session.value?.scenario.layout ?? '')}</h2>}
        <Stage />
      </div>
      {others.map((run) => (
        <div class="panel" key={run.scenario.layout}>
          <h2>{layoutName(run.scenario.layout)}</h2>
          <PanelStage run={run} />
        </div>
      ))}
    </div>
  );
}
