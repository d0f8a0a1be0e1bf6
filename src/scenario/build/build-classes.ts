import { DEFAULT_CLASSES } from '../default-classes.js';
import type { ServiceClass, TaskPlan, Team } from '../model.js';
import type { Path } from '../reading/path.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import { buildAdmission } from './build-admission.js';
import { buildTask } from './build-recovery.js';
import { compareIds, type Draft } from './draft.js';
import { checkName } from './names.js';

type RawClasses = NonNullable<RawScenario['classes']>;
/** What a class differs from: a built-in plan or another class. */
type Base = Omit<ServiceClass, 'id' | 'path' | 'name'>;

/** The built-in classes as the file changes them, and its own; sorted by id. */
export function buildClasses(draft: Draft, raw: RawScenario['classes'], teams: readonly Team[]): ServiceClass[] {
  const own: RawClasses = raw ?? {};
  const built = new Map<string, ServiceClass>();
  const build = (id: string, waiting: readonly string[]): ServiceClass => {
    const done = built.get(id);
    if (done !== undefined) return done;
    const written = Object.hasOwn(own, id) ? own[id] : {};
    const result = buildClass(draft, id, written, baseOf(id, written.like, [...waiting, id]), teams);
    built.set(id, result);
    return result;
  };
  const baseOf = (id: string, like: string | undefined, waiting: readonly string[]): Base => {
    const plain = Object.hasOwn(DEFAULT_CLASSES, id) ? DEFAULT_CLASSES[id] : DEFAULT_CLASSES.stateless;
    const path: Path = ['classes', id, 'like'];
    if (like === undefined || !checkName(draft, 'classes', like, path)) return plain;
    if (waiting.includes(like)) {
      draft.report({ code: 'class-circle', path, values: { name: like } });
      return plain;
    }
    // Named in the file, but left out for its faults: those are told already.
    return Object.hasOwn(own, like) || Object.hasOwn(DEFAULT_CLASSES, like) ? build(like, waiting) : plain;
  };
  const ids = [...new Set([...Object.keys(DEFAULT_CLASSES), ...Object.keys(own)])];
  return ids.sort(compareIds).map((id) => build(id, []));
}

function buildClass(
  draft: Draft,
  id: string,
  written: RawClasses[string],
  base: Base,
  teams: readonly Team[],
): ServiceClass {
  const stage = (key: 'check' | 'start' | 'verify' | 'rebuild'): TaskPlan | null => {
    const value = written[key];
    if (value === 'none' || (value === undefined && base[key] === null)) return null;
    return buildTask(draft, value, base[key], teams, ['classes', id, key]);
  };
  return {
    id,
    path: draft.path('classes', id),
    name: written.name ?? { en: id },
    check: stage('check'),
    start: stage('start'),
    verify: stage('verify'),
    rebuild: stage('rebuild'),
    serveFirst: written.serveFirst ?? base.serveFirst,
    quorum: written.quorum ?? base.quorum,
    byHandFactor: written.byHand === undefined ? base.byHandFactor : written.byHand === 'never' ? null : written.byHand,
    admission:
      written.admission === undefined
        ? base.admission
        : buildAdmission(draft, written.admission, ['classes', id, 'admission']),
  };
}
