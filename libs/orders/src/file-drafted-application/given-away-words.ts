import { force, roleNames } from '#access';
import type { GivenAway, Whereabouts } from '../domain/events.js';
import { sectionTitles } from '../drafted-application/draft-words.js';

const tells: Readonly<Record<Whereabouts, string>> = {
  address: 'where a protected person lives',
  telephone: 'a protected person’s telephone number',
  email: 'a protected person’s email address',
};

const titles: Readonly<Record<string, string>> = { ...sectionTitles, changes: 'What is to change' };

/** What an application was filed with although it tells the respondent where a protected person can be reached: where it stands, never the words. */
export function givenAwayWords({ by, found }: GivenAway, cjs: string): string {
  return `${toldInWords(found)}. ${roleNames[by.role]}, ${force(cjs)?.name ?? cjs}, said that the court’s copy needs it`;
}

/** `Necessity: a protected person’s telephone number`, for each section in which it stands. */
export function toldInWords(found: GivenAway['found']): string {
  return found.map(({ section, gives }) => `${titles[section ?? ''] ?? 'Other words'}: ${tells[gives]}`).join('; ');
}
