/**
 * A picture as PNG, twice as fine as on a screen, by resvg (WebAssembly, so the same pixels on every machine with the same font).
 *
 * Letters are drawn with one font of this machine, or those that are named; without any the picture would have no names, so it
 * is refused.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { BadInput } from '../failures.js';
import { reasonOf } from '../files/reason.js';
import { printable } from '../output/printable.js';
import type { Language } from '../output/terminal.js';
import { findFont } from './fonts.js';

const FINER = 2;

const NO_FONT: Readonly<Record<Language, string>> = {
  en: 'no font was found on this machine that has the letters of this picture: name one with --font FILE (TTF, OTF, TTC), or write SVG, which the reader draws with fonts of their own',
  ko: '이 그림의 글자를 그릴 글꼴이 없습니다. --font FILE로 글꼴 파일(TTF, OTF, TTC)을 지정하거나, 보는 쪽의 글꼴로 그려지는 SVG로 저장하십시오',
};

/** Fonts, read before any work. @throws BadInput where a file cannot be read */
export function readFonts(paths: readonly string[]): readonly Uint8Array[] {
  return paths.map((path) => {
    try {
      return readFileSync(path);
    } catch (error) {
      throw new BadInput(`cannot read ${printable(path)}: ${reasonOf(error)}`);
    }
  });
}

/** @param fonts those that were named; one is looked for when there is none @throws BadInput without any font */
export async function png(svg: string, fonts: readonly Uint8Array[], language: Language): Promise<Uint8Array> {
  const used = fonts.length > 0 ? fonts : readFonts([findFont(svg) ?? noFont(language)]);
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(wasm));
  const picture = new Resvg(svg, {
    font: { fontBuffers: [...used], loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: FINER },
  });
  return picture.render().asPng();
}

function noFont(language: Language): never {
  throw new BadInput(NO_FONT[language]);
}
