import { addDays, calendarDaysFirstDayCounts, type LocalDate } from '#calendar';
import { WithdrawSupport } from '#orders/module';
import type { ConditionCode } from '#orders';
import { appeal, defaulted, discharge, exempt, learnChange, renew, usualVariation, correctEnd } from '../changes-of-story.js';
import {
  attempt,
  aware,
  endWithoutOrder,
  type Filed,
  fileApplication,
  grant,
  type HeldOrder,
  makeInterim,
  notify,
  serve,
} from '../orders-of-story.js';
import { acceptRefusal } from '../refused-and-appealed.js';
import type { Story } from '../story.js';
import { after, latest, moment, on } from '../times.js';
import { type Course, court, days, later, months, someCodes, untilFurther, years } from './course.js';

const interimCodes: readonly ConditionCode[] = ['NC-DIR', 'AP-DIST', 'EX-AREA'];

/** Served some days after it was made, in one of the ways things go; answers with the day, or null while it is not served. */
function service(story: Story, order: HeldOrder, how: 'promptly' | 'after-attempts' | 'aware-only' | 'never'): LocalDate | null {
  const made = order.made.on;
  if (how === 'promptly') {
    const day = later(story, made, 0, 2);
    serve(story, order, day, day === made ? { at: moment(made, '17:25'), method: 'in-court' } : {});
    return day;
  }
  attempt(story, order, later(story, made, 1, 2), 'Nobody opened; lights were on.');
  attempt(story, order, later(story, made, 3, 5), 'A relative said that he was away.');
  const isServed = story.wasDone(addDays(made, 7), how === 'after-attempts' ? 1 : 0);
  if (how === 'aware-only') {
    aware(
      story,
      order,
      later(story, made, 5, 6),
      story.chance.happens(0.5) ? { basis: 'solicitor', detail: 'His solicitor confirmed in writing that he has the order.' } : {},
    );
  }
  if (!isServed) return null;
  const day = later(story, made, 7, 12);
  serve(story, order, day);
  return day;
}

const ways = ['promptly', 'promptly', 'promptly', 'after-attempts', 'aware-only', 'never'] as const;

/** What follows service: notifying within three days, late, or not at all; or the exemption. */
function notification(story: Story, order: HeldOrder, served: LocalDate): void {
  const { chance } = story;
  const lastDay = calendarDaysFirstDayCounts(served, 3);
  const way = chance.pick(['in-time', 'in-time', 'in-time', 'late', 'never', 'exempt'] as const);
  if (way === 'exempt') return exempt(story, order, addDays(served, 1), chance.happens(0.4) ? null : addDays(served, 400));
  if (way === 'in-time') notify(story, order, later(story, addDays(served, 1), 0, 1));
  else defaulted(story, order, lastDay, addDays(lastDay, 2));
  if (way === 'late') notify(story, order, addDays(lastDay, 5));
  if (way === 'in-time' && order.kind === 'spo' && chance.happens(0.4)) {
    const moved = later(story, served, 30, 80);
    const of = chance.pick(['address', 'name'] as const);
    learnChange(story, order, of, moved);
    if (chance.happens(0.6)) notify(story, order, addDays(moved, 2), { about: of, details: 'The new particulars were given.' });
    else defaulted(story, order, addDays(moved, 2), addDays(moved, 6), of);
  }
}

/** Whether the order was served. */
function followUp(story: Story, order: HeldOrder, needsNotification: boolean): boolean {
  const served = service(story, order, story.chance.pick(ways));
  if (served && needsNotification) notification(story, order, served);
  return served !== null;
}

function interim(story: Story, filed: Filed, made: LocalDate): HeldOrder {
  return makeInterim(story, filed, {
    court: court(story, 'magistrates'),
    made: moment(made, '11:40'),
    end: days(made, 60),
    codes: interimCodes,
    notice: story.chance.happens(0.4),
    present: false,
  });
}

function full(story: Story, filed: Filed, interims: readonly HeldOrder[], made: LocalDate): HeldOrder {
  const { chance } = story;
  const codes = someCodes(story, { most: 5, requiring: true });
  const end = chance.pick([years(made, 2), years(made, 3), years(made, 5), untilFurther]);
  const shorter = codes.find((code) => code.startsWith('R-'));
  const ends = shorter ? { [shorter]: months(made, 6) } : {};
  const present = chance.happens(0.6);
  return grant(
    story,
    filed,
    interims,
    { court: court(story, 'magistrates'), made: moment(made, '14:20'), end, codes, present, ends },
    chance.pick([true, false, null]),
  );
}

/** An interim order first, renewed once where the court needs longer; then the full one. */
export const interimThenFull: Course = (story, parties, from) => {
  const filed = fileApplication(story, parties, { filedOn: from, interimSought: true, notice: story.chance.pick(['with', 'without']) });
  const first = interim(story, filed, later(story, from, 0, 3));
  const wasServed = followUp(story, first, true);
  const renewed = story.chance.happens(0.3);
  const again = addDays(first.made.on, 52);
  if (renewed)
    renew(story, first, court(story, 'magistrates'), { filedOn: addDays(again, -4), made: moment(again, '10:30'), end: days(again, 60) });
  const order = full(story, filed, [first], renewed ? later(story, from, 75, 95) : later(story, from, 45, 58));
  // It replaces the interim order: no new first notification is owed, unless nobody ever served that one.
  followUp(story, order, !wasServed);
  return [first, ...fullLife(story, order)];
};

/** The full order alone, on notice. */
export const fullAlone: Course = (story, parties, from) => {
  const filed = fileApplication(story, parties, {
    filedOn: from,
    areaBasis: story.chance.pick(['resides', 'believed-in-area', 'intends-to-come']),
  });
  const order = full(story, filed, [], later(story, from, 25, 60));
  followUp(story, order, true);
  return fullLife(story, order);
};

/** What may become of a full order: as it is, varied, discharged by consent, appealed, corrected. */
function fullLife(story: Story, order: HeldOrder): HeldOrder[] {
  const made = order.made.on;
  const way = story.chance.pick([
    'as-it-is',
    'as-it-is',
    'varied',
    'varied',
    'discharged',
    'appeal-dismissed',
    'appeal-abandoned',
    'appeal-pending',
    'quashed',
    'end-corrected',
  ] as const);
  switch (way) {
    case 'as-it-is':
      return [order];
    case 'varied': {
      const day = later(story, made, 40, 110);
      usualVariation(story, order, court(story, 'magistrates'), day, story.chance.pick(['chief-officer', 'respondent']));
      return [order];
    }
    case 'discharged':
      discharge(story, order, court(story, 'magistrates'), later(story, made, 150, 260), 'respondent', [
        'respondent',
        'applying-chief-officer',
        'home-chief-officer',
      ]);
      return [order];
    case 'end-corrected':
      correctEnd(story, order, addDays(made, 20), years(made, 4));
      spare(story, order, addDays(made, 20));
      return [order];
    default: {
      const lodged = later(story, made, 5, 14);
      const at = moment(later(story, lodged, 100, 150), '15:10');
      const outcomes = {
        'appeal-dismissed': 'confirmed',
        'appeal-abandoned': 'abandoned',
        quashed: 'quashed',
        'appeal-pending': null,
      } as const;
      const result = outcomes[way];
      appeal(story, order, { by: 'respondent', lodged, heard: result && { court: court(story, 'crown'), at, result } });
      if (result === 'quashed') spare(story, order, at.on);
      return [order];
    }
  }
}

/** Reviews of what a change of the order flagged are done, or were never needed, but for changes of the last weeks. */
function spare(story: Story, order: HeldOrder, day: LocalDate): void {
  if (story.wasDone(day, 0)) order.unbreachedUntil = day;
}

/** No order in the end: refused, withdrawn or dealt with otherwise, with or without an interim before. */
export const withoutOrder =
  (outcome: 'refused' | 'withdrawn' | 'otherwise'): Course =>
  (story, parties, from) => {
    const { chance } = story;
    const filed = fileApplication(story, parties, { filedOn: from, interimSought: true, notice: chance.pick(['with', 'without']) });
    const interims = chance.happens(0.5) ? [interim(story, filed, later(story, from, 0, 3))] : [];
    for (const one of interims) followUp(story, one, true);
    const victim = parties.people[0];
    if (victim && chance.happens(0.5)) {
      const day = later(story, from, 5, 12);
      const details = { protectedPersonId: victim.protectedPersonId, on: day };
      story.add(
        latest(on(day, '16:00'), after(filed.recordedAt, { minutes: 5 })),
        (act) => new WithdrawSupport(filed.applicationId, details, act),
      );
    }
    const reasons = {
      refused: ['acts-not-made-out', 'risk-not-made-out', 'not-necessary'],
      withdrawn: ['evidence-withdrawn', 'respondent-not-traced', 'procedural'],
      otherwise: ['other-order-made', 'respondent-died', 'other'],
    } as const;
    const endedOn = later(story, from, 45, 57);
    endWithoutOrder(story, filed, interims, {
      outcome,
      at: moment(endedOn, '12:35'),
      court: court(story, 'magistrates'),
      contested: chance.pick([true, false, null]),
      note: chance.happens(0.5) ? 'Reasons were given in open court.' : null,
      reason: chance.pick(reasons[outcome]),
    });
    if (outcome === 'refused' && story.wasDone(endedOn, 0.5)) acceptRefusal(story, filed, endedOn);
    return interims;
  };

/** Filed not long ago; the court has not decided. */
export const pending: Course = (story, parties) => {
  const from = addDays(story.world.today, -story.chance.whole(8, 45));
  const filed = fileApplication(story, parties, { filedOn: from, interimSought: true });
  const first = interim(story, filed, later(story, from, 0, 3));
  followUp(story, first, true);
  return [first];
};
