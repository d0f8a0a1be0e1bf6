/** Values of a design that are set by their path in the scenario, as the lesson's levers set them. */
import { withEdit } from '../../library.js';
import { design, redesign } from './exercise.js';

/** @param value null: as the scenario has it */
export function setValue(path: string, value: string | null): Promise<void> {
  return redesign((old) => {
    const others = old.edits.filter((each) => each.kind !== 'set' || each.path !== path);
    return { ...old, edits: value === null ? others : withEdit(others, { kind: 'set', path, value }) };
  });
}

/** Null: as the scenario has it. */
export function settingOf(path: string): string | null {
  const found = design.value.edits.find((each) => each.kind === 'set' && each.path === path);
  return found?.kind === 'set' ? found.value : null;
}
