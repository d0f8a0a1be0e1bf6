/** Minutes that run down on the wall. What happens at their end is for people to say: nothing is decided by a clock. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';

interface CountdownProps {
  readonly seconds: number;
  /** Begins by itself. */
  readonly starts?: boolean;
  /** What is said when they are over. */
  readonly over: string;
}

export function Countdown({ seconds, starts = false, over }: CountdownProps) {
  const [left, setLeft] = useState(seconds);
  const [runs, setRuns] = useState(starts);
  useEffect(() => {
    if (!runs) return;
    const end = performance.now() + left * 1000;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(now);
      if (now === 0) setRuns(false);
    }, 250);
    return () => clearInterval(timer);
  }, [runs]);
  return (
    <div class={left === 0 ? 'countdown over' : 'countdown'}>
      <strong role="timer">{clockText(left)}</strong>
      <button type="button" class="plain" disabled={left === 0} onClick={() => setRuns(!runs)}>
        {t(runs ? 'countdown.stop' : 'countdown.start')}
      </button>
      <button
        type="button"
        class="plain"
        onClick={() => {
          setRuns(false);
          setLeft(seconds);
        }}
      >
        {t('countdown.reset')}
      </button>
      <span role="status">{left === 0 ? over : ''}</span>
    </div>
  );
}

function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
