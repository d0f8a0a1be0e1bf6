/** What a change would have saved, in words. */
import { formatDuration, type Language } from '../results/amounts.js';
import { explainTextsIn } from '../results/explanation-texts.js';
import { helpOf } from '../studies/saved-by/helping.js';
import type { SavedBy } from '../studies/saved-by/saved-by.js';
import type { ExplainDocument } from './explain.js';

/** By the time down or, where that stays, by the time not up; and by the writes that are lost, where fewer are. */
export function effectText(document: ExplainDocument, each: SavedBy, language: Language): string {
  const texts = explainTextsIn(language);
  const duration = (seconds: number | null): string => formatDuration(seconds ?? 0, language);
  const { by, lessLost } = helpOf(document, each);
  const parts = [
    by === 'down' ? texts.instead(duration(each.downtimeSeconds), duration(document.downtimeSeconds)) : null,
    by === 'notUp' ? texts.notUpInstead(duration(each.notUpSeconds), duration(document.notUpSeconds)) : null,
    lessLost ? texts.lostInstead(duration(each.recoveryPointSeconds), duration(document.recoveryPointSeconds)) : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
