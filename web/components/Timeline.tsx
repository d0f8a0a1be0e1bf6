/** Everything over time: transport, impact, markers, overview and strip, on one scale. */
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/translate.js';
import { chartsWidth } from '../state/chart-room.js';
import { stripShown } from '../state/view.js';
import { Axis } from './Axis.js';
import { Differences } from './Differences.js';
import { Impact } from './Impact.js';
import { Overview } from './Overview.js';
import { Strip } from './Strip.js';
import { Transport } from './Transport.js';
import { useSize } from './use-size.js';

export function Timeline() {
  const [room, size] = useSize<HTMLElement>();
  useEffect(() => {
    chartsWidth.value = size.width;
  }, [size.width]);
  return (
    <section class="timeline" ref={room} id="timeline" tabIndex={-1} aria-label={t('timeline.label')}>
      <Transport />
      <Impact />
      <Differences />
      <Axis />
      {stripShown.value && <Strip />}
      <Overview />
    </section>
  );
}
