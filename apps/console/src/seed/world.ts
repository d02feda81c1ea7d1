import { addDays, addMonths, type LocalDate, startOfDay } from '#calendar';
import { caseBefore } from './cases-of-story.js';
import { courses } from './courses/index.js';
import { incidents } from './incidents.js';
import { checkNationally } from './national-record.js';
import { accountForRequirements } from './requirements-met.js';
import { madeUpPerpetrator, madeUpProtected } from './people-of-story.js';
import { rarities } from './rarities.js';
import { scenarios } from './scenarios.js';
import { type Review, type Step, Story, type World } from './story.js';
import { dayBetween, on, timeBetween } from './times.js';

export interface Demonstration {
  /** In the order of recording. */
  readonly steps: readonly Step[];
  /** What is looked at when all steps are recorded. */
  readonly reviews: readonly Review[];
}

export interface Size {
  /** Perpetrators made up besides those of the scenarios. */
  readonly people: number;
  readonly months: number;
}

/** With those of the scenarios and rarities about 120 perpetrators. */
export const usualSize: Size = { people: 94, months: 18 };

/** The forces of the demonstration by CJS code, the busiest more than once: Kent, Essex, Metropolitan, West Yorkshire, Cheshire, Gwent. */
const forces = ['46', '46', '46', '42', '42', '01', '01', '13', '07', '61'] as const;

/** Every force that records something in the demonstration. */
export const demonstrationForces: readonly string[] = [...new Set<string>(forces)];

/** The whole demonstration as commands, made up: the same seed, today and size make the same. Nothing is recorded on `today` or later. */
export function demonstration(seed: string, today: LocalDate, size: Size = usualSize): Demonstration {
  const world: World = { seed, today, limit: startOfDay(today) };
  const stories = [...scenarios(world), ...rarities(world), ...Array.from({ length: size.people }, (_, nth) => life(world, size, nth))];
  const steps = stories.flatMap((story) => story.steps).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { steps, reviews: stories.flatMap(({ reviews }) => reviews) };
}

/** One made-up perpetrator. Every third comes back again and again: they make two thirds of the incidents. */
function life(world: World, { months }: Size, nth: number): Story {
  const story = new Story(world, `person ${nth + 1}`, forces[nth % forces.length] ?? '46');
  const { chance } = story;
  const comesBack = nth % 3 === 0;
  const first = addMonths(world.today, -months);
  const begins = dayBetween(chance, first, addDays(world.today, comesBack ? -150 : -40));
  const perpetrator = madeUpPerpetrator(story, on(begins, timeBetween(chance, 8, 18)), nth + 1);
  const people = madeUpProtected(story, perpetrator, chance.pick(comesBack ? [1, 2, 2, 3] : [1, 1, 1, 2]));
  const parties = { perpetrator, people };
  // Moved on by one each time round, so that those who come back meet every course.
  const course = courses[(nth + Math.floor(nth / courses.length)) % courses.length];
  const from = addDays(begins, chance.whole(1, 6));
  const orders = course?.(story, parties, from) ?? [];
  const second =
    comesBack && chance.happens(0.5)
      ? courses[(nth * 7 + 3) % courses.length]?.(story, parties, dayBetween(chance, addDays(from, 30), addDays(world.today, -60)))
      : undefined;
  const all = [...orders, ...(second ?? [])];
  incidents(story, parties, all, from, comesBack ? chance.whole(5, 9) : chance.whole(0, 3), comesBack ? 0.4 : 0.85);
  for (const order of all) {
    checkNationally(story, order);
    accountForRequirements(story, order);
  }
  caseBefore(story, parties, begins, all, nth);
  return story;
}
