/**
 * The vocabulary of states: what each is called, how it is drawn and what it means, in one table.
 *
 * The painters, the legend, the strip, the command line and the exports all read from here, so that what a person sees
 * and what the legend says cannot differ. Hue alone cannot carry seven states: five fills on a ladder of lightness, a
 * glyph and a texture do. Colours as measured by tests/unit/scene/palette.test.ts in four kinds of vision and in grey.
 * The cause of a state is another field and never a colour; see cause-table.ts.
 */
import { STATES, type State } from '../record/record.js';
import type { Language } from '../results/amounts.js';
import { STATE_WORDS } from '../results/words.js';
import type { Hatch } from './display-list.js';
import type { GlyphName } from './glyphs.js';
import type { Theme } from './theme.js';

export type Texture = Extract<Hatch, 'plain' | 'up-hatch' | 'diagonal' | 'dots'>;

export interface StateStyle {
  readonly state: State;
  readonly name: Readonly<Record<Language, string>>;
  /** One character, for where only text goes. */
  readonly character: string;
  readonly glyph: GlyphName;
  /** Null: not filled, drawn hollow with a dashed outline. */
  readonly fill: Readonly<Record<Theme, string>> | null;
  readonly texture: Texture;
  /** Colour of glyph and texture on the fill. */
  readonly ink: Readonly<Record<Theme, string>>;
  readonly meaning: Readonly<Record<Language, string>>;
}

const DARK_INK = '#14161A';
const WHITE = '#FFFFFF';
const BLUE = { light: '#5B8DEF', dark: '#508DFF' } as const;

const STYLES: Readonly<Record<State, Omit<StateStyle, 'state' | 'name'>>> = {
  up: {
    character: '●',
    glyph: 'dot',
    fill: { light: '#D6E6F2', dark: '#003499' },
    texture: 'plain',
    ink: { light: '#3A5670', dark: '#9DBBEE' },
    meaning: { en: 'At least 99 % of requests succeed', ko: '요청의 99% 이상 성공' },
  },
  degraded: {
    character: '◐',
    glyph: 'half',
    fill: { light: '#F2B01E', dark: '#FFAC16' },
    texture: 'plain',
    ink: { light: DARK_INK, dark: DARK_INK },
    meaning: { en: '50 to 99 % succeed, or an optional need is missing', ko: '50~99% 성공, 또는 선택 의존 대상 없음' },
  },
  overloaded: {
    character: '▲',
    glyph: 'triangle',
    fill: { light: '#C8401A', dark: '#BE2D00' },
    texture: 'up-hatch',
    ink: { light: WHITE, dark: WHITE },
    meaning: { en: 'More is asked of its own machines than they can do', ko: '자체 서버의 처리 능력을 넘는 요청' },
  },
  down: {
    character: '✕',
    glyph: 'cross',
    fill: { light: '#1B1B22', dark: '#FFFFFF' },
    texture: 'plain',
    ink: { light: WHITE, dark: DARK_INK },
    meaning: { en: 'Less than 50 % succeed, and nobody works on it', ko: '50% 미만 성공, 복구 작업 없음' },
  },
  recovering: {
    character: '↻',
    glyph: 'turn',
    fill: BLUE,
    texture: 'diagonal',
    ink: { light: DARK_INK, dark: DARK_INK },
    meaning: { en: 'Less than 50 % succeed, and a team works on it', ko: '50% 미만 성공, 담당 팀이 복구 중' },
  },
  warming: {
    character: '⋯',
    glyph: 'dots',
    fill: BLUE,
    texture: 'dots',
    ink: { light: DARK_INK, dark: DARK_INK },
    meaning: { en: 'Below 99 % only because caches or replicas are cold', ko: '캐시나 복제본이 식어 있어 99% 미만' },
  },
  standby: {
    character: '○',
    glyph: 'ring',
    fill: null,
    texture: 'plain',
    ink: { light: '#3A4048', dark: '#AEB7C2' },
    meaning: { en: 'Waits to take over; serves nobody', ko: '전환 대기 중, 요청 처리 없음' },
  },
};

/** In the order of the codes in tracks, which is also the order of the legend. */
export const STATE_TABLE: readonly StateStyle[] = STATES.map((state) => ({
  state,
  name: STATE_WORDS[state],
  ...STYLES[state],
}));

/** Not a state but a sign at the corner of one. */
export const BLOCKED_BADGE = {
  name: { en: 'blocked', ko: '연쇄 중단' },
  character: '⛓',
  glyph: 'chain',
  meaning: {
    en: 'Its own machines are fine; something that it depends on is not',
    ko: '자체 서버는 정상, 의존 대상에 문제',
  },
} as const satisfies Pick<StateStyle, 'name' | 'character' | 'glyph' | 'meaning'>;

/** From worst to best: what a summary of several shows. */
export const SEVERITY: readonly State[] = ['down', 'recovering', 'overloaded', 'degraded', 'warming', 'up', 'standby'];

const RANK = new Map<State, number>(SEVERITY.map((state, rank) => [state, rank]));

export function styleOf(state: State): StateStyle {
  return STATE_TABLE[STATES.indexOf(state)];
}

/** The worse of two; see {@link SEVERITY}. */
export function worse(a: State, b: State): State {
  return (RANK.get(a) as number) <= (RANK.get(b) as number) ? a : b;
}
