/** What the names and sums beside the strip are, in the axis above it: the order of the rows, whether in groups, and the heads of sums. */
import { t } from '../i18n/translate.js';
import { STRIP_ORDERS } from '../library.js';
import { isGrouped, toggleGrouping } from '../state/strip-lines.js';
import { stripOrder } from '../state/view.js';

export function StripOrderChooser() {
  return (
    <label class="strip-order">
      <span class="visually-hidden">{t('strip.order')}</span>
      <select
        value={stripOrder.value}
        title={t('strip.order')}
        onChange={({ currentTarget }) => {
          stripOrder.value = STRIP_ORDERS.find((each) => each === currentTarget.value) ?? 'failed';
        }}
      >
        {STRIP_ORDERS.map((each) => (
          <option key={each} value={each}>
            {t(`strip.order.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function StripGrouping() {
  return (
    <button
      type="button"
      class="plain strip-grouping"
      aria-pressed={isGrouped.value}
      title={t('strip.groupingHint')}
      onClick={toggleGrouping}
    >
      {t('strip.grouping')}
    </button>
  );
}

export function StripSumHeads() {
  return (
    <span class="strip-sums soft">
      <span>{t('strip.notUp')}</span>
      <span>{t('strip.lost')}</span>
    </span>
  );
}
