/** What was designed, in words: each option and edit by the names that the lesson and its scenario give. */
import type { Language } from '../../results/amounts.js';
import { textIn } from '../../results/names.js';
import { fill } from '../../results/sentences.js';
import { DEPENDENCY_WORDS, ROLE_WORDS } from '../../results/words.js';
import type { Edit } from '../../scenario/edits/edit.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import type { BothLanguages } from '../lessons/lesson-leaves.js';
import type { Design } from './design.js';

/** The layout that it begins from, when that is not the base; its options; its edits, one each. */
export function designWords(loaded: LoadedLesson, design: Design, language: Language): readonly string[] {
  const { options = {} } = loaded.lesson.exercise;
  const begins =
    design.layout === loaded.scenario.layout
      ? []
      : [fill(EDIT_TEXTS.begins[language], { layout: nameOf(loaded, design.layout, language) })];
  return [
    ...begins,
    ...design.options.map((id) => (Object.hasOwn(options, id) ? options[id].name[language] : id)),
    ...design.edits.map((edit) => editWords(loaded, edit, language)),
  ];
}

export function editWords(loaded: LoadedLesson, edit: Edit, language: Language): string {
  if (edit.kind === 'set') return setWords(loaded, edit, language);
  const name = (id: string): string => nameOf(loaded, id, language);
  const values: Record<string, string> = { service: name(edit.service) };
  if ('site' in edit) values.site = name(edit.site);
  if (edit.kind === 'move') Object.assign(values, { from: name(edit.from), to: name(edit.to) });
  if (edit.kind === 'servers') values.servers = String(edit.servers);
  if (edit.kind === 'need') Object.assign(values, { of: name(edit.of), as: DEPENDENCY_WORDS[edit.as][language] });
  if (edit.kind === 'role' || edit.kind === 'add') values.role = ROLE_WORDS[edit.role ?? 'active'][language];
  return fill(EDIT_TEXTS[edit.kind][language], values);
}

/** A value is called what the lesson calls it; services in an order by their names. */
function setWords(loaded: LoadedLesson, edit: Extract<Edit, { kind: 'set' }>, language: Language): string {
  const rule = loaded.lesson.exercise.edits.find(({ kind, paths }) => kind === 'set' && paths?.includes(edit.path));
  const label = rule?.label?.[language] ?? edit.path;
  const list = /^\s*\[([^\]]*)\]\s*$/.exec(edit.value)?.[1];
  if (rule?.order === undefined || list === undefined) return `${label}: ${edit.value}`;
  const names = list.split(',').map((id) => nameOf(loaded, id.trim().replaceAll('"', ''), language));
  return `${label}: ${names.join(', ')}`;
}

function nameOf({ scenario, lesson }: LoadedLesson, id: string, language: Language): string {
  const { layouts = {} } = lesson;
  const found = [...scenario.services, ...scenario.journeys, ...scenario.sites].find((each) => each.id === id);
  if (found === undefined && Object.hasOwn(layouts, id)) return layouts[id][language];
  return textIn(found?.name, language, id);
}

/** No Korean particle follows a placeholder but "에서", which is the same after every sound. */
const EDIT_TEXTS = {
  begins: { en: 'begins from: {layout}', ko: '시작 레이아웃: {layout}' },
  move: { en: '{service}: from {from} to {to}', ko: '{service}: {from}에서 옮김 → {to}' },
  add: { en: '{service}: a further one in {site} ({role})', ko: '{service}: {site} 추가 ({role})' },
  remove: { en: '{service}: no longer in {site}', ko: '{service}: {site}에서 제거' },
  role: { en: '{service} in {site}: {role}', ko: '{service} ({site}): {role}' },
  servers: { en: '{service} in {site}: {servers} servers', ko: '{service} ({site}): 서버 {servers}대' },
  need: { en: '{of} needs {service}: {as}', ko: '{of} → {service} 의존: {as}' },
} as const satisfies Readonly<Record<Exclude<Edit['kind'], 'set'> | 'begins', BothLanguages>>;
