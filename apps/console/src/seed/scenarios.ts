import { breaching, arrest, at, charge, courtOutcome, evidence, interview, keep, nfa, report } from './breaches-of-story.js';
import { appeal, vary } from './changes-of-story.js';
import { court, days, untilFurther, years } from './courses/course.js';
import { checkNationally, nationalRecord } from './national-record.js';
import { attachExhibits } from './exhibits-of-story.js';
import { fileApplication, first, grant, makeInterim, notify, recordOrder, reworded, serve } from './orders-of-story.js';
import { named } from './people-of-story.js';
import { photograph, wrongPhotograph } from './photographs-of-story.js';
import { caseScenarios } from './scenarios-of-cases.js';
import { peopleScenarios } from './scenarios-of-people.js';
import { Story, type World } from './story.js';
import { moment, on } from './times.js';

/** The people of the project's acceptance scenarios, with the facts and dates given there; what lies ahead of `today` is left out. */
export function scenarios(world: World): Story[] {
  return [interimThenFull, variedThenBreached, breachedBeforeService, twoOrders, quashed, ...peopleScenarios, ...caseScenarios].map(
    (told) => told(world),
  );
}

/** 2: interim order, then the full one, without a new first notification. */
function interimThenFull(world: World): Story {
  const story = new Story(world, 'scenario 2', '46');
  const both = named(story, ['Barnaby', 'Placeholder'], '1984-02-11', '2026-03-11', 20);
  const filed = fileApplication(story, both, { filedOn: '2026-03-11', interimSought: true });
  attachExhibits(story, filed);
  const codes = ['NC-DIR', 'NC-IND', 'AP-DIST'] as const;
  const interim = makeInterim(story, filed, {
    court: court(story, 'magistrates'),
    made: moment('2026-03-12', '10:20'),
    end: days('2026-03-12', 90),
    codes,
    present: false,
  });
  serve(story, interim, '2026-03-12', { at: moment('2026-03-12', '16:40'), method: 'personal' });
  notify(story, interim, '2026-03-13');
  const made = moment('2026-05-14', '11:05');
  const full = grant(
    story,
    filed,
    [interim],
    { court: court(story, 'magistrates'), made, end: years('2026-05-14', 2), codes, present: true },
    false,
  );
  serve(story, full, '2026-05-14', { at: moment('2026-05-14', '11:40'), method: 'in-court', proof: 'court-record' });
  nationalRecord(story, full, '2026-05-18', 'created');
  checkNationally(story, interim);
  wrongPhotograph(story, both.perpetrator, '2026-03-11');
  photograph(story, both.perpetrator, 48, { source: 'custody', takenOn: '2026-03-11', recordedOn: '2026-03-11' });
  return story;
}

/** 3: the area is widened; what he did before, on the day and under the old words. */
function variedThenBreached(world: World): Story {
  const story = new Story(world, 'scenario 3', '42');
  const both = named(story, ['Rufus', 'Exampleson'], '1979-06-30', '2026-04-02', 30);
  const filed = fileApplication(story, both, { filedOn: '2026-04-02' });
  const street = { wording: 'You must not enter the High Street, Testville.', parameters: { area: 'High Street, Testville' } };
  const order = grant(
    story,
    filed,
    [],
    {
      court: court(story, 'magistrates'),
      made: moment('2026-04-20', '10:45'),
      end: years('2026-04-20', 3),
      codes: ['NC-DIR', 'EX-AREA'],
      present: true,
      words: { 'EX-AREA': street },
    },
    true,
  );
  serve(story, order, '2026-04-20', { at: moment('2026-04-20', '11:30'), method: 'in-court' });
  notify(story, order, '2026-04-22');
  const area = first(order, 'EX-AREA');
  const centre = reworded(story, area, {
    wording: 'You must not enter Testville town centre, as shown edged on the plan.',
    parameters: { area: 'Testville centre' },
  });
  const variationId = vary(story, order, {
    court: court(story, 'magistrates'),
    effective: moment('2026-07-03', '14:00'),
    onApplicationOf: 'chief-officer',
    present: true,
    reword: [{ condition: area, to: centre }],
    reason: 'He was seen in the streets around the High Street.',
    delayMinutes: 20,
  });
  serve(story, order, '2026-07-03', { at: moment('2026-07-03', '14:10'), method: 'in-court', served: { variationId } });
  const sighting = { perpetrator: both.perpetrator, people: both.people, kinds: ['area'] as const, channel: 'phone-101' as const };
  keep(
    story,
    { ...sighting, occurred: at('2026-07-03', '11:00'), account: 'He was seen at the bus station, outside the High Street.' },
    'no-condition-forbids-it',
  );
  const afterwards = report(
    story,
    {
      ...sighting,
      occurred: at('2026-07-03', '15:00'),
      reportedAt: on('2026-07-03', '15:20'),
      recordedAt: on('2026-07-03', '15:45'),
      account: 'He was seen at the bus station again.',
    },
    [breaching(order, centre)],
  );
  arrest(story, afterwards, on('2026-07-03', '17:15'));
  interview(story, afterwards, on('2026-07-03', '20:05'));
  nfa(story, afterwards, on('2026-07-21', '10:00'), 'reasonable-excuse');
  const june = report(
    story,
    {
      ...sighting,
      occurred: at('2026-06-08', '13:10'),
      reportedAt: on('2026-08-12', '09:15'),
      recordedAt: on('2026-08-12', '09:40'),
      account: 'She found a photograph of him in the High Street, taken on 8 June.',
    },
    [breaching(order, area)],
  );
  evidence(story, june, on('2026-08-12', '10:30'), 'photograph');
  checkNationally(story, order);
  return story;
}

/** 4: a message before the order was served. */
function breachedBeforeService(world: World): Story {
  const story = new Story(world, 'scenario 4', '01');
  const both = named(story, ['Ada', 'Samplewright'], '1991-12-05', '2026-10-05', 40);
  const filed = fileApplication(story, both, { filedOn: '2026-10-05', notice: 'without', interimSought: true });
  const interim = makeInterim(
    story,
    filed,
    {
      court: court(story, 'magistrates'),
      made: moment('2026-10-06', '11:40'),
      end: days('2026-10-06', 60),
      codes: ['NC-DIR', 'AP-DIST', 'SURV'],
      notice: false,
      present: false,
    },
    on('2026-10-06', '12:30'),
  );
  const breach = report(
    story,
    {
      ...both,
      occurred: at('2026-10-06', '18:05'),
      reportedAt: on('2026-10-06', '18:30'),
      recordedAt: on('2026-10-06', '18:50'),
      kinds: ['message'],
      reporter: 'protected-person',
      channel: 'phone-101',
      account: 'A text message: "I will see you soon."',
    },
    [breaching(interim, first(interim, 'NC-DIR'))],
  );
  evidence(story, breach, on('2026-10-06', '19:10'), 'message');
  serve(story, interim, '2026-10-07', { at: moment('2026-10-07', '09:30'), method: 'personal', proof: 'statement' });
  notify(story, interim, '2026-10-09');
  checkNationally(story, interim);
  return story;
}

/** 5: one visit breaches a restraining order and an SPO. */
function twoOrders(world: World): Story {
  const story = new Story(world, 'scenario 5', '46');
  const both = named(story, ['Dex', 'Mockman'], '1988-08-19', '2026-01-12', 50);
  const restraining = recordOrder(story, both, 'restraining-conviction', 'conviction', {
    court: court(story, 'crown'),
    made: moment('2026-01-14', '15:10'),
    end: untilFurther,
    codes: ['NC-DIR', 'NC-IND'],
    present: true,
  });
  nationalRecord(story, restraining, '2026-01-16', 'created');
  const filed = fileApplication(story, both, { filedOn: '2026-03-24' });
  const order = grant(
    story,
    filed,
    [],
    {
      court: court(story, 'magistrates'),
      made: moment('2026-04-28', '12:00'),
      end: years('2026-04-28', 2),
      codes: ['NC-DIR', 'AP-DIST'],
      present: true,
      beside: {
        orders: [restraining],
        goesOn: 'The court was told of the restraining order: contact through a solicitor is not contact through others',
      },
      words: { 'AP-DIST': { wording: 'You must not knowingly come within 200 metres of her.', parameters: { metres: '200' } } },
    },
    true,
  );
  serve(story, order, '2026-04-28', { at: moment('2026-04-28', '12:40'), method: 'in-court' });
  notify(story, order, '2026-04-30');
  const visit = report(
    story,
    {
      ...both,
      occurred: at('2026-08-09', '19:25'),
      kinds: ['approach'],
      channel: 'phone-999',
      reporter: 'protected-person',
      account: 'He stood at her door and called through the letterbox.',
    },
    [breaching(restraining, first(restraining, 'NC-DIR')), breaching(order, first(order, 'AP-DIST'))],
  );
  arrest(story, visit, on('2026-08-11', '07:50'));
  interview(story, visit, on('2026-08-11', '11:20'));
  charge(story, visit, on('2026-08-11', '18:00'), ['SE20002', 'ST19001'], 'threshold');
  courtOutcome(story, visit, '2026-09-22', 'convicted', '20 weeks in custody');
  checkNationally(story, order);
  return story;
}

/** 6: quashed on appeal after a charge under it. */
function quashed(world: World): Story {
  const story = new Story(world, 'scenario 6', '46');
  const both = named(story, ['Percy', 'Hypothetical'], '1975-03-03', '2026-02-02', 60);
  const filed = fileApplication(story, both, { filedOn: '2026-02-03' });
  const making = {
    court: court(story, 'magistrates'),
    made: moment('2026-03-02', '14:30'),
    end: years('2026-03-02', 2),
    codes: ['NC-DIR', 'SURV'] as const,
    present: true,
  };
  const order = grant(story, filed, [], making, true);
  serve(story, order, '2026-03-02', { at: moment('2026-03-02', '15:10'), method: 'in-court' });
  notify(story, order, '2026-03-03');
  const breach = report(
    story,
    { ...both, occurred: at('2026-06-05', '21:40'), kinds: ['watching'], account: 'He sat in his car outside her house.' },
    [breaching(order, first(order, 'SURV'))],
  );
  arrest(story, breach, on('2026-06-08', '08:15'));
  charge(story, breach, on('2026-06-08', '17:30'), ['ST19001'], 'full-code');
  const heard = { court: court(story, 'crown'), at: moment('2026-09-14', '12:20'), result: 'quashed' as const };
  appeal(story, order, { by: 'respondent', lodged: '2026-03-17', heard });
  nationalRecord(story, order, '2026-09-16', 'removed');
  if (world.today > '2026-09-15') {
    story.review({
      force: '46',
      breachId: breach.breachId,
      orderId: order.orderId,
      decision: 'refer-to-prosecutor',
      note: 'The order bound him on the day; what becomes of the charge is for the prosecutor.',
    });
  }
  return story;
}
