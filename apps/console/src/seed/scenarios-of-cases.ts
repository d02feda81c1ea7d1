import { addDays, type LocalDate } from '#calendar';
import type { Conduct } from '#cases';
import {
  AddReference,
  CancelClassification,
  ChoosePrincipal,
  CorrectIncident,
  RecordSupport,
  RegradeRisk,
  StrikeIncident,
} from '#cases/module';
import { idFrom } from '#pages';
import { at, during } from './breaches-of-story.js';
import { assess, classify, consider, type HeldCase, incident, next, openCase, outcome } from './cases-of-story.js';
import { attachToCase } from './exhibits-of-story.js';
import { madeUpProtected, named } from './people-of-story.js';
import { Story, type World } from './story.js';
import { latest, on } from './times.js';

/** People about whom something was reported and no order made: what the signals are for. */
export const caseScenarios: readonly ((world: World) => Story)[] = [notConsidered, wishBesideEvidence, consideredWithReason, lookedAtAgain];

/** Twice as often as before, with a tracker and a threat, graded high, and nobody has recorded whether an order was considered. */
function notConsidered(world: World): Story {
  const opened = addDays(world.today, -16);
  const { story, held } = begun(world, 'case 1', '46', ['Hector', 'Makebelieve'], '1990-05-17', opened, 210, {
    summary: 'A former partner who does not accept that it is over.',
  });
  told(story, held, addDays(opened, -40), ['message'], 'Forty messages in a night after she changed her number.');
  told(story, held, addDays(opened, -12), ['third-party'], 'He had his sister ask her employer for her hours.');
  const tracker = told(story, held, addDays(opened, -6), ['device', 'watching'], 'A garage found a tracker under her car.');
  told(story, held, addDays(opened, -1), ['message', 'threat'], '"If I cannot have you nobody will."');
  classify(story, held, 'PH97004', opened, tracker, true);
  const whole = classify(story, held, 'PH97011', opened);
  next(story, held, on(addDays(opened, 1), '08:00'), (act) => {
    return new ChoosePrincipal(held.caseId, { classificationId: idFrom(whole, 'classification'), on: addDays(opened, 1) }, act);
  });
  assess(story, held, addDays(opened, 1), 'medium', ['frightened', 'visits', 'others-used']);
  const assessmentId = assess(story, held, addDays(opened, 2), 'medium', ['frightened', 'visits', 'threats', 'others-used']);
  next(story, held, on(addDays(opened, 3), '11:00'), (act) => {
    const regrade = {
      grade: 'high',
      assessor: 'supervisor',
      on: addDays(opened, 3),
      reason: 'The tracker shows where she lives now.',
    } as const;
    return new RegradeRisk(held.caseId, { assessmentId: idFrom(assessmentId, 'assessment'), ...regrade }, act);
  });
  return story;
}

/** Put off because evidence is wanting; the victim’s wish stands beside it and is never a reason by itself. The day to look again has passed. */
function wishBesideEvidence(world: World): Story {
  const opened = addDays(world.today, -45);
  const { story, held } = begun(world, 'case 2', '42', ['Cosmo', 'Pretendham'], '1984-09-02', opened, 211, {});
  told(story, held, addDays(opened, -9), ['loitering'], 'He sat outside the school at the end of lessons.');
  told(story, held, addDays(opened, -2), ['call', 'online'], 'He called the school office and wrote in its group.');
  classify(story, held, 'PH97006', opened, null, true);
  assess(story, held, addDays(opened, 1), 'medium', ['frightened', 'loitering', 'others-harassed']);
  support(story, held, addDays(opened, 6), false);
  consider(story, held, addDays(opened, 7), {
    ...{ decision: 'deferred', reasons: ['evidence', 'victim-view'], lookAgainOn: addDays(opened, 35) },
    rationale: 'The school’s camera and the records of its telephone are still awaited.',
  });
  return story;
}

/** Considered, with a reason that stands; one classification cancelled, one incident of somebody else. */
function consideredWithReason(world: World): Story {
  const opened = addDays(world.today, -120);
  const { story, held } = begun(world, 'case 3', '46', ['Otto', 'Inventson'], '1971-01-30', opened, 212, { source: 'advocate' });
  told(story, held, addDays(opened, -3), ['gift'], 'A parcel without a sender.');
  const brother = told(story, held, addDays(opened, -1), ['approach'], 'A man waited at the gate.');
  const mistaken = told(story, held, addDays(opened, -2), ['message'], 'One message, on her birthday.');
  next(story, held, on(addDays(opened, 2), '10:00'), (act) => {
    return new StrikeIncident(held.caseId, { incidentId: brother, reason: 'The man at the gate was his brother, who lives there.' }, act);
  });
  next(story, held, on(addDays(opened, 2), '10:30'), (act) => {
    const right = { occurred: during(addDays(opened, -4)), conduct: null, account: null, reason: 'Her telephone shows the day.' };
    return new CorrectIncident(held.caseId, { incidentId: mistaken, ...right }, act);
  });
  const harassment = classify(story, held, 'PH97004', addDays(opened, 2));
  assess(story, held, addDays(opened, 3), 'standard', []);
  consider(story, held, addDays(opened, 3), {
    ...{ decision: 'no', reasons: ['grounds-not-met'], lookAgainOn: null },
    rationale: 'One parcel and one friendly message, and no sign of risk.',
  });
  next(story, held, on(addDays(opened, 20), '09:00'), (act) => {
    const classificationId = idFrom(harassment, 'classification');
    const details = { classificationId, on: addDays(opened, 20), reason: 'A parcel and a card are no course of conduct.' };
    return new CancelClassification(held.caseId, details, act);
  });
  outcome(story, held, addDays(opened, 21), { outcome: 'no-further-action', reason: 'evidential' });
  return story;
}

/** Put off until the charging decision, then sought; the victim withdrew support and gave it again. */
function lookedAtAgain(world: World): Story {
  const opened = addDays(world.today, -60);
  const { story, held } = begun(world, 'case 4', '01', ['Basil', 'Unrealman'], '1995-11-11', opened, 213, { source: 'control-room' });
  told(story, held, addDays(opened, -20), ['watching'], 'He filmed her balcony from the car park.');
  told(story, held, addDays(opened, -1), ['damage', 'threat'], 'The tyres were cut; a note said that the brakes are next.');
  attachToCase(story, held);
  // Named after the file came: it is brought under her key too.
  const mother = madeUpProtected(story, { ...held.parties.perpetrator, recordedAt: held.recordedAt }, 1);
  held.recordedAt = latest(held.recordedAt, ...mother.map(({ recordedAt }) => recordedAt));
  const rang = 'He rang her mother at night and asked where she had gone.';
  incident(story, held, { occurred: at(addDays(opened, -1), '23:10'), conduct: ['call'], account: rang, people: mother });
  classify(story, held, 'PH97010', opened, null, true);
  assess(story, held, opened, 'high', ['frightened', 'damage', 'threats', 'violent-before']);
  const decided = addDays(opened, 14);
  consider(story, held, addDays(opened, 1), {
    ...{ decision: 'deferred', reasons: ['charging-decision-awaited'], lookAgainOn: decided, rationale: null },
  });
  support(story, held, addDays(opened, 3), false);
  support(story, held, addDays(opened, 12), true);
  outcome(story, held, decided, { outcome: 'charged', offenceCodes: ['PH97010'] });
  consider(story, held, decided, {
    decision: 'yes',
    reasons: [],
    lookAgainOn: null,
    rationale: 'Bail ends with the case; the risk does not.',
  });
  next(story, held, on(addDays(decided, 1), '09:00'), (act) => {
    const number = { kind: 'custody', givenBy: '01', system: 'Niche', number: '01CU/4711/26' } as const;
    return new AddReference(held.caseId, number, act);
  });
  return story;
}

function begun(
  world: World,
  name: string,
  force: string,
  called: readonly [string, string],
  born: LocalDate,
  opened: LocalDate,
  serial: number,
  opening: Parameters<typeof openCase>[3],
): { story: Story; held: HeldCase } {
  const story = new Story(world, name, force);
  const parties = named(story, called, born, opened, serial);
  return { story, held: openCase(story, parties, opened, { number: `${force}/${serial}/${opened.slice(2, 4)}`, ...opening }) };
}

function told(story: Story, held: HeldCase, day: LocalDate, conduct: readonly [Conduct, ...Conduct[]], account: string): string {
  return incident(story, held, { occurred: at(day, '19:40'), conduct, account });
}

function support(story: Story, held: HeldCase, day: LocalDate, supports: boolean): void {
  const protectedPersonId = held.parties.people[0]?.protectedPersonId ?? '';
  next(story, held, on(day, '12:00'), (act) => new RecordSupport(held.caseId, { protectedPersonId, supports, on: day, words: null }, act));
}
