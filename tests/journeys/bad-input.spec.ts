import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '#event-store';
import type { Answer, Client } from '../support/client.js';
import { type Cast, castOf } from './support/cast.js';
import { addressOf, calls, type EveryField, forms, lost, openEveryField, type Typed } from './support/every-form.js';
import { type Fields, openForm } from './support/form.js';
import { moment } from './support/days.js';
import { openCase, recordIncident } from './support/cases.js';
import { authorised, drafted } from './support/drafts.js';
import { fileApplication, keepAway, momentJson, noContact, obtain, recordOrder } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

/** What may be sent with nothing in it: a contact with nothing known, an application that is only begun. */
const mayBeEmpty = ['/protected-people/:id/contact/change', '/perpetrators/:id/drafts/new'].concat([
  '/api/v1/protected-people/:id/contact',
  '/api/v1/perpetrators/:id/drafts',
]);
/** Forms whose dates are asked only of what is chosen in them. */
const datesIfChosen = ['/orders/:id/proposals/:proposalId/changes'];
const long = 'Lorem ipsum. '.repeat(800);
const nobody = ['00000000-0000-4000-8000-000000000000', '..%2F..', '%00', 'x'.repeat(150)];
const shapes = ['[a][b][c][d]', '[]', '[0][0][0]', '[__proto__][toString]', '[day][day]'];

let story: Story;
let solicitor: Desk;
let administrator: Desk;
let authoriser: Desk;
let cast: Cast;
let restricted: string;
/** A draft that waits to be authorised: the page of any other shows no form. */
let asked: string;
/** Somebody whom another force asks to be looked after: the page of anybody else shows no form. */
let handed: string;
/** An application one of whose incidents changed after it was filed: of any other there is nothing to tell the court. */
let changed: string;
/** An interim order whose application is not on record: any other ends with its own. */
let alone: string;
/** An order that the respondent had varied: against nothing else done to an order does the force say that it does not appeal. */
let obtained: string;
/** An application on which a court refused an interim order: of any other there is no appeal to lodge or to leave. */
let without: string;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [solicitor, administrator] = [story.desk('legal.kent'), story.desk('administrator')];
  authoriser = story.desk('authoriser.kent');
  cast = await castOf(story, solicitor, story.desk('officer.kent'));
  restricted = await perpetrator(solicitor, { given: 'Sham', family: 'Exampleson' });
  await solicitor.does(`/perpetrators/${restricted}/restriction`, { basis: 'risk-of-harm' });
  const respondent = await perpetrator(solicitor, { given: 'Ivor', family: 'Example', born: '1986-02-03' });
  asked = await drafted(solicitor, {
    respondent,
    protects: await protectedPerson(solicitor, respondent, { given: 'Ada', family: 'Sample' }),
  });
  await solicitor.does(`/drafts/${asked}/authorisation`, {});
  const gwent = story.desk('officer.gwent');
  handed = await protectedPerson(gwent, respondent, { given: 'Una', family: 'Sample' });
  await gwent.does(`/protected-people/${handed}/safeguarding`, { to: '46' });
  const officer = story.desk('officer.kent');
  const another = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  const nora = await protectedPerson(officer, another, { given: 'Nora', family: 'Nonesuch' });
  const caseId = await openCase(officer, another, { people: [nora] });
  const incidents = [
    await recordIncident(officer, caseId, { when: '2026-06-10 21:15', conduct: ['message'] }),
    await recordIncident(officer, caseId, { when: '2026-06-12 21:15', conduct: ['message'] }),
  ];
  changed = await drafted(solicitor, { respondent: another, protects: nora });
  await solicitor.tells(`/drafts/${changed}/acts`, { seen: 1, acts: [], incidentIds: incidents, why: 'Repeated' });
  await authorised(solicitor, authoriser, changed);
  await solicitor.tells(`/drafts/${changed}/filing`, { filedOn: story.service.clock.now().slice(0, 10) });
  await officer.does(`/cases/${caseId}/incidents/${incidents[1]}/error`, { reason: 'It was his brother' });
  const third = await perpetrator(officer, { given: 'Horace', family: 'Samplewright', born: '1979-05-06' });
  alone = await recordOrder(solicitor, third, {
    ...{ kind: 'interim-spo', origin: 'application', courtType: 'magistrates' },
    protects: [await protectedPerson(officer, third, { given: 'Ada', family: 'Sample' })],
    sealed: { made: '2026-06-15 11:00', until: '2026-12-31' },
  });
  const fourth = await perpetrator(officer, { given: 'Cuthbert', family: 'Lorem', born: '1968-07-21' });
  const protects = [await protectedPerson(officer, fourth, { given: 'Una', family: 'Sample' })];
  const sealed = { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [noContact, keepAway] };
  obtained = (await obtain(solicitor, fourth, { filed: '2026-06-02', sealed, protects })).orderId;
  const [condition] = (await solicitor.reads<{ conditions: { conditionId: string }[] }>(`/orders/${obtained}`)).conditions;
  await solicitor.tells(`/orders/${obtained}/variations`, {
    ...{ courtType: 'magistrates', courtName: 'Testville', effective: momentJson('2026-06-29 10:00'), onApplicationOf: 'respondent' },
    ...{ respondentPresent: true, changes: [{ conditionId: condition?.conditionId, change: 'removed' }] },
  });
  without = await fileApplication(solicitor, fourth, { filed: '2026-06-20', protects });
  story.itIs('2026-07-02 09:00');
  await solicitor.does(`/applications/${without}/hearings/new`, {
    ...{ purpose: 'interim', at: moment('2026-07-02 14:00'), courtName: 'Testville' },
  });
  story.itIs('2026-07-03 10:00');
  const { html } = await solicitor.sees(`/applications/${without}`);
  const hearing = html.querySelectorAll('a').find((link) => /\/hearings\/[0-9a-f-]{36}$/.test(link.getAttribute('href') ?? ''));
  await solicitor.does(hearing?.getAttribute('href') ?? '', { result: 'interim-refused', heard: 'in-absence' });
}, 120_000);
afterAll(() => story.end());

const whoMay = (route: string): Promise<Client> =>
  (/erase|erasure/.test(route) ? administrator : /approval|authorise$/.test(route) ? authoriser : solicitor).client();
/** Forms that only some records show. */
const castFor = (route: string): Cast => {
  if (route.endsWith('/authorise')) return { ...cast, draft: asked };
  if (route.endsWith('/handover')) return { ...cast, victim: handed };
  if (route.endsWith('/interim-refused')) return { ...cast, application: without };
  if (route === '/orders/:id/no-appeal') return { ...cast, order: obtained };
  if (route.endsWith('/tell-court')) return { ...cast, application: changed };
  return route.endsWith('/decided') ? { ...cast, order: alone } : cast;
};
const address = (route: string) => addressOf(route, castFor(route), restricted);
const addressOfNobody = (route: string, id: string) =>
  addressOf(
    route,
    {
      ...cast,
      perpetrator: id,
      victim: id,
      case: id,
      application: id,
      refused: id,
      draft: id,
      order: id,
      breach: id,
      link: id,
      linked: id,
    },
    id,
  );
const open = async (route: string): Promise<EveryField> => openEveryField(await whoMay(route), address(route));
const recorded = async () => (await story.service.app.get(EventStore).readAll(null, 10_000)).length;

/** What is wrong with this answer to bad input; a page that says what to put right has nothing wrong. */
function complaints(what: string, answer: Answer): string[] {
  const isTold = [400, 409].includes(answer.status) && answer.errors.length > 0;
  return isTold || answer.status === 404 ? [] : [`${what}: answered ${answer.status} "${answer.heading}"`];
}

it('knows every form and every call of the API that changes something', () => {
  expect(forms.length).toBeGreaterThan(45);
  expect(calls.length).toBeGreaterThan(45);
});

describe.each(forms.filter((route) => !mayBeEmpty.includes(route)))('The form %s', (route) => {
  it('says what is missing when nothing is filled in', async () => {
    const { texts, send } = await open(route);
    const before = await recorded();
    expect(complaints('empty', await send(texts.map((name) => [name, ''])))).toEqual([]);
    expect(await recorded()).toBe(before);
  });
});

describe.each(forms)('The form %s', (route) => {
  it('takes no impossible date, no endless text and no word it does not offer, and keeps what was typed', async () => {
    const { texts, choices, send } = await open(route);
    const before = await recorded();
    const impossible = { day: '31', month: '2', year: '2026', time: '25:61' };
    const dates = texts.flatMap((name) =>
      Object.entries(impossible).flatMap(([part, value]) => (name.endsWith(`[${part}]`) ? [[name, value] as const] : [])),
    );
    const words = texts.filter((name) => !dates.some(([date]) => date === name));
    const tries: readonly (readonly [what: string, typed: Typed, told: RegExp])[] = [
      ['impossible dates', dates, /real date|time like/],
      ['endless texts', words.map((name) => [name, long] as const), /./],
      ['choices not offered', choices.map((name) => [name, 'no-such-choice'] as const), /Select|Enter/],
    ];
    const wrong: string[] = [];
    for (const [what, typed, told] of tries.filter(
      ([kind, fields]) => fields.length > 0 && !(kind === 'impossible dates' && datesIfChosen.includes(route)),
    )) {
      const answer = await send(typed);
      wrong.push(...complaints(what, answer));
      if (!told.test(answer.errors.join())) wrong.push(`${what}: does not say so but "${answer.errors.join('; ')}"`);
      if (what !== 'choices not offered') wrong.push(...lost(answer, typed).map((name) => `${what}: loses ${name}`));
    }
    expect(wrong).toEqual([]);
    expect(await recorded()).toBe(before);
  });

  it('is not thrown by fields of another shape', async () => {
    const { texts, choices, send } = await open(route);
    const names = [...new Set([...texts, ...choices].map((name) => name.split('[')[0] ?? ''))];
    const isOptional = mayBeEmpty.includes(route) || names.length === 0;
    const wrong: string[] = [];
    for (const shape of shapes) {
      const answer = await send(names.flatMap((name) => ['x', 'y'].map((value) => [`${name}${shape}`, value] as const)));
      if (!isOptional || answer.status !== 303) wrong.push(...complaints(shape, answer));
    }
    const zero = await send([...texts, ...choices].concat('more').map((name) => [name, 'a\0b'] as const));
    expect([wrong, zero.status]).toEqual([[], 400]);
  });
});

describe.each(forms.filter((route) => route.includes(':')))('The form %s', (route) => {
  it('is not found under an id that nobody has', async () => {
    const client = await whoMay(route);
    await client.get('/accessibility');
    const answers = await Promise.all(
      nobody.flatMap((id) => [client.get(addressOfNobody(route, id)), client.post(addressOfNobody(route, id), { words: 'x' })]),
    );
    expect(answers.filter(({ status }) => ![400, 404].includes(status)).map(({ status, heading }) => [status, heading])).toEqual([]);
  });
});

describe('The second page of a report', () => {
  const told = { when: 'other', on: { day: '2', month: '7', year: '2026' }, time: '21:15', kinds: ['message'] } satisfies Fields;
  const account = ['account', 'A call'] as const;
  const wrong: readonly (readonly [string, Typed])[] = [
    ['an endless account', [['account', long]]],
    [
      'an impossible date',
      [
        account,
        ['reportedAt[date][day]', '31'],
        ['reportedAt[date][month]', '2'],
        ['reportedAt[date][year]', '2026'],
        ['reportedAt[time]', '12:00'],
      ],
    ],
    ['no such condition', [account, ['alleging', 'no/such/thing']]],
    ['no such person', [account, ['people', 'nobody']]],
    ['no such channel', [account, ['channel', 'pigeon']]],
    ['no such answer', [account, ['reasonableExcuse', 'sure']]],
    ['nothing alleged', [account]],
  ];

  it.each(wrong)('keeps the answers of both pages with %s', async (_what, typed) => {
    const client = await solicitor.client();
    const path = `/perpetrators/${cast.perpetrator}/breaches/new`;
    const page = await (await (await openForm(client, path)).fill(told)).press('Continue');
    const hidden = page.html
      .querySelectorAll('main form input[type=hidden]')
      .map((one): [string, string] => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? '']);
    const body = new URLSearchParams([
      ...hidden,
      ['reporter', 'witness'],
      ...typed.map(([name, value]): [string, string] => [name, value]),
    ]);
    const before = await recorded();
    const answer = await client.send(path, body.toString());
    expect(complaints('', answer)).toEqual([]);
    expect(
      lost(
        answer,
        typed.filter(([name]) => name === 'account' || name.startsWith('reportedAt')),
      ),
    ).toEqual([]);
    expect([answer.value('on[day]'), answer.value('time'), answer.value('kinds')]).toEqual(['2', '21:15', 'message']);
    expect(await recorded()).toBe(before);
  });
});

describe.each(calls)('The call %s', (route) => {
  const names = [
    'at',
    'on',
    'end',
    'made',
    'conditions',
    'changes',
    'added',
    'alleging',
    'kinds',
    'account',
    'reason',
    'note',
    'words',
  ].concat(
    ['effective', 'filedOn', 'courtType', 'courtName', 'onApplicationOf', 'outcome', 'about', 'document', 'method', 'proof', 'place', 'by'],
    [
      'protectedPersonIds',
      'given',
      'family',
      'dateOfBirth',
      'sex',
      'identifiers',
      'aliases',
      'addresses',
      'lines',
      'readers',
      'basis',
      'to',
    ],
    [
      'people',
      'reportedAt',
      'offenceCodes',
      'test',
      'decision',
      'of',
      'kind',
      'reference',
      'text',
      'name',
      'scheme',
      'value',
      'occupation',
    ],
    [
      'source',
      'reference',
      'conduct',
      'answers',
      'grade',
      'tool',
      'yes',
      'reasons',
      'lookAgainOn',
      'supports',
      'principal',
      'offenceCode',
      'time',
    ],
  );
  const junk = [null, 5, true, [], {}, [null], { a: { b: { c: 1 } } }, '', long, '2026-02-31', '31/02/2026 25:61', 'a\0b'];
  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '5',
    'true',
    '{}',
    '[[]]',
    '{"a":1}',
    '{"__proto__":{"a":1}}',
    `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  ].concat(junk.map((value) => JSON.stringify(Object.fromEntries(names.map((name) => [name, value])))));

  it('answers whatever is sent with what is wrong with it', async () => {
    const client = await whoMay(route);
    const wrong: unknown[] = [];
    for (const body of bodies) {
      const answer = await client.api.post(address(route), body, { 'content-type': 'application/json' });
      const isTold = [400, 404, 409].includes(answer.status) && answer.header('content-type').startsWith('application/problem+json');
      const isTaken = mayBeEmpty.includes(route) && answer.status === 201;
      if (!isTold && !isTaken) wrong.push([body.slice(0, 60), answer.status, answer.text.slice(0, 200)]);
    }
    expect(wrong).toEqual([]);
  });
});

describe.each(calls.filter((route) => route.includes(':')))('The call %s', (route) => {
  it('is not found under an id that nobody has', async () => {
    const client = await whoMay(route);
    const answers = await Promise.all(nobody.map((id) => client.api.post(addressOfNobody(route, id), {})));
    expect(answers.map(({ status }) => status).filter((status) => ![400, 404].includes(status))).toEqual([]);
  });
});
