/** Everything over time: transport, impact, markers, overview and strip, on one scale. */
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { chartsWidth } from '../state/chart-room.js';
import { type Sight, sight } from '../state/sight.js';
import { stripShown } from '../state/view.js';
import { Axis } from './Axis.js';
import { Differences } from './Differences.js';
import { Impact } from './Impact.js';
import { Overview } from './Overview.js';
import { Strip } from './Strip.js';
import { Transport } from './Transport.js';
import { useSize } from './use-size.js';

/** Whether it is on the screen of whoever sees all, or of one who may see this part. */
function sees(...parts: readonly Sight[]): boolean {
  return sight.value === 'all' || parts.includes(sight.value);
}

export function Timeline() {
  const [room, size] = useSize<HTMLElement>();
  useEffect(() => {
    chartsWidth.value = size.width;
  }, [size.width]);
  return (
    <section class="timeline" ref={room} id="timeline" tabIndex={-1} aria-label={t('timeline.label')}>
      <Transport />
      {sees('affected') && <Impact />}
      {sees() && <Differences />}
      {sees('affected', 'strips') && <Axis />}
      {(sight.value === 'strips' || (sees() && stripShown.value)) && <Strip />}
      {sees() && <Overview />}
    </section>
  );
}
