/** How many runs of the matrix are made; the way to stop and to go on. */
import { t } from '../i18n/translate.js';
import { formatCount } from '../library.js';
import { goOn, matrixDone, matrixTrouble, stopMatrix } from '../state/matrix.js';
import { language } from '../state/preferences.js';

export function MatrixProgress() {
  const lang = language.value;
  if (matrixTrouble.value !== null) return <p role="alert">{matrixTrouble.value}</p>;
  if (matrixDone.value === null) return null;
  const { done, of, working } = matrixDone.value;
  const count = (value: number): string => formatCount(value, lang);
  return (
    <p class="trying">
      <span role="status">
        {working || done < of
          ? t('matrix.progress', { done: count(done), of: of === 0 ? '…' : count(of) })
          : t('matrix.done', { count: count(of) })}
      </span>
      {working && <progress value={of === 0 ? undefined : done / of} aria-label={t('app.progress')} />}
      {working && (
        <button type="button" class="plain" onClick={stopMatrix}>
          {t('why.stop')}
        </button>
      )}
      {!working && done < of && (
        <button type="button" class="plain" onClick={goOn}>
          {t('matrix.goOn')}
        </button>
      )}
    </p>
  );
}
