/** What a measure is called where it stands alone: as the registry has it, but that lost hours are those of users. */
import type { Language } from '../../../results/amounts.js';
import { MEASURES } from '../../../results/measures.js';

const USER_HOURS: Readonly<Record<Language, string>> = { en: 'user-hours lost', ko: '손실 이용자·시간' };

/** @returns the name itself for one that is not known */
export function measureLabel(name: string, language: Language): string {
  if (name === 'userHoursLost') return USER_HOURS[language];
  const all = MEASURES.filter((each) => each.name === name);
  return (all.find(({ of }) => of === 'run' || of === 'layout') ?? all[0])?.label[language] ?? name;
}
