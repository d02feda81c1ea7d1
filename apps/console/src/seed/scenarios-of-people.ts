import { addDays, addYears } from '#calendar';
import { demonstrationUsers } from '#access/module';
import { AnswerHandover, AskHandover, ChangeSafeContact } from '#people/module';
import { CheckRequirement, WithdrawSupport } from '#orders/module';
import { arrest, at, breaching, charge, courtOutcome, during, interview, keep, release, report } from './breaches-of-story.js';
import { exempt, renew } from './changes-of-story.js';
import { court, days, years } from './courses/course.js';
import { address, pncId, safeContact } from './fiction.js';
import { checkNationally } from './national-record.js';
import { about, fileApplication, first, grant, type HeldOrder, makeInterim, notify, recordOrder, serve } from './orders-of-story.js';
import { madeUpProtected, named, nobodyKnown, type Parties, recordPerpetrator, recordProtected } from './people-of-story.js';
import { photograph } from './photographs-of-story.js';
import { Story, type World } from './story.js';
import { moment, on } from './times.js';
import { reportingEnded, tellForChild } from './youth-of-story.js';

/** Those scenarios in which the person makes the difference. */
export const peopleScenarios: readonly ((world: World) => Story)[] = [
  spelledInKent,
  spelledInEssex,
  movesForce,
  policeOfficer,
  minor,
  minorNow,
  outOfTime,
  keyedLate,
  supportWithdrawn,
];

/** 1: one man in the records of two forces, spelled in two ways; to link them is a person's decision. */
function spelledInKent(world: World): Story {
  return spelled(
    new Story(world, 'scenario 1 in Kent', '46'),
    ['Quentin', 'Fictionsson'],
    [
      { scheme: 'pncid', value: '2099/0000001G', system: null },
      { scheme: 'nominal', value: 'K0000001', system: 'niche' },
      { scheme: 'handle', value: '@mock_1', system: 'chat-example' },
      { scheme: 'vehicle', value: 'ZZ99 ZZZ', system: null },
    ],
  );
}

function spelledInEssex(world: World): Story {
  return spelled(
    new Story(world, 'scenario 1 in Essex', '42'),
    ['Kwentin', 'Fictionson'],
    [{ scheme: 'nominal', value: 'E-77-0001', system: 'athena' }],
  );
}

function spelled(story: Story, [given, family]: readonly [string, string], identifiers: typeof nobodyKnown.identifiers): Story {
  const perpetrator = recordPerpetrator(story, on('2026-02-09', '10:00'), {
    ...nobodyKnown,
    identity: { name: { given, family }, dateOfBirth: '1982-04-17', sex: 'male' },
    aliases: story.force === '46' ? [{ given: 'Q', family: 'Fiction' }] : [],
    addresses: [{ from: '2025-11-01', address: { lines: ['17 Mock Lane', 'Testville'], postcode: 'ZZ99 3AB' } }],
    identifiers,
  });
  const both = { perpetrator, people: madeUpProtected(story, perpetrator, 1) };
  const filed = fileApplication(story, both, { filedOn: '2026-02-10', areaBasis: story.force === '46' ? 'resides' : 'intends-to-come' });
  const making = {
    court: court(story, 'magistrates'),
    made: moment('2026-03-19', '11:25'),
    end: years('2026-03-19', 2),
    codes: ['NC-DIR', 'AP-DIST', 'EX-AREA'] as const,
    present: true,
  };
  const order = grant(story, filed, [], making, true);
  serve(story, order, '2026-03-19', { at: moment('2026-03-19', '12:05'), method: 'in-court' });
  notify(story, order, '2026-03-20');
  report(story, { ...both, occurred: at(story.force === '46' ? '2026-05-02' : '2026-07-11', '22:15'), kinds: ['message'] }, [
    breaching(order, first(order, 'NC-DIR')),
  ]);
  checkNationally(story, order);
  const taken =
    story.force === '46'
      ? ({ source: 'passport', takenOn: null, recordedOn: '2026-02-10' } as const)
      : ({ source: 'custody', takenOn: '2026-07-12', recordedOn: '2026-07-12' } as const);
  photograph(story, perpetrator, story.force === '46' ? 54 : 52, taken);
  return story;
}

/** 7: the protected person moves; the order holds, the area in Cheshire does not follow her. */
function movesForce(world: World): Story {
  const story = new Story(world, 'scenario 7', '07');
  const { perpetrator } = named(story, ['Silas', 'Contrived'], '1970-10-10', '2026-01-19', 70, 0);
  const nora = { name: { given: 'Nora', family: 'Nonesuch' }, sex: 'female', dateOfBirth: '1985-05-25' } as const;
  const person = recordProtected(story, on('2026-01-19', '08:50'), perpetrator, nora, safeContact(story.chance, nora));
  const both: Parties = { perpetrator, people: [person] };
  const filed = fileApplication(story, both, { filedOn: '2026-01-20' });
  const area = {
    wording: 'You must not enter Exampleford in the county of Cheshire.',
    parameters: { area: 'Exampleford' },
    locality: 'Cheshire',
  };
  const making = {
    court: court(story, 'magistrates'),
    made: moment('2026-02-17', '10:35'),
    end: years('2026-02-17', 3),
    codes: ['NC-DIR', 'EX-AREA'] as const,
    present: true,
    words: { 'EX-AREA': area },
  };
  const order = grant(story, filed, [], making, false);
  serve(story, order, '2026-02-17', { at: moment('2026-02-17', '11:00'), method: 'in-court' });
  notify(story, order, '2026-02-19');
  // Lately, so that the area she left behind is still on the work list and not long overdue there.
  const lately = addDays(world.today, -9);
  const moves = lately > '2026-07-06' ? lately : '2026-07-06';
  // The wrong force is asked first, then taken back; the right one wants to speak first.
  const { protectedPersonId } = person;
  story.add(on(moves, '09:10'), (act) => new AskHandover(protectedPersonId, '62', act));
  story.add(on(moves, '09:12'), (act) => new AnswerHandover(protectedPersonId, 'withdraw', null, act));
  story.add(on(moves, '09:15'), (act) => new AskHandover(protectedPersonId, '61', act));
  story.add(on(moves, '09:25'), (act) => new AnswerHandover(protectedPersonId, 'decline', 'speak-first', act), '61');
  story.add(on(moves, '09:40'), (act) => new AskHandover(protectedPersonId, '61', act));
  story.add(on(moves, '09:45'), (act) => new AnswerHandover(protectedPersonId, 'accept', null, act), '61');
  const contact = { ...safeContact(story.chance, nora), address: address(story.chance) };
  story.add(on(addDays(moves, 2), '14:20'), (act) => new ChangeSafeContact(protectedPersonId, contact, act), '61');
  checkNationally(story, order);
  return story;
}

/** 8: a police officer; restricted from the first save. */
function policeOfficer(world: World): Story {
  const story = new Story(world, 'scenario 8', '46');
  const readers = demonstrationUsers.filter(({ role, force }) => role === 'legal' && force === '46').map(({ userName }) => userName);
  const perpetrator = recordPerpetrator(story, on('2026-06-15', '09:00'), {
    ...nobodyKnown,
    identity: { name: { given: 'Sham', family: 'Exampleson' }, dateOfBirth: '1990-01-09', sex: 'male' },
    identifiers: [{ scheme: 'pncid', value: pncId(80), system: null }],
    occupation: { occupation: 'Police constable 0000', policeForce: '46' },
    readers,
  });
  const both = { perpetrator, people: madeUpProtected(story, perpetrator, 1) };
  const filed = fileApplication(story, both, { filedOn: '2026-06-16', interimSought: true, notice: 'without' });
  const interim = makeInterim(story, filed, {
    court: court(story, 'magistrates'),
    made: moment('2026-06-17', '10:10'),
    end: days('2026-06-17', 180),
    codes: ['NC-DIR', 'SURV', 'SEARCH'],
    notice: false,
    present: false,
  });
  serve(story, interim, '2026-06-17', { at: moment('2026-06-17', '15:30'), method: 'personal' });
  notify(story, interim, '2026-06-18');
  renew(story, interim, court(story, 'magistrates'), {
    filedOn: '2026-11-02',
    made: moment('2026-11-09', '10:15'),
    end: days('2026-11-09', 120),
  });
  report(
    story,
    {
      ...both,
      occurred: during('2026-07-20', '2026-07-24'),
      kinds: ['online'],
      reporter: 'employer',
      account: 'The audit shows that he searched a police system for her.',
    },
    [breaching(interim, first(interim, 'SEARCH'))],
  );
  checkNationally(story, interim);
  return story;
}

/** 9: 17 when the application was made. */
function minor(world: World): Story {
  const story = new Story(world, 'scenario 9', '13');
  const perpetrator = recordPerpetrator(story, on('2026-04-01', '15:30'), {
    ...nobodyKnown,
    identity: { name: { given: 'T', family: 'Child' }, dateOfBirth: '2008-04-07', sex: 'male' },
  });
  const both = { perpetrator, people: madeUpProtected(story, perpetrator, 1) };
  const filed = fileApplication(story, both, { filedOn: '2026-04-02', courtName: 'Gaveldon Youth Court' });
  tellForChild(story, filed, '2026-04-02');
  reportingEnded(story, filed, 'Gaveldon Youth Court', '2026-04-07', '2026-04-08');
  const making = {
    court: court(story, 'youth'),
    made: moment('2026-05-07', '10:00'),
    end: years('2026-05-07', 2),
    codes: ['NC-DIR', 'PUB'] as const,
    present: true,
  };
  const order = grant(story, filed, [], making, false);
  serve(story, order, '2026-05-07', { at: moment('2026-05-07', '10:30'), method: 'in-court' });
  notify(story, order, '2026-05-08');
  keep(story, { ...both, occurred: at('2026-06-19', '16:10'), kinds: ['third-party'] }, 'not-alleged');
  checkNationally(story, order);
  return story;
}

/** 9, under way: 17 for twenty more days; the youth justice team was told, and nobody has recorded anything of a parent yet. */
function minorNow(world: World): Story {
  const story = new Story(world, 'scenario 9, under way', '46');
  const back = (day: number) => addDays(world.today, -day);
  const perpetrator = recordPerpetrator(story, on(back(14), '15:30'), {
    ...nobodyKnown,
    identity: { name: { given: 'U', family: 'Child' }, dateOfBirth: addDays(addYears(world.today, -18), 20), sex: 'female' },
  });
  const both = { perpetrator, people: madeUpProtected(story, perpetrator, 1) };
  const filed = fileApplication(story, both, { filedOn: back(2), courtName: 'Wigminster Youth Court' });
  tellForChild(story, filed, back(2), ['youth-justice']);
  return story;
}

/** 10: the order ran out while a breach was before the court; the renewal came too late. */
function outOfTime(world: World): Story {
  const story = new Story(world, 'scenario 10', '61');
  const both = named(story, ['Cuthbert', 'Lorem'], '1968-07-21', '2024-10-01', 100);
  const filed = fileApplication(story, both, { filedOn: '2024-10-02' });
  const making = {
    court: court(story, 'magistrates'),
    made: moment('2024-10-31', '11:50'),
    end: years('2024-10-31', 2),
    codes: ['NC-DIR', 'AP-DIST'] as const,
    present: true,
  };
  const order = grant(story, filed, [], making, true);
  serve(story, order, '2024-10-31', { at: moment('2024-10-31', '12:15'), method: 'in-court' });
  notify(story, order, '2024-11-01');
  const breach = report(story, { ...both, occurred: at('2026-07-27', '08:40'), kinds: ['approach'] }, [
    breaching(order, first(order, 'AP-DIST')),
  ]);
  arrest(story, breach, on('2026-07-28', '06:55'));
  interview(story, breach, on('2026-07-28', '10:30'));
  release(story, breach, on('2026-07-28', '15:00'), 'bail-with-conditions');
  charge(story, breach, on('2026-09-01', '10:00'), ['ST19001'], 'full-code');
  courtOutcome(story, breach, '2026-11-03', 'convicted', 'Community order, 18 months');
  renew(story, order, court(story, 'magistrates'), {
    filedOn: '2026-11-02',
    made: moment('2026-11-09', '10:40'),
    end: years('2026-11-09', 2),
  });
  checkNationally(story, order);
  return story;
}

/** 11: told two weeks later, written down two months later. */
function keyedLate(world: World): Story {
  const story = new Story(world, 'scenario 11', '46');
  const both = named(story, ['Horace', 'Dolorsit'], '1995-09-14', '2026-04-13', 110);
  const making = {
    court: court(story, 'crown'),
    made: moment('2026-04-14', '16:00'),
    end: years('2026-04-14', 5),
    codes: ['NC-DIR', 'NC-IND'] as const,
    present: true,
  };
  const order = recordOrder(story, both, 'restraining-acquittal', 'acquittal', making);
  report(
    story,
    {
      ...both,
      occurred: at('2026-08-31', '20:30'),
      reportedAt: on('2026-09-14', '11:00'),
      recordedAt: on('2026-11-02', '13:25'),
      kinds: ['call'],
      channel: 'in-person',
      reporter: 'protected-person',
      account: 'He rang from a withheld number and said her name. She told the neighbourhood officer in the street.',
    },
    [breaching(order, first(order, 'NC-DIR'))],
  );
  checkNationally(story, order);
  return story;
}

/** 12: support withdrawn in the first week, and a respondent under notification already. */
function supportWithdrawn(world: World): Story {
  const story = new Story(world, 'scenario 12', '01');
  const both = named(story, ['Ivor', 'Supposition'], '1973-11-28', '2026-03-02', 120);
  const filed = fileApplication(story, both, { filedOn: '2026-03-03' });
  for (const { protectedPersonId } of both.people) {
    story.add(on('2026-03-09', '10:15'), (act) => new WithdrawSupport(filed.applicationId, { protectedPersonId, on: '2026-03-09' }, act));
  }
  const making = {
    court: court(story, 'magistrates'),
    made: moment('2026-04-07', '12:30'),
    end: years('2026-04-07', 2),
    codes: ['NC-DIR', 'R-PROG', 'R-SIGN'] as const,
    present: false,
  };
  const order = grant(story, filed, [], making, true);
  exempt(story, order, '2026-04-08', '2026-06-12');
  serve(story, order, '2026-04-09', { method: 'personal', at: moment('2026-04-09', '18:20') });
  notify(story, order, addDays('2026-06-12', 1));
  signedOn(story, order);
  checkNationally(story, order);
  return story;
}

/** Each Tuesday up to the last but one somebody recorded whether he signed on; in one week he was in hospital. */
function signedOn(story: Story, order: HeldOrder): void {
  const versionId = order.versions.find(({ draft }) => draft.code === 'R-SIGN')?.draft.versionId;
  if (versionId === undefined) return;
  for (let day = '2026-04-07', nth = -1; day < addDays(story.world.today, -7); day = addDays(day, 7), nth += 1) {
    const answer =
      nth === 2 ? ({ result: 'excused', note: 'In hospital from Monday to Thursday' } as const) : ({ result: 'met', note: null } as const);
    about(
      story,
      order,
      on(addDays(day, 1), '09:20'),
      (act) => new CheckRequirement(order.orderId, { occasions: [{ versionId, day }], ...answer }, act),
    );
  }
}
