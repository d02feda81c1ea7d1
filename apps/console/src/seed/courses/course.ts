import { addDays, addMonths, addYears, type LocalDate } from '#calendar';
import type { ConditionCode, Court, End } from '#orders';
import { courtTown } from '../fiction.js';
import type { HeldOrder } from '../orders-of-story.js';
import type { Parties } from '../people-of-story.js';
import type { Story } from '../story.js';
import { dayBetween } from '../times.js';

/** What an order's life makes of one story, from `from` on: the orders there were. */
export type Course = (story: Story, parties: Parties, from: LocalDate) => HeldOrder[];

export const untilFurther: End = { is: 'until-further-order' };
export const unknownEnd: End = { is: 'unknown' };

/** So many years, the day it is made being the first. */
export function years(made: LocalDate, count: number): End {
  return { is: 'fixed', lastDay: addDays(addYears(made, count), -1) };
}

export function days(made: LocalDate, count: number): End {
  return { is: 'fixed', lastDay: addDays(made, count - 1) };
}

export function months(made: LocalDate, count: number): End {
  return { is: 'fixed', lastDay: addDays(addMonths(made, count), -1) };
}

const names: Readonly<Record<Court['type'], string>> = {
  magistrates: "Magistrates' Court",
  youth: 'Youth Court',
  crown: 'Crown Court',
  family: 'Family Court',
  county: 'County Court',
  high: 'High Court, Fiction District Registry',
  appeal: 'Court of Appeal',
  police: 'police station',
};

/** A court of this type in a town that does not exist. */
export function court(story: Story, type: Court['type']): Court {
  return { type, name: type === 'high' || type === 'appeal' ? names[type] : `${courtTown(story.chance)} ${names[type]}` };
}

const prohibitions: readonly ConditionCode[] = [
  'NC-IND',
  'AP-DIST',
  'EX-AREA',
  'SURV',
  'PUB',
  'SEARCH',
  'DEV-HIST',
  'DEV-REG',
  'ITEM',
  'LITIG',
];
const requirements: readonly ConditionCode[] = ['R-SURR', 'R-ACCESS', 'R-PROG', 'R-MH', 'R-DA', 'R-SIGN', 'R-NOTIFY+'];

/** No contact, and what else fits: `most` of other prohibitions, and requirements where the law knows them. */
export function someCodes(story: Story, { most, requiring }: { readonly most: number; readonly requiring: boolean }): ConditionCode[] {
  const { chance } = story;
  const more = chance.some(prohibitions, chance.whole(1, most));
  const required = requiring ? chance.some(requirements, chance.whole(0, 2)) : [];
  return ['NC-DIR', ...more, ...required];
}

/** A day that many days after another, give or take. */
export function later(story: Story, day: LocalDate, least: number, most: number): LocalDate {
  return dayBetween(story.chance, addDays(day, least), addDays(day, most));
}
