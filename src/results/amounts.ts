/**
 * Amounts as people read them, in English and Korean: durations, shares, large numbers.
 *
 * Own and small: the same text in Node and in every browser, whatever locale data they carry.
 */
import type { Unit } from './measures/measure.js';

export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

const UNITS = {
  en: { day: ' d', hour: ' h', minute: ' min', second: ' s', millisecond: ' ms', people: '', hours: ' user-hours' },
  ko: { day: '일', hour: '시간', minute: '분', second: '초', millisecond: '밀리초', people: '명', hours: '명·시간' },
} as const;

/** From where on large numbers are shortened, by what, and the name of that: millions in English, ten-thousands in Korean. */
const LARGE: Readonly<Record<Language, readonly (readonly [from: number, divisor: number, name: string])[]>> = {
  en: [
    [1e9, 1e9, 'B'],
    [1e6, 1e6, 'M'],
  ],
  ko: [
    [1e8, 1e8, '억'],
    [1e6, 1e4, '만'],
  ],
};

/** `127 h 30 min`, `4 min 05 s`, `1.2 s`; hours are never broken into days. Two units at most. */
export function formatDuration(seconds: number, language: Language): string {
  const unit = UNITS[language];
  if (!Number.isFinite(seconds)) return '∞';
  const sign = seconds < 0 ? '−' : '';
  const size = Math.abs(seconds);
  if (size > 0 && size < 0.9995) return `${sign}${Math.round(size * 1000)}${unit.millisecond}`;
  if (size < 9.95) return `${sign}${trimmed(size, 1)}${unit.second}`;
  const whole = Math.round(size);
  if (whole < 60) return `${sign}${whole}${unit.second}`;
  if (whole < 3600) return sign + two(Math.floor(whole / 60), unit.minute, whole % 60, unit.second);
  const minutes = Math.round(size / 60);
  return sign + two(Math.floor(minutes / 60), unit.hour, minutes % 60, unit.minute);
}

/** `58 %` in English, `58%` in Korean; with decimals only below ten and from 99 on, where they tell something. */
export function formatShare(share: number, language: Language, decimals = 1): string {
  const percent = share * 100;
  const fine = (percent > 0 && percent < 10) || (percent >= 98.5 && percent < 100);
  return `${trimmed(percent, fine ? decimals : 0)}${language === 'en' ? ' %' : '%'}`;
}

/** `812.4M`, `8.1억`; below a million in full: `32,000`. */
export function formatCount(value: number, language: Language): string {
  const size = Math.abs(value);
  for (const [from, divisor, name] of LARGE[language]) {
    if (size >= from) return `${trimmed(value / divisor, 1)}${name}`;
  }
  return size >= 10 || Number.isInteger(value) ? grouped(Math.round(value)) : trimmed(value, 2);
}

/** An amount with its unit. Null is "unknown" or "never": the caller knows which, so it must say so itself. */
export function formatAmount(value: number, unit: Unit, language: Language): string {
  switch (unit) {
    case 'seconds':
      return formatDuration(value, language);
    case 'share':
    case 'ratio':
      return formatShare(value, language);
    case 'person-hours':
      return formatCount(value, language) + UNITS[language].hours;
    case 'people':
      return formatCount(value, language) + UNITS[language].people;
    default:
      return formatCount(value, language);
  }
}

function two(large: number, largeName: string, small: number, smallName: string): string {
  return small === 0 ? `${large}${largeName}` : `${large}${largeName} ${String(small).padStart(2, '0')}${smallName}`;
}

function trimmed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
