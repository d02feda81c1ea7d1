import { addDays } from '#calendar';
import { discharge, usualVariation } from '../changes-of-story.js';
import { type HeldOrder, notify, recordOrder, serve } from '../orders-of-story.js';
import type { Story } from '../story.js';
import { moment } from '../times.js';
import { type Course, court, days, later, months, someCodes, unknownEnd, untilFurther, years } from './course.js';
import { fullAlone } from './stalking.js';

/** A restraining order with the sentence, sometimes against somebody who is under an SPO too. */
export const restrainedOnConviction: Course = (story, parties, from) => {
  const { chance } = story;
  const order = recordOrder(story, parties, 'restraining-conviction', 'conviction', {
    court: court(story, chance.pick(['magistrates', 'crown'])),
    made: moment(from, '12:10'),
    end: chance.pick([untilFurther, years(from, 5), years(from, 2), unknownEnd]),
    codes: someCodes(story, { most: 3, requiring: false }),
    present: true,
  });
  if (chance.happens(0.25)) serve(story, order, addDays(from, 2), { method: 'post' });
  if (chance.happens(0.3)) usualVariation(story, order, court(story, 'crown'), later(story, from, 60, 140), 'protected-person');
  return chance.happens(0.35) ? [order, ...fullAlone(story, parties, later(story, from, 20, 70))] : [order];
};

export const restrainedOnAcquittal: Course = (story, parties, from) => {
  const order = recordOrder(story, parties, 'restraining-acquittal', 'acquittal', {
    court: court(story, 'crown'),
    made: moment(from, '15:45'),
    end: story.chance.pick([years(from, 2), untilFurther]),
    codes: someCodes(story, { most: 3, requiring: false }),
    present: true,
  });
  if (story.chance.happens(0.4)) discharge(story, order, court(story, 'crown'), later(story, from, 160, 240), 'protected-person');
  return [order];
};

export const nonMolestation: Course = (story, parties, from) => {
  const { chance } = story;
  const order = recordOrder(story, parties, 'non-molestation', 'application', {
    court: court(story, 'family'),
    made: moment(from, '10:50'),
    end: chance.pick([months(from, 12), months(from, 6)]),
    codes: someCodes(story, { most: 2, requiring: false }),
    present: false,
    notice: chance.happens(0.5),
  });
  if (story.wasDone(from, 0.7)) serve(story, order, later(story, from, 1, 4), { method: 'personal' });
  if (chance.happens(0.3)) usualVariation(story, order, court(story, 'family'), later(story, from, 50, 100), 'court');
  return [order];
};

export const injunction: Course = (story, parties, from) => {
  const { chance } = story;
  const order = recordOrder(story, parties, 'pha-injunction', 'application', {
    court: court(story, chance.pick(['county', 'high'])),
    made: moment(from, '14:05'),
    end: chance.pick([months(from, 18), unknownEnd]),
    codes: someCodes(story, { most: 3, requiring: false }),
    notice: true,
  });
  const servedOn = later(story, from, 1, 6);
  serve(story, order, servedOn, {
    method: chance.pick(['solicitor', 'post', 'left-at-address', 'other']),
    // The proof comes in the weeks after.
    proof: servedOn < addDays(story.world.today, -21) ? 'statement' : 'none-yet',
  });
  return [order];
};

export const domesticAbuse: Course = (story, parties, from) => {
  const { chance } = story;
  const notice = recordOrder(story, parties, 'dapn', 'notice', {
    court: court(story, 'police'),
    made: moment(from, '20:15'),
    end: days(from, 3),
    codes: ['NC-DIR', 'EX-AREA'],
    present: true,
  });
  const made = addDays(from, 2);
  const order = recordOrder(story, parties, 'dapo', chance.pick(['application', 'own-motion']), {
    court: court(story, chance.pick(['magistrates', 'family'])),
    made: moment(made, '11:55'),
    end: chance.pick([years(made, 1), untilFurther]),
    codes: someCodes(story, { most: 3, requiring: true }),
    notice: true,
  });
  const served = addDays(made, 1);
  serve(story, order, served, { at: moment(served, '09:50') });
  notify(story, order, addDays(served, 1));
  if (chance.happens(0.3)) usualVariation(story, order, court(story, 'family'), later(story, made, 60, 90), 'third-party');
  return [notice, order];
};

export const domesticViolence: Course = (story, parties, from) => {
  const notice = recordOrder(story, parties, 'dvpn', 'notice', {
    court: court(story, 'police'),
    made: moment(from, '02:35'),
    end: days(from, 2),
    codes: ['NC-DIR', 'EX-AREA'],
    present: true,
  });
  const made = addDays(from, 1);
  const order = recordOrder(story, parties, 'dvpo', 'application', {
    court: court(story, 'magistrates'),
    made: moment(made, '14:30'),
    end: days(made, story.chance.pick([14, 28])),
    codes: ['NC-DIR', 'AP-DIST', 'EX-AREA'],
    present: story.chance.happens(0.5),
  });
  serve(story, order, made, { at: moment(made, '16:00') });
  return [notice, order, ...followedBy(story, parties, from)];
};

/** Such orders are short: something longer often follows. */
function followedBy(story: Story, parties: Parameters<Course>[1], from: string): HeldOrder[] {
  return story.chance.happens(0.6) ? nonMolestation(story, parties, later(story, from, 20, 35)) : [];
}

export const anotherKind: Course = (story, parties, from) => {
  const order = recordOrder(story, parties, 'other', 'conviction', {
    court: court(story, 'magistrates'),
    made: moment(from, '12:45'),
    end: years(from, 3),
    codes: ['BESPOKE', 'NC-DIR'],
    present: true,
  });
  return [order];
};
