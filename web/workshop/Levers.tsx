/**
 * What a lesson lets one change beside what is dragged: its options, values of its own, and the order of repair. Moves,
 * replicas, roles, servers and needs are at the stage and at the service's panel.
 */
import { t } from '../i18n/translate.js';
import type { EditRule } from '../library.js';
import { layoutName } from '../state/layout-names.js';
import { language } from '../state/preferences.js';
import { OrderLever } from './OrderLever.js';
import { lesson } from './state/current.js';
import { design, redesign } from './state/exercise.js';
import { settingOf, setValue } from './state/settings.js';

export function Levers() {
  if (lesson.value === null) return null;
  const { exercise } = lesson.value.lesson;
  const sets = exercise.edits.filter(({ kind }) => kind === 'set');
  return (
    <>
      <Beginning />
      <Options />
      {sets.map((rule) =>
        rule.order === undefined ? (
          (rule.paths ?? []).map((path) => <ValueLever key={path} rule={rule} path={path} />)
        ) : (
          <OrderLever key="order" rule={rule} order={rule.order} />
        ),
      )}
    </>
  );
}

/** Where one begins from, when the lesson leaves that open. */
function Beginning() {
  const layouts = lesson.value?.lesson.exercise.layouts ?? [];
  if (layouts.length < 2) return null;
  return (
    <label class="lever">
      <span>{t('learn.beginning')}</span>
      <select
        value={design.value.layout}
        onChange={({ currentTarget }) => {
          const layout = currentTarget.value;
          void redesign((old) => ({ ...old, layout }));
        }}
      >
        {layouts.map((id) => (
          <option key={id} value={id}>
            {layoutName(id)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Options() {
  const { exercise } = lesson.value?.lesson ?? {};
  const options = Object.entries(exercise?.options ?? {});
  if (options.length === 0) return null;
  const taken = design.value.options;
  return (
    <ul class="choices" aria-label={t('learn.options')}>
      {options.map(([id, { name, points = 0, times = 1, excludes = [] }]) => {
        const count = taken.filter((each) => each === id).length;
        const price = points > 0 ? ` (${t('learn.points', { count: points })})` : '';
        const blocked = count === 0 && taken.some((each) => excludes.includes(each));
        return (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={count > 0}
                disabled={blocked}
                onChange={({ currentTarget }) => {
                  const on = currentTarget.checked;
                  void redesign((old) => ({
                    ...old,
                    options: on ? [...old.options, id] : old.options.filter((each) => each !== id),
                  }));
                }}
              />{' '}
              {name[language.value]}
              {price}
            </label>
            {times > 1 && count > 0 && (
              <button
                type="button"
                class="plain"
                disabled={count >= times}
                onClick={() => void redesign((old) => ({ ...old, options: [...old.options, id] }))}
              >
                {t('learn.onceMore', { count, of: times })}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function ValueLever({ rule, path }: { readonly rule: EditRule; readonly path: string }) {
  const points = rule.points ?? 0;
  const label = rule.label?.[language.value] ?? path;
  return (
    <label class="lever">
      <span>
        {label} {(rule.paths?.length ?? 0) > 1 && <code>{path}</code>}
        {points > 0 && ` (${t('learn.points', { count: points })})`}
      </span>
      <select
        value={settingOf(path) ?? ''}
        onChange={({ currentTarget }) => void setValue(path, currentTarget.value === '' ? null : currentTarget.value)}
      >
        <option value="">{t('design.asItWas')}</option>
        {(rule.values ?? []).map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </select>
    </label>
  );
}
