/**
 * What a copy is made anew from: the best sound copy that can be read and reached, or the newest sound backup where no
 * sound copy has more. Nobody goes back to an old backup while a newer copy is only dark, nor to a copy that is older
 * than the backup.
 *
 * Left out: backups that are tried and found bad, and many restores that share one link.
 */
import type { DataPlacement } from '../../scenario/model.js';
import type { Copy } from './copy.js';
import type { DataFacts } from './data-facts.js';
import type { ServiceData } from './service-data.js';

export type Origin =
  | { readonly kind: 'copy'; readonly copy: Copy }
  | { readonly kind: 'backup'; readonly time: number };

/** Null: there is none now. `backupSite` is -1 where there are no backups. */
export function originFor(data: ServiceData, site: number, backupSite: number, facts: DataFacts): Origin | null {
  const reaches = (from: number): boolean => facts.hasPower(from) && facts.reaches(site, from);
  const sound = data.copies.filter((copy) => !copy.lost && !copy.condemned);
  let best: Copy | null = null;
  for (const copy of sound) {
    if (reaches(copy.site) && (best === null || data.position(copy) > data.position(best))) best = copy;
  }
  const time = data.newestBackup();
  if (sound.every((copy) => data.position(copy) < time))
    return time >= 0 && reaches(backupSite) ? { kind: 'backup', time } : null;
  return best && data.position(best) >= time ? { kind: 'copy', copy: best } : null;
}

/** Size over rate; 0 where the size is not stated. */
export function restoreSeconds({ sizeBytes, restoreBytesPerHour }: DataPlacement): number {
  return sizeBytes === null ? 0 : (sizeBytes / restoreBytesPerHour) * 3600;
}
