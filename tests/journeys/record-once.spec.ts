import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Envelope } from '#event-sourcing';
import { EventStore } from '#event-store';
import { type Cast, castOf } from './support/cast.js';
import { type WhatWasBreached, whatWasBreached } from './support/breaches.js';
import { day, moment } from './support/days.js';
import { type Fields, Form, openForm } from './support/form.js';
import { fileApplication, noContact } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let officer: Desk;
let cast: Cast;
/** An application against somebody of 16. */
let youth: string;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  cast = await castOf(story, solicitor, officer);
  const child = await perpetrator(officer, { given: 'T', family: 'Child', born: '2010-02-03' });
  youth = await fileApplication(solicitor, child, {
    filed: '2026-07-02',
    protects: [await protectedPerson(officer, child, { given: 'Ada', family: 'Sample' })],
  });
}, 60_000);
afterAll(() => story.end());

/** How much people recorded; what follows from it by itself comes when it comes. */
const recorded = async () => {
  const all = await story.service.app.get(EventStore).readAll(null, 10_000);
  return all.filter(({ meta }) => !(meta as Envelope).by.startsWith('policy:')).length;
};
const filled = async (desk: Desk, path: string, fields: Fields): Promise<Form> => (await openForm(await desk.client(), path)).fill(fields);

const awareness = (detail: string): Fields => ({ document: 'order', at: moment('2026-07-02 12:00'), basis: 'told', detail });
const restraining: Fields = {
  ...{ courtType: 'crown', courtName: 'Testville', made: moment('2026-07-02'), end: { is: 'until-further-order' } },
  conditions: [{ number: '1', code: noContact.code, wording: noContact.wording }],
};

/** Every kind of form once: who sends it, where, with what, and how many facts it records. */
const forms: readonly (readonly [name: string, desk: () => Desk, path: () => string, fields: () => Fields, facts: number])[] = [
  ['a perpetrator', () => officer, () => '/perpetrators/new', () => ({ family: 'Twiceborn', sex: 'male' }), 1],
  [
    'a protected person',
    () => officer,
    () => `/perpetrators/${cast.perpetrator}/protected-people/new`,
    () => ({ family: 'Onlyonce', sex: 'female' }),
    1,
  ],
  ['a case', () => officer, () => `/perpetrators/${cast.perpetrator}/cases/new`, () => ({ source: 'officer' }), 1],
  [
    'an incident',
    () => officer,
    () => `/cases/${cast.case}/incidents/new`,
    () => ({ on: day('2026-06-20'), conduct: ['gift'], account: 'Flowers' }),
    1,
  ],
  [
    'whether an order was considered',
    () => officer,
    () => `/cases/${cast.case}/consideration`,
    () => ({ decision: 'yes', by: 'officer' }),
    1,
  ],
  [
    'an application',
    () => solicitor,
    () => `/perpetrators/${cast.perpetrator}/applications/new`,
    () => ({
      ...{ filedOn: day('2026-07-03'), courtName: 'Testville', notice: 'with', areaBasis: 'resides', interimSought: 'no' },
      protectedPersonIds: [cast.victim],
    }),
    1,
  ],
  [
    'who was told of a respondent under 18',
    () => officer,
    () => `/applications/${youth}/under-18/contact?of=parent`,
    () => ({ told: 'yes', toldOn: day('2026-07-03'), name: 'P Invented', phone: '01632 960972' }),
    1,
  ],
  [
    'what may be reported',
    () => solicitor,
    () => `/applications/${youth}/under-18/reporting`,
    () => ({ restriction: 'directed', from: day('2026-07-03') }),
    1,
  ],
  [
    'a restraining order',
    () => solicitor,
    () => `/perpetrators/${cast.perpetrator}/orders/new?kind=restraining-conviction`,
    () => ({ ...restraining, origin: 'conviction', protectedPersonIds: [cast.victim] }),
    1,
  ],
  ['what shows that he knew', () => officer, () => `/orders/${cast.order}/awareness`, () => awareness('By phone'), 1],
  ['an arrest', () => officer, () => `/breaches/${cast.breach}/arrest`, () => ({ at: moment('2026-07-03 09:30') }), 1],
  ['a link', () => officer, () => `/perpetrators/${cast.perpetrator}/link/${cast.stranger}`, () => ({ reason: 'He said so himself' }), 1],
  [
    'a contact plan',
    () => officer,
    () => `/protected-people/${cast.victim}/contact/plan`,
    () => ({ rights: 'enhanced', frequency: 'weekly', days: 'every-day', safe: ['email'] }),
    1,
  ],
  [
    'what somebody was told of an order',
    () => officer,
    () => `/orders/${cast.order}/tell?news=made`,
    () => ({ decision: 'told', channel: 'phone-call', role: 'victim-liaison', at: moment('2026-07-03 09:30') }),
    1,
  ],
  [
    'a request that another force looks after somebody',
    () => officer,
    () => `/protected-people/${cast.victim}/safeguarding`,
    () => ({ to: '61' }),
    1,
  ],
  ['an addendum', () => officer, () => `/breaches/${cast.breach}/addendum`, () => ({ text: 'Learned later' }), 1],
  [
    'a corrected time',
    () => officer,
    () => `/breaches/${cast.breach}/time`,
    () => ({ on: day('2026-07-02'), time: '21:05', reason: 'The camera shows it' }),
    1,
  ],
];

describe('A double click', () => {
  it.each(forms)('records %s once, and both lead to it', async (_name, desk, path, fields, facts) => {
    const form = await filled(desk(), path(), fields());
    const before = await recorded();
    const sent = await Promise.all([form.press(), form.press(), form.press()]);
    expect(sent.map(({ status, errors }) => [status, errors])).toEqual([1, 2, 3].map(() => [303, []]));
    expect(new Set(sent.map(({ location }) => location)).size).toBe(1);
    expect(await recorded()).toBe(before + facts);
  });

  it('records a breach once, with the button that saves it', async () => {
    const { page, choices } = await whatWasBreached(officer, cast.perpetrator, { when: '2026-07-03 08:10', kinds: ['call'] });
    const form = await new Form(await officer.client(), `/perpetrators/${cast.perpetrator}/breaches/new`, page).fill({
      ...{
        reporter: 'protected-person',
        account: 'Nine calls',
        reasonableExcuse: 'none-offered',
        alleging: choices.slice(0, 1).map(({ key }) => key),
      },
    });
    const before = await recorded();
    const sent = await Promise.all([form.press('Save as a breach'), form.press('Save as a breach')]);
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect(sent[0]?.location).toBe(sent[1]?.location);
    expect(await recorded()).toBe(before + 1);
  });
});

describe('Two tabs', () => {
  it('with one application in both: the first determines it, the second is told and keeps its words', async () => {
    const tabs = await Promise.all(
      ['Testville', 'Nowhere'].map((courtName) =>
        filled(solicitor, `/applications/${cast.application}/end`, {
          ...{
            outcome: 'withdrawn',
            courtName,
            at: moment('2026-07-03 09:45'),
            reason: 'evidence-withdrawn',
            note: `Heard in ${courtName}`,
          },
        }),
      ),
    );
    const before = await recorded();
    const [first, second] = [await tabs[0]?.press(), await tabs[1]?.press()];
    expect(first?.status).toBe(303);
    expect([second?.status, second?.errors]).toEqual([409, [expect.stringContaining('determined already')]]);
    expect([second?.value('courtName'), second?.value('note')]).toEqual(['Nowhere', 'Heard in Nowhere']);
    expect(await recorded()).toBe(before + 1);
  });

  it('with two reports of one day are two: the second tab is warned, not stopped', async () => {
    const report = (): Promise<WhatWasBreached> =>
      whatWasBreached(officer, cast.perpetrator, { when: '2026-07-03 08:40', kinds: ['approach'] });
    const [one, two] = [await report(), await report()];
    const saved = await one.save();
    expect((await report()).page.main).toContain('This may be reported already');
    const again = await two.save();
    expect(again.at).not.toBe(saved.at);
  });
});

describe('The back button', () => {
  const again: readonly (readonly [of: string, desk: () => Desk, path: () => string, first: Fields, second: Fields, name: string])[] = [
    ['an order', () => solicitor, () => `/orders/${cast.order}/awareness`, awareness('First words'), awareness('Second words'), 'detail'],
    ['a breach', () => officer, () => `/breaches/${cast.breach}/addendum`, { text: 'First words' }, { text: 'Second words' }, 'text'],
    [
      'a person',
      () => officer,
      () => '/perpetrators/new',
      { family: 'Firstword', sex: 'male' },
      { family: 'Secondword', sex: 'male' },
      'family',
    ],
  ];

  it.each(again)('with other words about %s: told, kept, and recorded when sent again', async (_of, desk, path, first, second, name) => {
    const client = await desk().client();
    const shown = await client.get(path());
    const before = await recorded();
    const sent = await (await new Form(client, path(), shown).fill(first)).press();
    expect(sent.status).toBe(303);
    const changed = await (await new Form(client, path(), shown).fill(second)).press();
    expect([changed.status, changed.errors]).toEqual([409, [expect.stringContaining('already sent with other details')]]);
    expect(changed.value(name)).toMatch(/^Second/);
    expect(changed.value('_command')).not.toBe(shown.value('_command'));
    expect(await recorded()).toBe(before + 1);
    expect((await new Form(client, path(), changed).press()).status).toBe(303);
    expect(await recorded()).toBe(before + 2);
  });

  it('with the same words changes nothing, however long after', async () => {
    const form = await filled(officer, `/breaches/${cast.breach}/evidence`, { kind: 'statement', reference: 'MG11/1' });
    const sent = await form.press();
    const before = await recorded();
    expect([(await form.press()).location, await recorded()]).toEqual([sent.location, before]);
  });
});

describe('A machine that tries again', () => {
  const key = (name: string) => ({ 'idempotency-key': name });
  const calls: readonly (readonly [string, () => string, object, object])[] = [
    [
      'a service',
      () => `/orders/${cast.order}/services`,
      { document: 'order', again: true, at: '2026-07-02', method: 'post', proof: 'none-yet', place: 'A letterbox', by: 'PC 0001 Invented' },
      { document: 'order', again: true, at: '2026-07-01', method: 'post', proof: 'none-yet', place: 'A letterbox', by: 'PC 0001 Invented' },
    ],
    [
      'a breach',
      () => `/perpetrators/${cast.perpetrator}/breaches`,
      { at: '2026-07-03T07:00:00.000Z', kinds: ['online'], reporter: 'protected-person', account: 'A post', keep: true },
      { at: '2026-07-03T07:00:00.000Z', kinds: ['online'], reporter: 'protected-person', account: 'Another post', keep: true },
    ],
    ['an addendum', () => `/breaches/${cast.breach}/addendum`, { text: 'From the control room' }, { text: 'Something else' }],
  ];

  it.each(calls)('with one Idempotency-Key gets one answer for %s', async (name, path, body, other) => {
    const { api } = await officer.client();
    const before = await recorded();
    const answers = await Promise.all([1, 2, 3].map(() => api.post(`/api/v1${path()}`, body, key(name))));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body: answer }) => String(answer['id'] ?? answer['breachId']))).size).toBe(1);
    expect(await recorded()).toBe(before + 1);
    const reused = await api.post(`/api/v1${path()}`, other, key(name));
    expect([reused.status, reused.body['reason']]).toEqual([422, 'command-reused']);
    expect((await api.post(`/api/v1${path()}`, other, key(`${name} again`))).status).toBe(201);
    expect(await recorded()).toBe(before + 2);
  });

  it('with the key for another order has that recorded too: it is another request', async () => {
    const { api } = await officer.client();
    const body = { state: 'updated', on: '2026-07-03', reference: 'NR 9' };
    const { items } = await officer.reads<{ items: { id: string }[] }>(`/perpetrators/${cast.perpetrator}/orders`);
    expect(items.length).toBeGreaterThan(1);
    for (const { id } of items) {
      expect((await api.post(`/api/v1/orders/${id}/national-record-confirmations`, body, key('national'))).status).toBe(201);
      expect(await officer.reads(`/orders/${id}`)).toMatchObject({ nationalRecord: [expect.objectContaining({ reference: 'NR 9' })] });
    }
  });
});

describe('Many at once on one record', () => {
  it('are each recorded or told no: what is said to be recorded is on the record', async () => {
    const senders = await Promise.all(Array.from({ length: 12 }, () => story.service.signIn('officer.kent')));
    const words = senders.map((_, nth) => `Seen with it, number ${nth}`);
    const sent = await Promise.all(
      senders.map(async (client, nth) => {
        const form = await openForm(client, `/orders/${cast.order}/awareness`);
        return (await form.fill(awareness(words[nth] ?? ''))).press();
      }),
    );
    expect(sent.every(({ status }) => status === 303 || status === 409)).toBe(true);
    const { awareness: known } = await officer.reads<{ awareness: { detail: string }[] }>(`/orders/${cast.order}`);
    const onRecord = words.filter((text) => known.some(({ detail }) => detail === text));
    expect(onRecord).toEqual(words.filter((_, nth) => sent[nth]?.status === 303));
    expect(onRecord.length).toBeGreaterThan(0);
    for (const refused of sent.filter(({ status }) => status === 409)) expect(refused.value('detail')).toMatch(/^Seen with it/);
  });

  it('let one court decision win', async () => {
    const senders = await Promise.all([1, 2, 3, 4].map(() => story.service.signIn('legal.kent')));
    const path = `/orders/${cast.order}/appeals/${cast.appeal}/determine`;
    const sent = await Promise.all(
      senders.map(async (client, nth) => {
        const outcome = nth % 2 === 0 ? 'confirmed' : 'abandoned';
        return (await (await openForm(client, path)).fill({ courtName: 'Maidstone', at: moment('2026-07-03 09:00'), outcome })).press();
      }),
    );
    expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409, 409, 409]);
    const { appeals } = await solicitor.reads<{ appeals: { determined: { outcome: string } }[] }>(`/orders/${cast.order}`);
    const winner = sent.findIndex(({ status }) => status === 303);
    expect(appeals.map(({ determined }) => determined.outcome)).toEqual([winner % 2 === 0 ? 'dismissed' : 'abandoned']);
  });
});
