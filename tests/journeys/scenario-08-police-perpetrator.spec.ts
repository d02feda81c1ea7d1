import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportBreach } from './support/breaches.js';
import { noContact, obtain, serve } from './support/orders.js';
import { found, perpetrator, protectedPerson } from './support/people.js';
import { answer, uptake, work } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let reader: Desk;
let colleague: Desk;
let manager: Desk;
let sham: string;
let victim: string;
let ids: { applicationId: string; orderId: string; breachId: string };

beforeAll(async () => {
  story = await Story.begin('2026-06-01 16:00');
  [reader, colleague, manager] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('manager.kent')];
  sham = await perpetrator(
    reader,
    { given: 'Sham', family: 'Exampleson', born: '1984-05-06' },
    {
      ...{ occupation: 'Police constable', policeForce: '46' },
      identifiers: [{ scheme: 'pncid', value: '2099/0000002H' }],
    },
  );
}, 60_000);
afterAll(() => story.end());

describe('Scenario 8: a constable of the force is recorded as a perpetrator', () => {
  it('is restricted with the first save: a colleague at his station never sees him, not even for a moment', async () => {
    expect(await colleague.tries(`/perpetrators/${sham}`)).toBe(404);
    expect(await found(colleague, 'Sham Exampleson')).toEqual([]);
    expect(await found(reader, 'Sham Exampleson')).toEqual(['EXAMPLESON, Sham']);
    expect((await reader.sees(`/perpetrators/${sham}`)).main).toContain('Restricted record');
  });

  it('stays out of sight with all that is recorded about him from then on', async () => {
    victim = await protectedPerson(reader, sham, { given: 'Nora', family: 'Nonesuch' }, { phone: '07700 900000' });
    const sealed = { made: '2026-06-01 11:00', until: '2028-05-31' };
    const { applicationId, orderId } = await obtain(reader, sham, { filed: '2026-06-01', sealed, protects: [victim] });
    await serve(reader, orderId, '2026-06-01 15:00');
    story.itIs('2026-06-03 10:00');
    const breachId = await reportBreach(reader, sham, { when: '2026-06-02 21:00', kinds: ['message'] });
    ids = { applicationId, orderId, breachId };
    for (const path of [
      `/perpetrators/${sham}`,
      `/perpetrators/${sham}/breaches/new`,
      `/perpetrators/${sham}/aliases/new`,
      `/orders/${orderId}`,
      `/orders/${orderId}/serve`,
      `/breaches/${breachId}`,
      `/breaches/${breachId}/arrest`,
    ]) {
      expect([path, await reader.tries(path)]).toEqual([path, 200]);
      expect([path, await colleague.tries(path)]).toEqual([path, 404]);
    }
    const api = (await colleague.client()).api;
    for (const path of [
      `/perpetrators/${sham}`,
      `/perpetrators/${sham}/history`,
      `/perpetrators/${sham}/orders`,
      `/perpetrators/${sham}/breaches`,
      `/orders/${orderId}`,
      `/applications/${applicationId}`,
      `/breaches/${breachId}`,
    ]) {
      expect([path, (await (await reader.client()).api.get(`/api/v1${path}`)).status]).toEqual([path, 200]);
      expect([path, (await api.get(`/api/v1${path}`)).status]).toEqual([path, 404]);
    }
  });

  it('has protected people of whom nobody else learns even that there are some', async () => {
    const api = (await colleague.client()).api;
    const nobody = '/api/v1/perpetrators/00000000-0000-4000-8000-000000000000/protected-people';
    const [hidden, none] = [await api.get(`/api/v1/perpetrators/${sham}/protected-people`), await api.get(nobody)];
    expect([hidden.status, none.status]).toEqual([404, 404]);
    const { correlationId: _, ...same } = none.body;
    expect(hidden.body).toMatchObject(same);
    expect(await reader.reads(`/perpetrators/${sham}/protected-people`)).toMatchObject({ items: [{ name: 'Nora Nonesuch' }] });
  });

  it('is the offence of stalking to those who may see it', async () => {
    expect(await reader.reads(`/breaches/${ids.breachId}`)).toMatchObject({
      isBreach: true,
      allegations: [{ offenceCode: 'ST19001', wording: noContact.wording }],
    });
  });

  it('cannot be changed by a colleague who guesses the address', async () => {
    const client = await colleague.client();
    const before = (await reader.reads<{ awareness: object[] }>(`/orders/${ids.orderId}`)).awareness.length;
    for (const [path, json] of [
      [`/orders/${ids.orderId}/awareness`, { at: '2026-06-02', basis: 'told', detail: 'A guess' }],
      [`/breaches/${ids.breachId}/addendum`, { text: 'A guess' }],
      [`/breaches/${ids.breachId}/no-further-action`, { at: '2026-06-03T08:00:00.000Z', reason: 'other' }],
      [`/perpetrators/${sham}/breaches`, { at: '2026-06-02T20:00:00.000Z', kinds: ['message'], account: 'A guess', keep: true }],
    ] as const) {
      expect([path, (await client.api.post(`/api/v1${path}`, json)).status]).toEqual([path, 404]);
      await client.get('/search');
      expect([path, (await client.post(path, json)).status]).toEqual([path, 404]);
    }
    expect((await reader.reads<{ awareness: object[] }>(`/orders/${ids.orderId}`)).awareness).toHaveLength(before);
    expect(await reader.reads(`/breaches/${ids.breachId}`)).toMatchObject({ status: { is: 'alleged' } });
  });
});

describe('An occupation that reads like the police, with no force named', () => {
  const he = { family: 'Inventedson', given: 'Ffion', sex: 'female', occupation: 'Police constable' };

  it('is asked before anything is saved, on the form and by the API', async () => {
    const client = await reader.client();
    await client.get('/perpetrators/new');
    const asked = await client.post('/perpetrators/new', he);
    expect([asked.status, asked.errors]).toEqual([
      409,
      ['This occupation reads as if the police employ them. Select the force, or tick that the police do not employ them'],
    ]);
    const answered = await client.api.post('/api/v1/perpetrators', he);
    expect([answered.status, answered.body['errors']]).toEqual([409, [expect.objectContaining({ pointer: '/policeForce' })]]);
    expect(await found(reader, 'Ffion Inventedson')).toEqual([]);
  });

  it('is saved in sight of all once it is said that the police do not employ them, and asked again for the next occupation', async () => {
    const client = await reader.client();
    const { status, body } = await client.api.post('/api/v1/perpetrators', { ...he, notPolice: true });
    expect(status).toBe(201);
    expect(await found(colleague, 'Ffion Inventedson')).toEqual(['INVENTEDSON, Ffion']);
    const path = `/perpetrators/${String(body['id'])}/occupation`;
    await client.get(path);
    expect((await client.post(path, { occupation: 'Custody sergeant' })).status).toBe(409);
    expect((await client.api.post(`/api/v1${path}`, { occupation: 'Custody sergeant' })).status).toBe(409);
    expect((await client.api.post(`/api/v1${path}`, { occupation: 'Custody sergeant', policeForce: '46' })).status).toBe(201);
    expect(await found(colleague, 'Ffion Inventedson')).toEqual([]);
  });
});

describe('A record that nobody could open to others again', () => {
  const employed = { given: 'Gwil', family: 'Inventedson', sex: 'male', policeForce: '46' };

  it('is not made: one of the legal team is among its readers, and nobody who opens no records', async () => {
    const { api } = await colleague.client();
    for (const [readers, told] of [
      [undefined, 'Name at least one of your force’s legal team, for instance legal.kent'],
      ['officer.kent', 'Name at least one of your force’s legal team'],
      ['legal.essex', 'Name at least one of your force’s legal team'],
      ['administrator', 'Check reader 1: that account opens no records'],
    ]) {
      const { status, body } = await api.post('/api/v1/perpetrators', { ...employed, readers });
      expect([status, body['errors']]).toEqual([409, [{ pointer: '/readers', detail: expect.stringContaining(told ?? '') }]]);
    }
    const { status, body } = await api.post('/api/v1/perpetrators', { ...employed, readers: 'legal.kent' });
    expect(status).toBe(201);
    expect((await reader.sees(`/perpetrators/${String(body['id'])}/restriction`)).main).toContain('officer.kent');
  });

  it('is not made of one that the force’s people work with: another occupation is recorded with one of them as its reader', async () => {
    const known = await perpetrator(reader, { given: 'Hywel', family: 'Inventedson', born: '1971-08-09' });
    const { api } = await colleague.client();
    const news = { occupation: 'Special constable', policeForce: '46' };
    expect((await api.post(`/api/v1/perpetrators/${known}/occupation`, news)).status).toBe(409);
    expect((await reader.sees(`/perpetrators/${known}`)).status).toBe(200);
    expect((await api.post(`/api/v1/perpetrators/${known}/occupation`, { ...news, readers: 'legal.kent' })).status).toBe(201);
    expect((await reader.sees(`/perpetrators/${known}`)).status).toBe(200);
  });
});

describe('A colleague who counts', () => {
  it('finds nothing in searches by name, number or date of birth', async () => {
    for (const terms of [{ name: 'Exampleson' }, { identifier: '2099/0000002H' }, { name: 'Sham', dateOfBirth: '1984-05-06' }]) {
      const api = (await colleague.client()).api;
      expect((await api.post('/api/v1/perpetrators/search', terms)).body).toMatchObject({ items: [], total: 0 });
    }
  });

  it('finds nothing in the work list', async () => {
    expect(await work(colleague)).toEqual([]);
    expect((await colleague.sees('/work')).main).not.toContain('EXAMPLESON');
    expect((await work(reader)).length).toBeGreaterThan(0);
    expect((await reader.sees('/work')).main).toContain('EXAMPLESON');
  });

  it('finds nothing in the figures, their lists and their files', async () => {
    const seen = await uptake(manager);
    expect(seen.total).toMatchObject({ filed: 0, granted: 0, made: 0 });
    expect(seen.people).toEqual({ applications: 0, orders: 0 });
    expect(seen.standing.every(({ live }) => live === 0)).toBe(true);
    expect(seen.breached.every(({ made, breached }) => made === 0 && breached === 0)).toBe(true);
    for (const list of ['orders', 'applications']) expect((await manager.reads<{ items: object[] }>(`/uptake/${list}`)).items).toEqual([]);
    const file = await (await manager.client()).get('/uptake/forces.csv');
    expect(file.text).not.toMatch(/Kent/);
    expect((await uptake(reader)).total).toMatchObject({ filed: 1, granted: 1, made: 1 });
  });

  it('learns nothing of the protected person from it', async () => {
    expect(await colleague.tries(`/protected-people/${victim}`)).toBe(404);
    expect(await colleague.tries(`/protected-people/${victim}/contact`)).toBe(404);
    expect(await manager.tries(`/perpetrators/${sham}`)).toBe(404);
  });
});

describe('A named reader', () => {
  it('sees all of it once named, and nothing any more once not', async () => {
    const restriction = `/perpetrators/${sham}/restriction`;
    await reader.sees(restriction);
    const client = await reader.client();
    expect((await client.post(`${restriction}/readers`, { readers: 'legal.kent\nofficer.essex' })).status).toBe(303);
    const named = story.desk('officer.essex');
    expect(answer(await named.sees(`/perpetrators/${sham}`)).heading).toBe('1 order in force');
    expect(await found(named, 'Sham Exampleson')).toEqual(['EXAMPLESON, Sham']);
    await named.sees(`/orders/${ids.orderId}`);
    await named.sees(`/breaches/${ids.breachId}`);
    await client.get(restriction);
    expect((await client.post(`${restriction}/readers`, { readers: 'legal.kent' })).status).toBe(303);
    expect(await named.tries(`/perpetrators/${sham}`)).toBe(404);
    expect(await named.tries(`/orders/${ids.orderId}`)).toBe(404);
    expect(await found(named, 'Sham Exampleson')).toEqual([]);
  });
});
