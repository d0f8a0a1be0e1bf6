/** Times since the first effect, as a report shows them. */
import { formatDuration, type Language } from '../../index.js';

/** `T+10 h 01 min`; before the first effect `T−3 min`. */
export function afterFirstEffect(seconds: number, language: Language): string {
  return seconds < 0 ? `T−${formatDuration(-seconds, language)}` : `T+${formatDuration(seconds, language)}`;
}
