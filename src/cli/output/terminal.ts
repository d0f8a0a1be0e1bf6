/** What the terminal (or the pipe) can show, and in which language: from options, environment and the stream itself. */
import pc from 'picocolors';
import { GLYPHS_ASCII, GLYPHS_UNICODE, type Glyphs } from './glyphs.js';

export type Paint = ReturnType<typeof pc.createColors>;
export type Language = 'en' | 'ko';

/** The widest line that is printed; reports do not stretch, so that they look the same everywhere. */
export const WIDTH = 100;

export interface Terminal {
  readonly paint: Paint;
  readonly glyphs: Glyphs;
  readonly language: Language;
}

export interface TerminalOptions {
  readonly ascii?: boolean;
  readonly lang?: Language;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Colour only on a terminal, and neither with NO_COLOR (no-color.org: set and not empty) nor in CI. */
export function terminalFor(
  stream: { readonly isTTY?: boolean },
  options: TerminalOptions,
  environment: Environment = process.env,
): Terminal {
  const dumb = environment.TERM === 'dumb';
  const colour = stream.isTTY === true && !environment.NO_COLOR && !environment.CI && !dumb;
  return {
    paint: pc.createColors(colour),
    glyphs: options.ascii || dumb ? GLYPHS_ASCII : GLYPHS_UNICODE,
    language: options.lang ?? languageOf(environment),
  };
}

/** The first of LC_ALL, LC_MESSAGES and LANG that is set, as POSIX has it. */
export function languageOf(environment: Environment): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^ko(?![a-z])/i.test(locale) ? 'ko' : 'en';
}
