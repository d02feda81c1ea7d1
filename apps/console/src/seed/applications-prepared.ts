import { addDays, type LocalDate } from '#calendar';
import { StrikeIncident } from '#cases/module';
import {
  AbandonApplication,
  AddToApplication,
  BeginApplication,
  DecideAuthorisation,
  FileDraftedApplication,
  newApplicationId,
  RequestAuthorisation,
  ServeHearsay,
  TellCourt,
  WeighConflicts,
  WriteSection,
} from '#orders/module';
import { idFrom } from '#pages';
import { at } from './breaches-of-story.js';
import { consider, incident, next, openCase, outcome } from './cases-of-story.js';
import { court, years } from './courses/course.js';
import { courtTown, fullName } from './fiction.js';
import { checkNationally } from './national-record.js';
import { draftedCondition, fileApplication, grant, type HeldOrder, notify, serve } from './orders-of-story.js';
import { madeUpPerpetrator, madeUpProtected, type Parties } from './people-of-story.js';
import { Story, type World } from './story.js';
import { moment, on } from './times.js';

type Written = WriteSection['written'];

/** Nobody authorises their own work, in the demonstration either: no user, like its recorder. */
const authoriser = 'demonstration:00';

/** Applications prepared here: one that was sent back, authorised and filed, one that is still written, one that was given up. */
export const applicationsPrepared: readonly ((world: World) => Story)[] = [prepared, halfWritten, givenUp];

function begin(world: World, name: string, serial: number, count: number) {
  const story = new Story(world, name, '46');
  const back = (days: number) => addDays(world.today, -days);
  const perpetrator = madeUpPerpetrator(story, on(back(330), '10:00'), serial);
  const parties = { perpetrator, people: madeUpProtected(story, perpetrator, count) };
  return { story, back, parties };
}

/** What is written in an application about these people, section by section. */
function drafting(story: Story, { perpetrator, people }: Parties, begunOn: LocalDate) {
  const commandId = story.add(on(begunOn, '09:10'), (act) => new BeginApplication(perpetrator.perpetratorId, null, 'legal', act));
  const id = newApplicationId(commandId);
  const [person] = people;
  const condition = draftedCondition(
    story,
    'SURV',
    1,
    people.map(({ name }) => fullName(name)),
    begunOn,
    null,
  );
  const ids = people.map(({ protectedPersonId }) => protectedPersonId);
  const facts: readonly Written[] = [
    {
      section: 'parties',
      typed: {
        applicant: 'The Chief Constable of Kent Police',
        courtName: `${courtTown(story.chance)} Magistrates' Court`,
        forum: null,
        reference: null,
      },
    },
    {
      section: 'people',
      typed: {
        protectedPersonIds: ids,
        victimIds: ids.slice(0, 1),
        byProxy: ids.length > 1 ? 'He reaches her through her mother, whom he visits unasked.' : null,
      },
    },
    { section: 'area', typed: { basis: 'resides', facts: 'He gave an address in the force area when he was arrested.' } },
    {
      section: 'acts',
      typed: {
        acts: [
          {
            actId: idFrom(id, 'act 1'),
            kind: 'loitering',
            from: addDays(begunOn, -20),
            to: null,
            what: 'He waited outside her work for two hours.',
            source: 'Her statement',
          },
          {
            actId: idFrom(id, 'act 2'),
            kind: 'contact',
            from: addDays(begunOn, -12),
            to: addDays(begunOn, -6),
            what: 'Forty-one messages from four numbers.',
            source: 'Telephone record',
          },
        ],
        incidentIds: [],
        why: 'Unwanted, repeated and fixed on one person; he went on after a warning by police.',
      },
    },
    {
      section: 'risk',
      typed: {
        harms: ['psychological', 'physical'],
        grade: 'high',
        assessedOn: begunOn,
        facts: 'She changed her work and sleeps at a friend’s. He wrote that she will be sorry.',
      },
    },
    {
      section: 'necessity',
      typed: {
        facts: 'He says that nobody can stop him, and goes on while the investigation runs.',
        alternatives: 'Bail conditions end next month; a trial is a year away.',
      },
    },
    {
      section: 'conditions',
      typed: { duration: { is: 'years', years: 3 }, conditions: [{ ...condition, necessity: 'He waited for her three times.' }] },
    },
    { section: 'interim', typed: { sought: true, notice: 'with', why: 'He may come again before the hearing.', whyWithoutNotice: null } },
    {
      section: 'evidence',
      typed: {
        items: [
          {
            itemId: idFrom(id, 'item 1'),
            kind: 'statement',
            reference: 'EX/1',
            on: begunOn,
            description: 'Her statement',
            producedBy: person ? fullName(person.name) : null,
          },
        ],
      },
    },
    {
      section: 'hearsay',
      typed: {
        relied: true,
        hearingOn: null,
        what: 'What her neighbour told the officer at the gate.',
        why: 'The neighbour is afraid of him.',
      },
    },
  ];
  const write = (day: LocalDate, written: readonly Written[], seen = 0) =>
    written.forEach((one, nth) => story.add(on(day, `10:${String(10 + nth)}`), (act) => new WriteSection(id, one, seen, 'legal', act)));
  return { id, facts, write };
}

/** Beside an order in force: weighed, sent back once by the authorising officer, then authorised and filed. One incident it relies on was somebody else's. */
function prepared(world: World): Story {
  const { story, back, parties } = begin(world, 'application prepared', 8_111, 2);
  const earlier = earlierOrder(story, { ...parties, people: parties.people.slice(0, 1) }, back(300));
  const held = openCase(story, parties, back(50));
  const told = (days: number, account: string) =>
    incident(story, held, { occurred: at(back(days), '19:40'), conduct: ['approach'], account });
  const incidentIds = [told(54, 'He stood at the shop where she works.'), told(52, 'A man called her name from a car.')];
  consider(story, held, back(48), { decision: 'yes', reasons: [], lookAgainOn: null, rationale: 'He goes on after a warning.' });
  const { id, facts, write } = drafting(story, parties, back(40));
  const relying = facts.map((one) => (one.section === 'acts' ? { ...one, typed: { ...one.typed, incidentIds } } : one));
  write(back(39), relying);
  const caseIds = [held.caseId];
  const orderIds = [earlier.orderId];
  const shown = earlier.versions.map(({ draft }) => draft.versionId);
  const reason = 'It protects her alone; this one adds her mother and what he must not do at her work. Both can be obeyed.';
  story.add(on(back(38), '09:00'), (act) => new WeighConflicts(id, { shown, reason }, orderIds, 'legal', act));
  // Counted as the draft counts what changed in it: ten sections and the weighing.
  const decided = (of: number, decision: DecideAuthorisation['decision']['decision']) => ({
    of,
    rank: 'superintendent' as const,
    officer: 'Supt 0000 Invented',
    decision,
  });
  const ask = (day: LocalDate) => story.add(on(day, '11:00'), (act) => new RequestAuthorisation(id, orderIds, null, 'legal', act, caseIds));
  const decide = (day: LocalDate, decision: DecideAuthorisation['decision']) =>
    story.add(
      on(day, '15:00'),
      (act) => new DecideAuthorisation(id, decision, orderIds, 'authoriser', { ...act, by: authoriser }, caseIds),
    );
  ask(back(38));
  decide(back(37), decided(11, { is: 'refused', reason: 'Say more of what he wrote, and when.' }));
  const again = facts
    .filter(({ section }) => section === 'risk')
    .map((one) =>
      one.section === 'risk'
        ? { ...one, typed: { ...one.typed, facts: `${one.typed.facts ?? ''} The message is of last week (EX/1).` } }
        : one,
    );
  write(back(36), again, 1);
  ask(back(36));
  decide(back(35), decided(12, { is: 'given', note: null }));
  const details = { filedOn: back(34), reference: `SPO/${back(34).slice(0, 4)}/811` };
  story.add(on(back(34), '16:00'), (act) => new FileDraftedApplication(id, details, orderIds, 'legal', act, undefined, caseIds));
  outcome(story, held, back(34), { outcome: 'application', applicationId: id });
  const notice = { on: back(33), how: 'On his solicitor by post; a copy to the court.' };
  story.add(on(back(33), '10:00'), (act) => new ServeHearsay(id, notice, act));
  const struck = incidentIds.slice(1);
  for (const incidentId of struck) {
    const wrong = { incidentId, reason: 'The keeper of the car was found: he asked her the way.' };
    next(story, held, on(back(20), '10:00'), (act) => new StrikeIncident(held.caseId, wrong, act));
  }
  const decision = { on: back(19), isTold: true, reason: 'A letter to the court and to his solicitor; the other incidents stand.' };
  const incidents = struck.map((incidentId) => ({ incidentId, corrections: 0, isStruck: true }));
  story.add(on(back(19), '11:30'), (act) => new TellCourt(id, decision, incidents, act));
  return story;
}

function earlierOrder(story: Story, parties: Parties, filedOn: LocalDate): HeldOrder {
  const made = addDays(filedOn, 14);
  const filed = fileApplication(story, parties, { filedOn });
  const making = {
    court: court(story, 'magistrates'),
    made: moment(made, '10:40'),
    end: years(made, 3),
    codes: ['NC-DIR'] as const,
    present: true,
  };
  const order = grant(story, filed, [], making, false);
  serve(story, order, made, { at: moment(made, '11:00'), method: 'in-court' });
  notify(story, order, addDays(made, 1));
  checkNationally(story, order);
  return order;
}

/** Still written: an officer has added what happened since. */
function halfWritten(world: World): Story {
  const { story, back, parties } = begin(world, 'application half written', 8_112, 1);
  const { id, facts, write } = drafting(story, parties, back(6));
  write(
    back(5),
    facts.filter(({ section }) => ['parties', 'people', 'acts', 'risk', 'evidence'].includes(section)),
  );
  const act9 = {
    actId: idFrom(id, 'act 9'),
    kind: 'watching' as const,
    from: back(3),
    to: null,
    what: 'The doorbell camera shows him at the gate at night.',
    source: 'Doorbell camera',
  };
  story.add(on(back(2), '08:20'), (act) => new AddToApplication(id, { act: act9 }, 'officer', act));
  const item9 = {
    itemId: idFrom(id, 'item 9'),
    kind: 'exhibit' as const,
    reference: 'EX/2',
    on: back(3),
    description: 'Recording of the doorbell camera',
    producedBy: null,
  };
  story.add(on(back(2), '08:30'), (act) => new AddToApplication(id, { item: item9 }, 'officer', act));
  return story;
}

function givenUp(world: World): Story {
  const { story, back, parties } = begin(world, 'application given up', 8_113, 1);
  const { id, facts, write } = drafting(story, parties, back(90));
  write(back(89), facts.slice(0, 3));
  story.add(
    on(back(80), '12:00'),
    (act) =>
      new AbandonApplication(
        id,
        { reason: 'other-order-sought', note: 'The criminal court is asked for a restraining order.' },
        'legal',
        act,
      ),
  );
  return story;
}
