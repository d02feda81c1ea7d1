import { addDays, type LocalDate } from '#calendar';
import {
  AddAddress,
  AddAlias,
  AddIdentifier,
  AskErasure,
  ChangeReaders,
  CorrectDetails,
  CorrectProtectedPerson,
  ErasePerson,
  LiftRestriction,
  RecordOccupation,
  RestrictRecord,
} from '#people/module';
import { demonstrationUsers } from '#access/module';
import type { Act } from '#event-sourcing';
import { AcceptChange, ShowWords } from '#orders/module';
import { allege, arrest, at, breaching, keep, nfa, outOfCourt, release, report, withdraw } from './breaches-of-story.js';
import { correctEnd, correctWording, discharge, learnChange, vary } from './changes-of-story.js';
import { court, years } from './courses/course.js';
import { address, croNumber, person } from './fiction.js';
import { checkNationally, nationalRecord } from './national-record.js';
import { attempt, aware, fileApplication, first, grant, notify, type HeldOrder, recordOrder, reworded, serve } from './orders-of-story.js';
import { raritiesInCourt } from './rarities-in-court.js';
import { recordedInError } from './recorded-in-error.js';
import { identityOf, madeUpPerpetrator, madeUpProtected, type Parties } from './people-of-story.js';
import { Story, type World } from './story.js';
import { moment, on } from './times.js';

/** Nobody confirms the erasure that they asked for, in the demonstration either: no user, like its recorder. */
const confirmer = 'demonstration:00';

/** What happens now and then, at least once each: corrections, restrictions, erasures, and changes recorded late, which flag breaches. */
export function rarities(world: World): Story[] {
  return [corrected, restricted, erased, wordingCorrected, variedLate, dischargedLate, recordedInError, ...raritiesInCourt].map((told) =>
    told(world),
  );
}

function begin(world: World, name: string, force: string, serial: number): { story: Story; parties: Parties } {
  const story = new Story(world, name, force);
  const perpetrator = madeUpPerpetrator(story, on(addDays(world.today, -300), '10:00'), 8_000 + serial);
  return { story, parties: { perpetrator, people: madeUpProtected(story, perpetrator, 2) } };
}

function orderOf(story: Story, parties: Parties): HeldOrder {
  const made = addDays(story.world.today, -270);
  const filed = fileApplication(story, parties, { filedOn: addDays(made, -20) });
  const making = {
    court: court(story, 'magistrates'),
    made: moment(made, '11:00'),
    end: years(made, 2),
    codes: ['NC-DIR', 'AP-DIST', 'EX-AREA'] as const,
    present: false,
  };
  const order = grant(story, filed, [], making, null);
  attempt(story, order, addDays(made, 1), 'The flat was dark.');
  // Somebody of another force met him that night, and he was gone before it was read.
  const show = (act: Act) => new ShowWords(order.orderId, { why: 'at-the-door', reason: null }, act);
  story.add(on(addDays(made, 1), '22:40'), show, story.force === '46' ? '42' : '46');
  serve(story, order, addDays(made, 2));
  notify(story, order, addDays(made, 4));
  return order;
}

function corrected(world: World): Story {
  const { story, parties } = begin(world, 'corrected', '42', 1);
  const { perpetratorId } = parties.perpetrator;
  const { chance } = story;
  const day = (back: number, time: string): string => on(addDays(world.today, -back), time);
  const better = { ...identityOf(person(chance, world.today, { women: 0.2 })), sex: 'unknown' as const };
  story.add(
    day(290, '10:00'),
    (act) => new CorrectDetails(perpetratorId, { identity: better, reason: 'The name had been taken from the wrong custody record.' }, act),
  );
  story.add(day(289, '10:05'), (act) => new AddAlias(perpetratorId, { given: 'Magnus', family: 'Stagename' }, act));
  story.add(day(200, '15:20'), (act) => new AddAddress(perpetratorId, { from: addDays(world.today, -210), address: address(chance) }, act));
  story.add(day(199, '12:00'), (act) => new AddIdentifier(perpetratorId, { scheme: 'cro', value: croNumber(900_001), system: null }, act));
  story.add(
    day(198, '12:30'),
    (act) => new RecordOccupation(perpetratorId, { occupation: 'Night porter', policeForce: null, readers: [] }, act),
  );
  const [victim] = parties.people;
  const identity = { ...identityOf(person(chance, world.today, { women: 1 })), sex: 'female' as const };
  if (victim)
    story.add(
      day(197, '09:15'),
      (act) => new CorrectProtectedPerson(victim.protectedPersonId, { identity, reason: 'She goes by another name.' }, act),
    );
  const order = orderOf(story, parties);
  learnChange(story, order, 'address', addDays(world.today, -210));
  notify(story, order, addDays(world.today, -208), { about: 'address', details: 'The new address was given.' });
  correctEnd(story, order, addDays(world.today, -250), years(order.made.on, 4));
  const visit = keep(story, { ...parties, occurred: at(addDays(world.today, -120), '18:45'), kinds: ['approach'] }, 'not-alleged');
  allege(story, visit, day(118, '10:00'), breaching(order, first(order, 'AP-DIST')));
  outOfCourt(story, visit, day(90, '11:00'), 'conditional-caution');
  checkNationally(story, order);
  return story;
}

function restricted(world: World): Story {
  const { story, parties } = begin(world, 'restricted', '46', 2);
  const { perpetratorId } = parties.perpetrator;
  const readers = demonstrationUsers
    .filter(({ force, role }) => force === '46' && role !== 'administrator')
    .map(({ userName }) => userName);
  const day = (back: number): string => on(addDays(world.today, -back), '13:00');
  story.add(day(280), (act) => new RestrictRecord(perpetratorId, 'sensitive-investigation', readers.slice(0, 1), act));
  // The restrictor stays in charge as one who administers restricted records.
  story.add(day(260), (act) => new ChangeReaders(perpetratorId, true, readers, act));
  story.add(day(150), (act) => new LiftRestriction(perpetratorId, true, 'The investigation is over.', act));
  const made = addDays(world.today, -140);
  const order = recordOrder(story, parties, 'restraining-conviction', 'conviction', {
    court: court(story, 'crown'),
    made: moment(made, '12:30'),
    end: years(made, 5),
    codes: ['NC-DIR', 'AP-DIST'],
    present: null,
  });
  aware(story, order, addDays(made, 3), { basis: 'told', detail: 'An officer told him of the order at his home.' });
  serve(story, order, addDays(made, 10));
  const both = [breaching(order, first(order, 'NC-DIR')), breaching(order, first(order, 'AP-DIST'))] as const;
  const breach = report(
    story,
    { ...parties, occurred: at(addDays(made, 30), '07:30'), kinds: ['approach'], channel: 'officer-witnessed', reporter: 'officer' },
    [...both],
  );
  withdraw(story, breach, on(addDays(made, 33), '10:00'), 1);
  arrest(story, breach, on(addDays(made, 34), '07:00'));
  release(story, breach, on(addDays(made, 34), '16:00'), 'no-further-action', 'evidential');
  checkNationally(story, order);
  return story;
}

/** The retention review decided: a perpetrator, and one who was protected. */
function erased(world: World): Story {
  const { story, parties } = begin(world, 'erased', '07', 3);
  const order = orderOf(story, parties);
  const breach = report(
    story,
    { ...parties, people: parties.people.slice(0, 1), occurred: at(addDays(world.today, -200), '20:00'), kinds: ['message'] },
    [breaching(order, first(order, 'NC-DIR'))],
  );
  nfa(story, breach, on(addDays(world.today, -180), '10:00'), 'suspect-not-identified');
  // Nothing may hold the data any more: the incident is decided, and the order has to be over.
  discharge(story, order, court(story, 'magistrates'), addDays(world.today, -40), 'respondent', ['respondent', 'applying-chief-officer']);
  const { perpetratorId } = parties.perpetrator;
  const review = { basis: 'retention-review', authority: 'Records review panel RRP/7/2026' } as const;
  erase(story, { kind: 'perpetrator', id: perpetratorId }, review, addDays(world.today, -20));
  for (const { protectedPersonId } of parties.people.slice(0, 1)) {
    const asked = { basis: 'right-to-erasure', authority: 'Data protection officer, decision DPO/31' } as const;
    erase(story, { kind: 'protected-person', id: protectedPersonId }, asked, addDays(world.today, -19));
  }
  checkNationally(story, order);
  return story;
}

/** One asks, another confirms the day after. */
function erase(story: Story, whose: ErasePerson['person'], erasure: AskErasure['erasure'], asked: LocalDate): void {
  story.add(on(asked, '10:00'), (act) => new AskErasure(whose, erasure, act));
  story.add(on(addDays(asked, 1), '10:00'), (act) => new ErasePerson(whose, { ...act, by: confirmer }));
}

/** The words were keyed wrongly: the breach pinned to them is flagged, looked at and stands. */
function wordingCorrected(world: World): Story {
  const { story, parties } = begin(world, 'wording corrected', '13', 4);
  const order = orderOf(story, parties);
  const distance = first(order, 'AP-DIST');
  const breach = report(story, { ...parties, occurred: at(addDays(world.today, -160), '17:30'), kinds: ['approach'] }, [
    breaching(order, distance),
  ]);
  correctWording(story, order, addDays(world.today, -100), {
    ...distance,
    wording: `${distance.wording} This includes any vehicle you travel in.`,
  });
  story.review({
    force: '13',
    breachId: breach.breachId,
    orderId: order.orderId,
    decision: 'stands',
    note: 'He was on foot: the line that was missing changes nothing.',
  });
  discharge(story, order, court(story, 'magistrates'), addDays(world.today, -30), 'respondent', ['respondent', 'applying-chief-officer']);
  const left = {
    against: 'discharge',
    on: addDays(world.today, -27),
    reason: 'She moved abroad, and the force had agreed to the discharge.',
  };
  story.add(on(addDays(world.today, -27), '15:20'), (act) => new AcceptChange(order.orderId, left, act));
  checkNationally(story, order);
  return story;
}

/** A variation that came onto the record five weeks late: in between a breach was pinned to words that had been replaced. Not looked at yet. */
function variedLate(world: World): Story {
  const { story, parties } = begin(world, 'varied late', '46', 5);
  const order = orderOf(story, parties);
  const area = first(order, 'EX-AREA');
  const to = reworded(story, area, { wording: 'You must not enter Mockham.', parameters: { area: 'Mockham' } });
  report(story, { ...parties, occurred: at(addDays(world.today, -30), '12:15'), kinds: ['area'] }, [breaching(order, area)]);
  const variationId = vary(story, order, {
    court: court(story, 'magistrates'),
    effective: moment(addDays(world.today, -40), '10:30'),
    onApplicationOf: 'chief-officer',
    reword: [{ condition: area, to }],
    delayMinutes: 35 * 24 * 60,
  });
  serve(story, order, addDays(world.today, -4), { served: { variationId } });
  checkNationally(story, order);
  return story;
}

/** A discharge that came onto the record late: a breach was reported under an order that had ended. Not looked at yet. */
function dischargedLate(world: World): Story {
  const { story, parties } = begin(world, 'discharged late', '01', 6);
  const made = addDays(world.today, -200);
  const order = recordOrder(story, parties, 'non-molestation', 'application', {
    court: court(story, 'family'),
    made: moment(made, '10:00'),
    end: years(made, 1),
    codes: ['NC-DIR'],
    present: true,
  });
  report(story, { ...parties, occurred: at(addDays(world.today, -20), '21:00'), kinds: ['call'] }, [
    breaching(order, first(order, 'NC-DIR')),
  ]);
  discharge(story, order, court(story, 'family'), addDays(world.today, -33), 'protected-person', [], 30 * 24 * 60);
  nationalRecord(story, order, addDays(world.today, -2), 'removed');
  return story;
}
