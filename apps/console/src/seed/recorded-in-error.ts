import { addDays } from '#calendar';
import { ApplicationInError, DeterminedInError, RecordInError, WithdrawSupport } from '#orders/module';
import { discharge } from './changes-of-story.js';
import { court, years } from './courses/course.js';
import { checkNationally, nationalRecord } from './national-record.js';
import { endWithoutOrder, fileApplication, grant, notify, recordOrder, serve } from './orders-of-story.js';
import { madeUpPerpetrator, madeUpProtected } from './people-of-story.js';
import { Story, type World } from './story.js';
import { moment, on } from './times.js';

/** What was keyed on the wrong record and noticed: a discharge, an order recorded twice, a determination. */
export function recordedInError(world: World): Story {
  const story = new Story(world, 'recorded in error', '46');
  const back = (days: number) => addDays(world.today, -days);
  const perpetrator = madeUpPerpetrator(story, on(back(200), '10:00'), 8_110);
  const parties = { perpetrator, people: madeUpProtected(story, perpetrator, 1) };
  const filed = fileApplication(story, parties, { filedOn: back(190) });
  const order = grant(
    story,
    filed,
    [],
    { court: court(story, 'magistrates'), made: moment(back(170), '10:40'), end: years(back(170), 2), codes: ['NC-DIR'], present: false },
    false,
  );
  serve(story, order, back(169));
  notify(story, order, back(168));
  discharge(story, order, court(story, 'magistrates'), back(60), 'chief-officer', ['respondent', 'applying-chief-officer']);
  const ofAnother = {
    of: { is: 'entry', key: 'discharge' },
    reason: 'The court discharged the order against another man of that name.',
  } as const;
  story.add(on(back(52), '09:30'), (act) => new RecordInError(order.orderId, ofAnother, act));
  order.over = null;
  nationalRecord(story, order, back(51), 'updated');
  const twice = recordOrder(story, parties, 'restraining-conviction', 'conviction', {
    ...{ court: court(story, 'crown'), made: moment(back(120), '14:00'), end: { is: 'until-further-order' } },
    ...{ codes: ['NC-DIR'], present: true },
  });
  const keyedTwice = { of: { is: 'order', why: 'twice' }, reason: 'The same order came by post and by the portal.' } as const;
  story.add(on(back(118), '11:10'), (act) => new RecordInError(twice.orderId, keyedTwice, act));
  nationalRecord(story, twice, back(117), 'removed');
  const second = fileApplication(story, parties, { filedOn: back(40) });
  endWithoutOrder(story, second, [], {
    ...{ outcome: 'refused', at: moment(back(12), '12:10'), court: court(story, 'magistrates'), contested: true },
    ...{ reason: 'risk-not-made-out', note: null },
  });
  const misread = { reason: 'The list was misread: that case was adjourned.' };
  story.add(on(back(11), '16:20'), (act) => new DeterminedInError(second.applicationId, misread, act));
  const again = fileApplication(story, parties, { filedOn: back(39) });
  const filedTwice = { of: { is: 'application', why: 'twice' }, reason: 'The same application came by post and by the portal.' } as const;
  story.add(on(back(37), '10:40'), (act) => new ApplicationInError(again.applicationId, filedTwice, act));
  const [victim] = parties.people;
  if (victim) {
    const { protectedPersonId } = victim;
    story.add(on(back(9), '14:00'), (act) => new WithdrawSupport(second.applicationId, { protectedPersonId, on: back(9) }, act));
    const ofAnotherVictim = {
      of: { is: 'entry', key: `support:${protectedPersonId}` },
      reason: 'The message was from somebody of the same first name in another case.',
    } as const;
    story.add(on(back(8), '09:20'), (act) => new ApplicationInError(second.applicationId, ofAnotherVictim, act));
  }
  checkNationally(story, order);
  return story;
}
