/** Gives the style sheet the library's palette and fonts, so that page and drawings look the same. */
import { effect } from '@preact/signals';
import { FONT_STACK, PALETTES } from '../library.js';
import { theme } from './preferences.js';

export function applyTheme(): void {
  effect(() => {
    const root = document.documentElement;
    for (const [name, value] of Object.entries(PALETTES[theme.value])) root.style.setProperty(`--${name}`, value);
    root.style.colorScheme = theme.value;
    root.style.setProperty('--font', FONT_STACK);
  });
}
