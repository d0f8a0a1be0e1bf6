/** The scenario that is validated, without its expectations: they need further runs and say nothing about the history. */
import { readFileSync } from 'node:fs';
import { type LoadedScenario, loadScenario } from '../src/library/load-scenario.js';

const FILE = 'scenarios/kakao-2022.yaml';
const text = readFileSync(FILE, 'utf8');

export const kakao: LoadedScenario = layoutOfKakao();

export function layoutOfKakao(layout?: string): LoadedScenario {
  return { ...loadScenario(text, { file: FILE, layout }), expectations: [] };
}

/** The seeds of every figure that states no others. */
export const SEEDS: readonly number[] = Array.from({ length: 20 }, (_, i) => i + 1);
