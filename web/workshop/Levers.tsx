/**
 * What a lesson lets one change beside what is dragged: its options, values of its own, and the order of repair. Moves,
 * replicas, roles, servers and needs are at the stage and at the service's panel.
 */
import { t } from '../i18n/translate.js';
import { type EditRule, withEdit } from '../library.js';
import { language } from '../state/preferences.js';
import { lesson } from './state/current.js';
import { design, redesign } from './state/exercise.js';
import { choiceNameIn } from './state/player.js';

export function Levers() {
  if (lesson.value === null) return null;
  const { exercise } = lesson.value.lesson;
  const sets = exercise.edits.filter(({ kind }) => kind === 'set');
  return (
    <>
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

function set(path: string, value: string | null): Promise<void> {
  return redesign((old) => {
    const others = old.edits.filter((each) => each.kind !== 'set' || each.path !== path);
    return { ...old, edits: value === null ? others : withEdit(others, { kind: 'set', path, value }) };
  });
}

function settingOf(path: string): string | null {
  const found = design.value.edits.find((each) => each.kind === 'set' && each.path === path);
  return found?.kind === 'set' ? found.value : null;
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
        onChange={({ currentTarget }) => void set(path, currentTarget.value === '' ? null : currentTarget.value)}
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

/** What is repaired first: pressed up and down, since a list is easier to hold than a drag. */
function OrderLever({ rule, order }: { readonly rule: EditRule; readonly order: readonly string[] }) {
  const path = rule.paths?.[0] ?? 'recovery.order';
  const written = settingOf(path);
  const now = written === null ? order : written.replace(/[[\]"\s]/g, '').split(',');
  const swap = (i: number, k: number): void => {
    const next = [...now];
    [next[i], next[k]] = [next[k], next[i]];
    void set(path, `[${next.join(', ')}]`);
  };
  return (
    <section class="order" aria-label={rule.label?.[language.value] ?? t('learn.repairOrder')}>
      <h4>{rule.label?.[language.value] ?? t('learn.repairOrder')}</h4>
      {written === null && <p class="soft">{t('learn.orderFree')}</p>}
      <ol>
        {now.map((id, i) => {
          const name = choiceNameIn(id, language.value);
          return (
            <li key={id}>
              <span>
                {i + 1}. {name}
              </span>
              <button
                type="button"
                class="icon"
                disabled={i === 0}
                aria-label={t('learn.earlier', { name })}
                onClick={() => swap(i, i - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                class="icon"
                disabled={i === now.length - 1}
                aria-label={t('learn.later', { name })}
                onClick={() => swap(i, i + 1)}
              >
                ↓
              </button>
            </li>
          );
        })}
      </ol>
      {written !== null && (
        <button type="button" class="plain" onClick={() => void set(path, null)}>
          {t('design.asItWas')}
        </button>
      )}
    </section>
  );
}
