import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportBreach } from './support/breaches.js';
import { day, moment } from './support/days.js';
import { noContact, obtain, serve } from './support/orders.js';
import { handOver, perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let officer: Desk;
let nora: string;
let breach: string;
let order: string;
let solicitor: Desk;

const attempt = { document: 'order', at: '2026-06-20T11:30:00Z', method: 'personal', result: 'Nobody opened' };
/** What happened to the order last. */
const newest = async () => {
  const { services } = await officer.reads<{ services: readonly { readonly serviceId: string }[] }>(`/orders/${order}`);
  return services.at(-1)?.serviceId;
};

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  officer = story.desk('officer.kent');
  const zeb = await perpetrator(officer, { given: 'Zeb', family: 'Samplesson', born: '1979-09-09' });
  nora = await protectedPerson(officer, zeb, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [noContact] };
  solicitor = story.desk('legal.kent');
  ({ orderId: order } = await obtain(solicitor, zeb, { filed: '2026-06-01', protects: [nora], sealed }));
  breach = await reportBreach(officer, zeb, { when: '2026-06-19 21:15', kinds: ['message'] }, [noContact.wording]);
  await officer.does(`/breaches/${breach}/arrest`, { at: moment('2026-06-20 09:00') });
}, 60_000);
afterAll(() => story.end());

describe('What a protected person was told', () => {
  const page = () => `/protected-people/${nora}/told`;

  it('stands on a page of its own, what waits first: of the order that protects them, and of each step after a report', async () => {
    const before = await officer.sees(page());
    expect(before.main).toMatch(
      /To be told.*Of the arrest, by the end of 22 Jun 2026\s*Message, 1\d Jun 2026.*Of the making of the order, by the end of 22 Jun 2026/,
    );
    const arrest = `/breaches/${breach}/tell-victim?of=arrest&person=${nora}`;
    expect(before.html.querySelectorAll('main a').map((link) => link.getAttribute('href'))).toContain(arrest);
    await officer.does(arrest, {
      ...{ decision: 'told', channel: 'phone-call', role: 'officer-in-case', by: 'PC 0000 Sample' },
      at: moment('2026-06-20 11:30'),
    });
    const after = await officer.sees(page());
    expect(after.main).toMatch(/20 Jun 2026 at 11:30: told of the arrest Officer in the case, PC 0000 Sample, Kent, phone call/);
    expect(after.main).not.toContain('Of the arrest, by');
  });

  it('is said of the order once, with who told them and how', async () => {
    const made = `/orders/${order}/tell?person=${nora}&news=made`;
    const said = { decision: 'told', channel: 'text-message', role: 'victim-liaison', at: moment('2026-06-20 11:40') };
    expect(await officer.isRefused(made, { ...said, role: '' })).toEqual(['Select who told them or decided it']);
    expect((await officer.does(made, said)).at).toBe(page());
    expect((await officer.sees(page())).main).toMatch(/told of the making of the order Victim liaison, Kent, text message/);
    expect(await officer.isRefused(made, said)).toEqual(['They were told of this already. Open what they were told to see when']);
    const person = await officer.reads<{ perpetratorId: string }>(`/protected-people/${nora}`);
    expect((await officer.sees(`/perpetrators/${person.perpetratorId}`)).main).toContain('Nora Nonesuch told of the making of the order');
  });

  it('stands on the work list until it is told, not told or not to be told', async () => {
    const kind = 'kind=tell-of-order';
    expect((await officer.sees(`/work?${kind}`)).main).not.toContain('Tell the protected person of');
    await serve(officer, order, '2026-06-20 12:00');
    story.itIs('2026-06-20 13:00');
    const { week } = await officer.reads<{
      week: { items: readonly { readonly words: string; readonly next: { readonly href: string } }[] };
    }>(`/work?when=week&${kind}`);
    expect(week.items.map(({ words }) => words)).toEqual(['Tell the protected person of the service on the respondent']);
    const form = week.items[0]?.next.href ?? '';
    await officer.does(form, {
      ...{ decision: 'do-not-tell', withheld: 'standing-wish', reach: 'order', role: 'victim-liaison', note: 'She said so in March' },
      at: moment('2026-06-20 12:50'),
    });
    expect((await officer.sees(`/work?${kind}`)).main).not.toContain('Tell the protected person of');
    expect((await officer.sees(page())).main).toMatch(
      /Do not tell of the service on the respondent.*They do not want to hear of it.*holds for all else/,
    );
    await officer.tells(`/orders/${order}/service-attempts`, attempt);
    expect((await officer.sees(page())).main).toContain('Nothing that is recorded waits to be told');
  });

  it('is for those who may read the name', async () => {
    const [essex, manager] = [story.desk('officer.essex'), story.desk('manager.kent')];
    expect(await essex.tries(page())).toBe(404);
    expect(await manager.tries(page())).toBe(403);
    expect(await essex.tries(`/orders/${order}/tell`)).toBe(403);
    expect(await manager.tries(`/orders/${order}/tell`)).toBe(403);
    const { perpetratorId } = await officer.reads<{ perpetratorId: string }>(`/protected-people/${nora}`);
    for (const [desk, path] of [essex, manager].flatMap((one) =>
      [`/orders/${order}`, `/perpetrators/${perpetratorId}`].map((at) => [one, at] as const),
    )) {
      const { main } = await desk.sees(path);
      expect(main).not.toContain('Nora');
      expect(main).not.toContain('She said so in March');
    }
  });
});

describe('How to keep in touch', () => {
  const plan = {
    ...{ rights: 'enhanced', frequency: 'weekly', days: 'weekdays', from: '17:00', until: '19:00', alsoTell: 'Ivy Specimen, ISAC' },
    ...{ safe: ['text-message'], never: ['letter', 'home-visit'] },
  };
  const contact = () => `/protected-people/${nora}/contact`;

  it('is agreed with them, and shown where somebody is about to tell them, never with where they are', async () => {
    expect((await officer.sees(contact())).main).toContain('Nothing is agreed yet');
    expect(await officer.isRefused(`${contact()}/plan`, { ...plan, never: ['text-message'] })).toEqual([
      'A way cannot be safe and never to be used. Take it out of one of the two',
    ]);
    expect(await officer.isRefused(`${contact()}/plan`, { ...plan, until: 'banana' })).toEqual(['Enter a time like 23:40']);
    await officer.does(`${contact()}/plan`, plan);
    await officer.does(`${contact()}/change`, { phone: '07700 900123' });
    for (const path of [`/protected-people/${nora}/told`, `/orders/${order}/tell`, `/breaches/${breach}/tell-victim`]) {
      const { main } = await officer.sees(path);
      expect(main).toMatch(/Not now\s*Safe times: Monday to Friday, from 17:00 to 19:00.*Never: letter and visit at home/);
      expect(main).not.toContain('07700');
    }
  });

  it('a way marked never is recorded only with the reason why it was used', async () => {
    const told = { protectedPersonId: nora, decision: 'told', channel: 'letter', role: 'victim-liaison' };
    const refused = ['Their contact plan says never to use this way. Select another, or enter why it was used all the same'];
    const at = moment('2026-06-20 11:50');
    expect(await officer.isRefused(`/breaches/${breach}/tell-victim`, { ...told, of: 'report-decision', at })).toEqual(refused);
    const { api } = await officer.client();
    const body = { ...told, of: 'report-decision', at: '2026-06-20T10:50:00.000Z' };
    expect((await api.post(`/api/v1/breaches/${breach}/tell-victim`, body)).status).toBe(409);
    expect((await api.post(`/api/v1/breaches/${breach}/tell-victim`, { ...body, against: 'She asked for it' })).status).toBe(201);
    expect((await officer.sees(`/protected-people/${nora}/told`)).main).toContain(
      'Told otherwise than their contact plan says: She asked for it',
    );
  });

  it('sets the clocks: five working days where a reason is recorded, else one', async () => {
    await serve(officer, order, '2026-06-20 12:55', 'order', { again: 'yes' });
    const letter = { protectedPersonId: nora, newsId: await newest(), decision: 'told', channel: 'letter', role: 'victim-liaison' };
    expect(await officer.isRefused(`/orders/${order}/tell`, { ...letter, at: moment('2026-06-20 12:58') })).toEqual([
      expect.stringContaining('says never to use this way'),
    ]);
    const text = { ...letter, channel: 'text-message', at: moment('2026-06-20 12:58') };
    expect(await officer.isRefused(`/orders/${order}/tell`, text)).toEqual([expect.stringContaining('does not call that a safe time')]);
    const { api } = await officer.client();
    const body = { ...text, at: '2026-06-20T11:58:00.000Z', against: 'She wrote first' };
    expect((await api.post(`/api/v1/orders/${order}/tell`, body)).status).toBe(201);
    await solicitor.does(`/orders/${order}/appeal`, { on: day('2026-06-20'), by: 'respondent', against: 'making' });
    const due = async () =>
      (await officer.reads<{ waiting: { due: string }[] }>(`/protected-people/${nora}/told`)).waiting.map((one) => one.due);
    expect(await due()).toEqual(['2026-06-22']);
    expect(await officer.isRefused(`${contact()}/plan`, { ...plan, rights: 'standard' })).toEqual([
      'Select why they are not under Enhanced Rights',
    ]);
    await officer.does(`${contact()}/plan`, { ...plan, rights: 'standard', standardBecause: 'their-choice' });
    expect(await due()).toEqual(['2026-06-26']);
    const { week } = await officer.reads<{ week: { items: readonly { readonly dueBy: string }[] } }>('/work?when=week&kind=tell-of-order');
    expect(week.items.map(({ dueBy }) => dueBy)).toEqual(['2026-06-26']);
  });

  it('is for the force that looks after them', async () => {
    expect(await story.desk('officer.essex').tries(contact())).toBe(404);
    expect(await story.desk('officer.essex').tries(`${contact()}/plan`)).toBe(404);
    expect(await story.desk('manager.kent').tries(`${contact()}/plan`)).toBe(403);
    await handOver(officer, story.desk('officer.essex'), '42', nora);
    expect(await officer.tries(`${contact()}/plan`)).toBe(404);
    const { main } = await officer.sees(`/protected-people/${nora}/told`);
    expect(main).toContain('Another force looks after them');
    expect(main).not.toContain('17:00');
    expect((await story.desk('officer.essex').sees(contact())).main).toContain('Enhanced Rights');
  });
});

describe('After a report', () => {
  it('the risk is recorded, and somebody else reviews it', async () => {
    const next = async (): Promise<string> => (await officer.sees(`/breaches/${breach}`)).main;
    expect(await next()).toContain('Say how great the risk is');
    const high = { risk: 'high', at: moment('2026-06-20 11:00') };
    expect(await officer.isRefused(`/breaches/${breach}/safety`, high)).toEqual([
      'Select what was done at once: high risk cannot be left as it is',
    ]);
    await officer.does(`/breaches/${breach}/safety`, { ...high, actions: ['alarm', 'patrols'] });
    expect(await next()).not.toContain('Say how great the risk is');
    expect(await next()).toContain('Done at once: alarm or panic button given and patrols asked for');
    const agreed = { decision: 'agreed', at: moment('2026-06-20 11:30') };
    expect(await officer.isRefused(`/breaches/${breach}/supervision`, agreed)).toEqual([
      'You recorded this report. Somebody else must review it',
    ]);
    await story.desk('legal.kent').does(`/breaches/${breach}/supervision`, agreed);
    expect(await next()).not.toContain('Have a supervisor review it');
  });
});
