import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessLog } from '#access/module';
import { Keyring } from '#event-store';
import type { Client } from '../support/client.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let kent: Client;
let essex: Client;
let legal: Client;

beforeAll(async () => {
  service = await startService();
  kent = await service.signIn('officer.kent');
  essex = await service.signIn('officer.essex');
  legal = await service.signIn('legal.kent');
}, 60_000);
afterAll(() => service.close());

const dateOfBirth = { day: '4', month: '3', year: '1988' };
const person = { given: 'Quentin', family: 'Exampleson', dateOfBirth, sex: 'male' };

/** Records a perpetrator by form; the id. */
async function record(client: Client, fields: object): Promise<string> {
  await client.get('/perpetrators/new');
  const answer = await client.post('/perpetrators/new', fields);
  expect([answer.status, answer.errors]).toEqual([303, []]);
  return answer.location.split('/').at(-1) ?? '';
}

/** Searches by form; the names found. */
async function search(client: Client, fields: object): Promise<string[]> {
  const results = await client.submit('/search', fields);
  expect(results.status).toBe(200);
  return results.all('.ow-hit h2');
}

const looks = () => service.app.get(AccessLog).list({}, 20);

describe('Recording a perpetrator', () => {
  it('takes everything known in one form, and the person can be found at once', async () => {
    const id = await record(kent, {
      ...person,
      aliases: [{ given: 'Kwentin', family: 'Fictionson' }],
      identifiers: [
        { scheme: 'pncid', value: '2099/1g' },
        { scheme: 'nominal', value: 'N-17', system: 'niche' },
      ],
      addresses: [{ lines: '1 Nowhere Road\nTestville', postcode: 'zz99 9zz' }],
      occupation: 'Baker',
    });
    const answer = await kent.api.get(`/api/v1/perpetrators/${id}`);
    expect(answer.body).toMatchObject({
      force: '46',
      restricted: false,
      identity: { dateOfBirth: '1988-03-04' },
      aliases: [{ name: { given: 'Kwentin' } }],
      identifiers: [{ value: '2099/0000001G' }, { system: 'niche', value: 'N-17' }],
      addresses: [{ address: { lines: ['1 Nowhere Road', 'Testville'], postcode: 'ZZ99 9ZZ' } }],
      occupation: { occupation: 'Baker', policeForce: null },
    });
    expect(await search(essex, { name: 'fictionson' })).toEqual(['EXAMPLESON, Quentin']);
  });

  it('says what to put right and keeps what was typed', async () => {
    await kent.get('/perpetrators/new');
    const missing = await kent.post('/perpetrators/new', { given: 'Quentin', identifiers: [{ value: '1' }] });
    expect([missing.status, missing.value('given')]).toEqual([400, 'Quentin']);
    expect(missing.errors.sort()).toEqual([
      'Enter the family name, or the only name',
      'Select the kind of number',
      'Select the sex, or that it is not known',
    ]);
    const refused = await kent.post('/perpetrators/new', { ...person, identifiers: [{ scheme: 'pncid', value: '2099/0000001H' }] });
    expect([refused.status, refused.errors[0]]).toEqual([409, expect.stringContaining('last letter')]);
    const unborn = await kent.post('/perpetrators/new', { ...person, dateOfBirth: { day: '1', month: '1', year: '2027' } });
    expect([unborn.status, unborn.errors]).toEqual([409, ['Date of birth must be today or in the past']]);
  });

  it('works by the API, once for one key', async () => {
    const details = { family: 'Mockman', given: 'Dex', sex: 'male', dateOfBirth: '1979-12-01' };
    const first = await kent.api.post('/api/v1/perpetrators', details, { 'idempotency-key': 'nominal 4711' });
    const again = await kent.api.post('/api/v1/perpetrators', details, { 'idempotency-key': 'nominal 4711' });
    expect([first.status, again.body]).toEqual([201, first.body]);
    const found = await essex.api.post('/api/v1/perpetrators/search', { name: 'mokman' });
    expect(found.body).toMatchObject({ total: 1, items: [{ perpetratorId: first.body['id'], why: [{ by: 'name', how: 'like' }] }] });
  });
});

describe('Adding to a record', () => {
  let id: string;
  beforeAll(async () => {
    id = await record(kent, { given: 'Ada', family: 'Samplewright', sex: 'female' });
  });

  it.each([
    ['aliases/new', { given: 'Adele', family: 'Samplewright' }, 'Add another name'],
    ['addresses/new', { lines: '2 Nowhere Road', from: { day: '5', month: '1', year: '2026' } }, 'Add an address'],
    ['identifiers/new', { scheme: 'cro', value: '1/99w' }, 'Add a number'],
    ['correct', { given: 'Ada', family: 'Samplewright', dateOfBirth, sex: 'female', reason: 'Told by her mother' }, 'Correct details'],
    ['occupation', { occupation: 'Plumber' }, 'Record an occupation'],
  ])('%s is shown, recorded, and refused when nothing is new', async (path, fields, heading) => {
    const shown = await kent.get(`/perpetrators/${id}/${path}`);
    expect([shown.status, shown.heading, shown.find('.govuk-caption-l')]).toEqual([200, heading, 'SAMPLEWRIGHT, Ada']);
    const done = await kent.post(`/perpetrators/${id}/${path}`, fields);
    expect([done.status, done.location]).toEqual([303, `/perpetrators/${id}`]);
    await kent.get(`/perpetrators/${id}/${path}`);
    expect((await kent.post(`/perpetrators/${id}/${path}`, fields)).status).toBe(409);
    await essex.get(`/perpetrators/${id}/${path}`);
    const foreign = await essex.post(`/perpetrators/${id}/${path}`, fields);
    expect([foreign.status, foreign.errors[0]]).toEqual([409, expect.stringContaining('another force')]);
  });

  it('shows all of it in the record', async () => {
    expect((await kent.api.get(`/api/v1/perpetrators/${id}`)).body).toMatchObject({
      identity: { dateOfBirth: '1988-03-04' },
      aliases: [{ name: { given: 'Adele' } }],
      addresses: [{ from: '2026-01-05' }],
      identifiers: [{ value: '000001/99W' }],
      occupation: { occupation: 'Plumber' },
    });
  });

  it('answers a program with the id of what it added, and tells it back with instants and codes beside the words', async () => {
    const added = await kent.api.post(`/api/v1/perpetrators/${id}/aliases`, { family: 'Zaz' });
    expect(added.body).toEqual({ id: expect.any(String), recorded: true, position: expect.any(String), shown: true });
    expect(added.body['id']).not.toBe(id);
    const { identity, lines } = (await kent.api.get(`/api/v1/perpetrators/${id}/history`)).body as unknown as {
      readonly identity: { readonly alsoKnownAs: readonly string[] };
      readonly lines: readonly object[];
    };
    expect(identity).toMatchObject({ is: 'recorded', dateOfBirth: '1988-03-04' });
    expect(identity.alsoKnownAs).toContain('Zaz');
    const recordedAt = '2026-11-21T12:00:00.000Z';
    expect(lines).toContainEqual(
      expect.objectContaining({ is: 'AliasRecorded', heading: 'Also known as Zaz', on: '2026-11-21', until: '2026-11-21', recordedAt }),
    );
  });

  it('needs a record', async () => {
    expect((await kent.get('/perpetrators/00000000-0000-4000-8000-000000000000/aliases/new')).status).toBe(404);
    expect((await kent.api.post('/api/v1/perpetrators/none/aliases', { family: 'Fictionson' })).status).toBe(404);
  });
});

describe('Searching', () => {
  it('never puts what is looked for into an address', async () => {
    await kent.get('/search');
    const sent = await kent.post('/search', { name: 'Exampleson', dateOfBirth });
    expect([sent.status, sent.location]).toEqual([303, expect.stringMatching(/^\/search\/[0-9a-f-]{36}$/)]);
    const results = await kent.get(sent.location);
    expect(results.find('.ow-hit')).toContain('also known as Kwentin Fictionson');
    expect(results.find('.ow-hit')).toContain('Why it is here: Name like Quentin Exampleson; same date of birth');
    expect([results.value('name'), results.value('dateOfBirth[year]')]).toEqual(['Exampleson', '1988']);
    expect(results.main).toContain('Only forces that have sent data');
    expect(service.log.join('')).not.toMatch(/Exampleson|1988-03|"1988"/);
  });

  it('writes what was looked for down before it answers, readable only with the key', async () => {
    await search(essex, { name: 'Nobody Atall' });
    const [look] = await looks();
    expect(look).toMatchObject({ kind: 'search', subject: null, route: '/search/:searchId', force: '42' });
    expect(JSON.stringify(look)).not.toContain('Atall');
    expect(await service.app.get(AccessLog).terms(look!)).toEqual({ name: 'Nobody Atall' });
  });

  it('shows results to nobody but the one who searched, and not for ever', async () => {
    await kent.get('/search');
    const { location } = await kent.post('/search', { name: 'Exampleson' });
    expect((await essex.get(location)).location).toBe('/search');
    for (const who of [kent, essex, legal]) expect((await who.get('/search')).status).toBe(200);
    service.clock.forward({ minutes: 10 });
    for (const who of [kent, essex, legal]) expect((await who.get('/search')).status).toBe(200);
    service.clock.forward({ minutes: 10 });
    expect((await kent.get(location)).status).toBe(200);
    for (const who of [essex, legal]) expect((await who.get('/search')).status).toBe(200);
    service.clock.forward({ minutes: 10 });
    const ended = await kent.follow(await kent.get(location));
    expect(ended.main).toContain('no longer kept');
  });

  it('asks for something to look for, and says why nobody may be found', async () => {
    const nothing = await kent.submit('/search', { name: ' - ' });
    expect([nothing.status, nothing.errors]).toEqual([400, ['Enter a name, a number or a date of birth']]);
    const wrong = await kent.submit('/search', { dateOfBirth: { day: '31', month: '2', year: '1988' } });
    expect([wrong.status, wrong.errors]).toEqual([400, ['The date of birth must be a real date']]);
    expect((await kent.submit('/search', { name: 'Zebediah' })).main).toContain('only forces that have sent data');
    expect((await kent.api.post('/api/v1/perpetrators/search', {})).status).toBe(400);
  });
});

describe('A police employee', () => {
  it('is absent for colleagues from the first save, in searches, counts, pages and the API', async () => {
    const id = await record(legal, {
      given: 'Sham',
      family: 'Constable',
      sex: 'male',
      policeForce: '46',
      identifiers: [{ scheme: 'pncid', value: '2099/2H' }],
    });
    expect(await search(legal, { name: 'Sham Constable' })).toEqual(['CONSTABLE, Sham']);
    for (const terms of [{ name: 'Sham Constable' }, { identifier: '2099/0000002H' }]) {
      expect(await search(kent, terms)).toEqual([]);
      expect((await kent.api.post('/api/v1/perpetrators/search', terms)).body).toMatchObject({ items: [], total: 0 });
    }
    for (const path of ['aliases/new', 'correct', 'protected-people/new']) {
      expect((await kent.get(`/perpetrators/${id}/${path}`)).status).toBe(404);
    }
    await kent.get('/search');
    expect((await kent.post(`/perpetrators/${id}/aliases/new`, { family: 'Fictionson' })).status).toBe(404);
    expect((await kent.api.get(`/api/v1/perpetrators/${id}`)).status).toBe(404);

    const restriction = `/perpetrators/${id}/restriction`;
    const shown = await legal.get(restriction);
    expect(shown.all('main li')).toEqual([expect.stringContaining('legal.kent')]);
    expect((await legal.post(`${restriction}/readers`, { readers: 'nobody.known' })).errors).toEqual([
      'Check reader 1: no open account has that user name',
    ]);
    expect((await legal.post(`${restriction}/readers`, { readers: 'legal.kent\nofficer.kent' })).status).toBe(303);
    expect(await search(kent, { name: 'Sham Constable' })).toEqual(['CONSTABLE, Sham']);
    const lifted = await legal.api.post(`/api/v1/perpetrators/${id}/restriction/lift`, { reason: 'Asked for' });
    expect([lifted.status, lifted.body['reason']]).toEqual([409, 'still-police-employee']);
  });

  it('is not needed to restrict a record and open it again', async () => {
    const id = await record(legal, { given: 'Cleo', family: 'Placeholder', sex: 'female' });
    await legal.get(`/perpetrators/${id}/restriction`);
    expect((await legal.post(`/perpetrators/${id}/restriction`, { basis: 'risk-of-harm' })).status).toBe(303);
    expect(await search(kent, { name: 'Cleo Placeholder' })).toEqual([]);
    await legal.get(`/perpetrators/${id}/restriction`);
    const missing = await legal.post(`/perpetrators/${id}/restriction/lift`, {});
    expect([missing.status, missing.errors]).toEqual([400, ['Enter why the restriction is lifted']]);
    expect((await legal.post(`/perpetrators/${id}/restriction/lift`, { reason: 'The risk has passed' })).status).toBe(303);
    expect(await search(kent, { name: 'Cleo Placeholder' })).toEqual(['PLACEHOLDER, Cleo']);
  });
});

describe('A protected person', () => {
  let from: string;
  let page: string;
  beforeAll(async () => {
    from = await record(kent, { given: 'Barnaby', family: 'Placeholder', sex: 'male' });
    await kent.get(`/perpetrators/${from}/protected-people/new`);
    const made = await kent.post(`/perpetrators/${from}/protected-people/new`, {
      given: 'Nora',
      family: 'Nonesuch',
      sex: 'female',
      phone: '07700 900000',
      safeTimes: 'Text only',
      lines: '3 Hidden Lane',
      postcode: 'ZZ99 9ZY',
    });
    if (made.status !== 303) throw new Error(`Not recorded: ${made.errors.join('; ')}`);
    page = made.location;
  });

  it('is shown by name, without how to reach her', async () => {
    const shown = await kent.get(page);
    expect(shown.heading).toBe('NONESUCH, Nora');
    expect(shown.text).not.toMatch(/07700|Hidden Lane/);
    expect((await kent.api.get(`/api/v1${page}`)).text).not.toMatch(/07700|Hidden Lane/);
    expect((await essex.get(page)).status).toBe(404);
    expect((await essex.api.get(`/api/v1/perpetrators/${from}/protected-people`)).body).toMatchObject({
      items: [{ letter: 'A', name: null }],
    });
  });

  it('is reached only by the force that looks after her, and every look is logged by itself', async () => {
    const contact = await kent.get(`${page}/contact`);
    expect(contact.main).toContain('3 Hidden Lane, ZZ99 9ZY');
    const [look] = await looks();
    expect(look).toMatchObject({ kind: 'safe-contact', subject: page.split('/').at(-1), force: '46' });
    expect((await essex.get(`${page}/contact`)).status).toBe(404);
    expect((await essex.api.get(`/api/v1${page}/contact`)).status).toBe(404);
  });

  it('is corrected, given a new contact and handed over, with all that she told', async () => {
    const corrected = await kent.submit(`${page}/correct`, {
      given: 'Nora',
      family: 'Nonesuch',
      dateOfBirth,
      sex: 'female',
      reason: 'Told by her',
    });
    expect(corrected.main).toContain('4 Mar 1988');
    const changing = await kent.get(`${page}/contact/change`);
    expect([changing.value('phone'), changing.value('lines')]).toEqual(['07700 900000', '3 Hidden Lane']);
    expect((await kent.post(`${page}/contact/change`, { safeTimes: 'Email only', email: 'not an address' })).errors).toEqual([
      'Enter an email address like name@example.com',
    ]);
    expect((await kent.post(`${page}/contact/change`, { safeTimes: 'Email only', email: 'nora@example.com' })).status).toBe(303);
    expect((await kent.api.get(`/api/v1${page}/contact`)).body).toMatchObject({ phone: null, email: 'nora@example.com', address: null });
    await kent.get(`${page}/safeguarding`);
    expect((await kent.post(`${page}/safeguarding`, { to: '42' })).status).toBe(303);
    expect((await kent.get(`${page}/contact`)).main).toContain('nora@example.com');
    await essex.get(`${page}/handover`);
    expect((await essex.post(`${page}/handover`, { answer: 'accept' })).status).toBe(303);
    expect((await kent.get(`${page}/contact`)).status).toBe(404);
    expect((await essex.get(`${page}/contact`)).main).toContain('nora@example.com');
  });
});

describe('Erasing a person', () => {
  const erasure = { basis: 'court-order', authority: 'Order 99/2026' };
  const keyOf = async (id: string) => (await service.app.get(Keyring).keys([id])).get(id);

  it('takes two administrators, shows them no name, and leaves nothing to find', async () => {
    const id = await record(kent, { given: 'Vera', family: 'Vanishing', sex: 'female' });
    const [one, other] = [await service.signIn('administrator'), await service.signIn('administrator.second')];
    const shown = await one.get(`/perpetrators/${id}/erase`);
    expect([shown.status, shown.heading]).toEqual([200, 'Erase a person']);
    const missing = await one.post(`/perpetrators/${id}/erase`, {});
    expect([missing.status, missing.errors]).toEqual([400, ['Select the legal basis', 'Enter who decided this, by office and reference']]);
    await one.get(`/perpetrators/${id}/erase`);
    const asked = await one.follow(await one.post(`/perpetrators/${id}/erase`, erasure));
    expect(asked.main).toContain('another administrator of your force must confirm it');
    expect(asked.html.querySelector('main form')).toBeNull();
    expect(await search(kent, { name: 'Vanishing' })).toHaveLength(1);
    expect((await kent.get(`/perpetrators/${id}`)).main).toContain('Erasing the personal data asked for');

    expect((await other.get('/erasures')).main).toContain(id);
    const waits = await other.get(`/erasures/${id}`);
    expect(waits.main).toMatch(/Asked by Ada Unreal .*A court ordered it .*Order 99\/2026/);
    for (const page of [shown, asked, waits]) expect(page.text).not.toContain('Vanishing');
    const unseen = await other.post(`/erasures/${id}`, {});
    expect([unseen.status, unseen.errors]).toEqual([400, ['Select that you have seen the decision and that it is about this record']]);
    const done = await other.follow(await other.post(`/erasures/${id}`, { seen: 'yes' }));
    expect(done.heading).toBe('This person’s data was erased');
    expect(await search(kent, { name: 'Vanishing' })).toEqual([]);
    expect((await kent.api.get(`/api/v1/perpetrators/${id}`)).body).toEqual({ id, force: '46', erased: true });
    expect(await keyOf(id)).toBe('destroyed');
    expect((await other.get('/erasures')).main).toContain('Nothing waits to be confirmed');
    for (const path of [`/perpetrators/${id}/erase`, '/erasures', `/erasures/${id}`]) expect((await kent.get(path)).status).toBe(403);
  });

  it('is refused in words to whoever asked, and to everybody when it was not asked or is too late', async () => {
    const id = await record(kent, { given: 'Vincent', family: 'Vestige', sex: 'male' });
    const [one, other] = [await service.signIn('administrator'), await service.signIn('administrator.second')];
    const told = async (client: Client) => {
      const answer = await client.api.post(`/api/v1/erasures/${id}`, { seen: 'yes' });
      return [answer.status, answer.body['reason']];
    };
    expect((await other.get(`/erasures/${id}`)).status).toBe(404);
    expect(await told(other)).toEqual([409, 'erasure-not-asked']);
    expect((await one.api.post(`/api/v1/perpetrators/${id}/erasure`, erasure)).status).toBeLessThan(300);
    expect((await other.api.get('/api/v1/erasures')).body).toMatchObject({ items: [{ id, until: '2026-12-05', askedByYou: false }] });
    expect(await told(one)).toEqual([409, 'erasure-asked-by-you']);
    const refused = await one.post(`/erasures/${id}`, { seen: 'yes' });
    expect([refused.status, refused.errors]).toEqual([
      409,
      ['You asked for this erasure, so you cannot confirm it. Another administrator must'],
    ]);
    expect((await other.api.post(`/api/v1/perpetrators/${id}/erasure`, erasure)).body['reason']).toBe('erasure-asked-already');

    service.clock.forward({ days: 15 });
    const late = await service.signIn('administrator.second');
    expect(await told(late)).toEqual([409, 'erasure-out-of-time']);
    expect((await late.get(`/erasures/${id}`)).main).toContain('Nobody confirmed this in time, so nothing was erased');
    expect((await late.get('/erasures')).main).toContain('Nothing waits to be confirmed');
    expect(await keyOf(id)).toBeInstanceOf(Buffer);
  });
});
