import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AccessLog } from '#access/module';
import type { OfflinePerson, OfflineSnapshot } from '#histories';
import { eventually } from './support/eventually.js';
import { fileApplication, grant, noContact, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { Story } from './support/story.js';

jest.setTimeout(60_000);

const look = '0a3f6f60-6e0d-4d5e-9d3e-3a4b1f6c2d10';
let story: Story;
let bound: string;
let restricted: string;
let ofEssex: string;
let snapshot: OfflineSnapshot;

const officer = () => story.desk('officer.kent');
const carried = (id: string): OfflinePerson | undefined => snapshot.people.find((person) => person.id === id);

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  const solicitor = story.desk('legal.kent');
  await perpetrator(officer(), { given: 'Percy', family: 'Plainrecord', born: '1990-01-02' });
  bound = await perpetrator(
    officer(),
    { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' },
    { identifiers: [{ scheme: 'pncid', value: '2099/1G' }] },
  );
  const place = { address: { line1: '1 Safe Street', town: 'Testville', postcode: 'TE5 7ED' }, phone: '07700 900000' };
  const victim = await protectedPerson(officer(), bound, { given: 'Nora', family: 'Nonesuch' }, { phone: place.phone });
  const clause = { code: 'NC-DIR', wording: 'Not to contact Nora Nonesuch' };
  const sealed = { made: '2026-06-30 10:00', until: '2028-06-29', conditions: [clause] };
  const { orderId } = await obtain(solicitor, bound, { filed: '2026-06-20', sealed, protects: [victim] });
  await serve(officer(), orderId, '2026-06-30 15:00');
  restricted = await perpetrator(officer(), { given: 'Rupert', family: 'Restricted' });
  await solicitor.does(`/perpetrators/${restricted}/restriction`, { basis: 'risk-of-harm' });
  // A record of Essex, with an order that Kent keeps.
  ofEssex = await perpetrator(story.desk('officer.essex'), { given: 'Edgar', family: 'Elsewhere', born: '1985-05-06' });
  const guarded = await protectedPerson(officer(), ofEssex, { given: 'Ella', family: 'Letteronly' });
  const application = await fileApplication(solicitor, ofEssex, { filed: '2026-06-20', protects: [guarded] });
  await grant(solicitor, application, {
    made: '2026-06-30 11:00',
    until: null,
    conditions: [{ ...noContact, wording: 'Not to contact Ella Letteronly' }],
  });
  snapshot = await officer().reads<OfflineSnapshot>('/offline/snapshot');
});
afterAll(() => story?.end());

describe('What an officer’s device carries', () => {
  it('is the people of the force and those its orders bind, and says from when and until when it counts', () => {
    expect(snapshot).toMatchObject({
      asAt: '2026-07-01T08:00:00.000Z',
      expiresAt: '2026-07-01T20:00:00.000Z',
      force: 'Kent',
      total: 3,
    });
    expect(snapshot.people.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['PLACEHOLDER, Barnaby', 'ELSEWHERE, Edgar', 'PLAINRECORD, Percy']),
    );
    // Recorded first, and last in the list: nothing binds him.
    expect(snapshot.people.at(-1)?.name).toBe('PLAINRECORD, Percy');
  });

  it('has what the rules need, and of the rest nothing', () => {
    const [order] = carried(bound)?.orders ?? [];
    expect(order?.conditions[0]?.versions[0]?.words.value?.wording).toBe('Not to contact Nora Nonesuch');
    expect(carried(bound)?.protectedPeople).toEqual([expect.objectContaining({ name: 'Nora Nonesuch' })]);
    expect(carried(bound)?.numbers).toEqual([{ scheme: 'pncid', force: null, system: null, value: '2099/0000001G' }]);
    expect(carried(bound)?.asWritten).toEqual([order?.orderId]);
    expect(snapshot.officer).toBe('Pat Invented');
    expect(snapshot.controlRooms['46']).toBe('01632 960046');
    const text = JSON.stringify(snapshot);
    expect(text).not.toMatch(/900000|A street in Testville|PC 0001/);
  });

  it('has nobody whose record is restricted', async () => {
    expect(carried(restricted)).toBeUndefined();
    expect(JSON.stringify(snapshot)).not.toContain(restricted);
  });

  it('is for officers only, and not without end', async () => {
    expect(await story.desk('legal.kent').tries('/api/v1/offline/snapshot')).toBe(403);
    expect(await story.desk('manager.kent').tries('/offline')).toBe(403);
    const statuses: number[] = [];
    for (let nth = 0; nth < 40; nth += 1) statuses.push(await officer().tries('/api/v1/offline/snapshot'));
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
    const refused = await (await officer().client()).api.get('/api/v1/offline/snapshot');
    expect(Number(refused.header('retry-after'))).toBeGreaterThan(0);
  });

  it('does not tell an officer of another force a name', async () => {
    const other = await story.desk('officer.essex').reads<OfflineSnapshot>('/offline/snapshot');
    expect(other.people.map(({ id }) => id)).toEqual([ofEssex]);
    // Words with something hidden in them are no court's words: they are not read out.
    expect([other.people[0]?.orders.length, other.people[0]?.asWritten]).toEqual([1, []]);
    expect(other.people[0]?.protectedPeople).toEqual([expect.objectContaining({ name: 'protected person A' })]);
    expect(JSON.stringify(other)).toContain('Not to contact protected person A');
    expect(JSON.stringify(other)).not.toContain('Letteronly');
  });

  it('says which record of another force waits for a decision, and what is in force on it, without a name', async () => {
    expect(carried(bound)?.waiting).toEqual([]);
    const born = { given: 'Wilfred', family: 'Waitingson', born: '1979-11-12' };
    const same = { identifiers: [{ scheme: 'phone', value: '07700 900123' }] };
    const ours = await perpetrator(officer(), born, same);
    const essex = story.desk('officer.essex');
    const other = await perpetrator(essex, born, same);
    const guarded = await protectedPerson(essex, other, { given: 'Wilma', family: 'Waited' });
    await obtain(story.desk('legal.essex'), other, {
      filed: '2026-06-20',
      sealed: { made: '2026-06-30 10:00', until: '2028-06-29', conditions: [noContact] },
      protects: [guarded],
    });
    const words = { words: 'Another record, of Essex, may be of this person.', inForce: '1 order is in force on it.', isInForce: true };
    await eventually(
      async () => (await officer().sees(`/perpetrators/${ours}/card`)).main,
      (card) => card.includes(words.words) && card.includes(words.inForce),
    );
    const card = await officer().sees(`/perpetrators/${bound}/card`);
    expect(card.html.querySelector('a[href="tel:01632960046"]')?.parentNode?.text).toContain(
      'call the control room of Kent Police, day and night',
    );
    story.itIs('2026-07-01 10:30');
    const { people } = await officer().reads<OfflineSnapshot>('/offline/snapshot');
    expect(people.find(({ id }) => id === ours)?.waiting).toEqual([words]);
  });
});

describe('The service and a device', () => {
  it('share a key that is the same for one officer on one device only', async () => {
    const share = async (user: string, device: string) =>
      (await story.desk(user).reads<{ share: string }>(`/offline/device?device=${device}`)).share;
    const [one, two] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
    const kent = await share('officer.kent', one);
    expect(await share('officer.kent', one)).toBe(kent);
    expect(Buffer.from(kent, 'base64url')).toHaveLength(32);
    expect(new Set([kent, await share('officer.kent', two), await share('officer.essex', one)]).size).toBe(3);
    expect(await officer().tries('/api/v1/offline/device?device=x')).toBe(400);
  });

  it('account for what was seen without signal, and for the snapshot itself', async () => {
    const looks = [
      { id: look, kind: 'card', personId: bound, at: '2026-07-01T08:10:00.000Z' },
      { id: look.replace('0a', '1a'), kind: 'search', words: 'Barnaby', at: '2026-07-01T08:09:00.000Z' },
    ];
    expect(await officer().tells('/offline/looks', { looks })).toEqual({ logged: 2 });
    expect(await officer().isTold('/offline/looks', { looks: [{ id: 'x', kind: 'card', at: 'then' }] })).toBeTruthy();
    const log = story.service.app.get(AccessLog);
    const entries = await log.list({}, 30);
    expect(entries.some(({ kind, route }) => kind === 'offline snapshot' && route === '/api/v1/offline/snapshot')).toBe(true);
    expect(entries.find(({ correlationId }) => correlationId === look)).toMatchObject({
      ...{ kind: 'perpetrator', subject: bound, route: 'offline card', reason: 'seen offline at 2026-07-01T08:10:00.000Z' },
    });
    const searched = entries.find(({ route }) => route === 'offline search');
    expect(searched && (await log.terms(searched))).toEqual({ words: 'Barnaby' });
    expect((await log.verify()).whole).toBe(true);
  });
});
