import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { reportBreach } from './support/breaches.js';
import { noContact, obtain } from './support/orders.js';
import { handOver, perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

jest.setTimeout(120_000);

// A court forbade him the street in which she lives: it names where she is, and the place stands beside it.
const street = 'Not to enter Secret Lane, Hiddenham, ZZ99 1AA';
const instead = 'an area that would show where protected person A can be found (ring Kent’s control room)';
const telling = /Secret Lane|Hiddenham|ZZ99/i;

let story: Story;
let kent: Desk;
let essex: Desk;
let person: string;
let order: string;
let breach: string;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 16:00');
  [kent, essex] = [story.desk('officer.kent'), story.desk('officer.essex')];
  person = await perpetrator(kent, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  const victim = await protectedPerson(kent, person, { given: 'Nora', family: 'Nonesuch' });
  await kent.does(`/protected-people/${victim}/contact/change`, { lines: '5 Secret Lane\nHiddenham', postcode: 'ZZ99 1AA' });
  const area = { code: 'EX-AREA', wording: street, parameters: { area: 'Secret Lane, Hiddenham, ZZ99 1AA' } };
  const sealed = { made: '2026-07-01 10:00', until: '2028-06-30', conditions: [noContact, area] };
  order = (await obtain(story.desk('legal.kent'), person, { filed: '2026-06-20', sealed, protects: [victim] })).orderId;
  story.itIs('2026-07-03 17:00');
  breach = await reportBreach(kent, person, { when: '2026-07-02 21:15', kinds: ['area'] }, [street]);
}, 60_000);
afterAll(() => story.end());

describe('A condition that tells where somebody is', () => {
  it('is told another force by its kind and by whom to ring, on every page', async () => {
    const client = await essex.client();
    const api = [
      `orders/${order}`,
      `perpetrators/${person}/history`,
      `perpetrators/${person}/orders`,
      `breaches/${breach}`,
      'offline/snapshot',
    ];
    const pages = ['', '/card', '/history.pdf?for=file'].map((part) => `/perpetrators/${person}${part}`);
    for (const path of [...pages, `/orders/${order}`, `/breaches/${breach}`, ...api.map((one) => `/api/v1/${one}`)]) {
      const { status, bytes, header } = await client.download(path);
      const isPdf = header('content-type').includes('pdf');
      const text = isPdf
        ? (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text
        : bytes.toString('utf8');
      expect([path, status, text.match(telling)]).toEqual([path, 200, null]);
    }
    const card = await essex.sees(`/perpetrators/${person}/card`);
    expect(card.main).toContain(`enter ${instead}`);
    const page = await essex.sees(`/orders/${order}`);
    expect(page.main).toContain('Stay out of an area');
    expect(page.main).toContain('Not shown: the words would show where protected person A can be found; ring Kent’s control room');
    expect(page.main).toContain(noContact.wording);
  });

  it('can be alleged by another force, by its number and its kind', async () => {
    const client = await essex.client();
    await client.get(`/perpetrators/${person}/breaches/new`);
    const shown = await client.post(`/perpetrators/${person}/breaches/new`, { when: 'now', kinds: ['area'] });
    expect([shown.heading, shown.text.match(telling)]).toEqual(['What was breached?', null]);
    expect(shown.main).toContain('Condition 2: stay out of an area');
  });

  it('is read as it stands by the force that keeps it', async () => {
    for (const path of [`/perpetrators/${person}`, `/perpetrators/${person}/card`, `/orders/${order}`, `/breaches/${breach}`])
      expect([path, (await kent.sees(path)).text.includes(street)]).toEqual([path, true]);
  });

  it('is not told by why the force says that it is necessary, which only those who look after everybody protected read', async () => {
    const why = 'The protected person lives and works there';
    const area = { code: 'EX-AREA', wording: 'Not to enter Mock Street', parameters: { area: 'Mock Street' }, necessity: why };
    const nia = await protectedPerson(kent, person, { given: 'Nia', family: 'Fabrikat' });
    const sealed = { made: '2026-07-02 10:00', until: '2028-07-01', conditions: [area] };
    const { orderId } = await obtain(story.desk('legal.kent'), person, { filed: '2026-06-20', sealed, protects: [nia] });
    await handOver(kent, story.desk('officer.gwent'), '61', nia);
    const paths = [`/orders/${orderId}`, `/api/v1/orders/${orderId}`];
    const reads = async (desk: Desk) =>
      Promise.all(paths.map(async (path) => (await (await desk.client()).download(path)).bytes.toString('utf8').includes(why)));
    expect([await reads(kent), await reads(story.desk('officer.gwent')), await reads(essex)]).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ]);
    expect((await essex.sees(`/orders/${orderId}`)).main).toContain('Not to enter Mock Street');
    await story
      .desk('legal.kent')
      .does(`/orders/${orderId}/correct`, { reason: `Corrected: ${why}`, courtType: 'magistrates', courtName: 'Otherby' });
    const everywhere = [...paths, `/api/v1/perpetrators/${person}/history`, `/perpetrators/${person}`, '/api/v1/offline/snapshot'];
    for (const path of everywhere)
      expect([path, (await (await essex.client()).download(path)).bytes.toString('utf8').includes(why)]).toEqual([path, false]);
    const own = await (await kent.client()).download(`/api/v1/perpetrators/${person}/history`);
    expect(own.bytes.toString('utf8')).toContain(why);
  });

  it('says which force looks after somebody to those who may read the name, also of one who moved back to where they were recorded', async () => {
    const lena = await protectedPerson(story.desk('officer.gwent'), person, { given: 'Lena', family: 'Fabrikat' });
    await handOver(story.desk('officer.gwent'), kent, '46', lena);
    const area = { code: 'EX-AREA', wording: 'Not to enter Mock Street', parameters: { area: 'Mock Street' } };
    const sealed = { made: '2026-07-02 10:00', until: '2028-07-01', conditions: [area] };
    const { orderId } = await obtain(story.desk('legal.kent'), person, { filed: '2026-06-20', sealed, protects: [lena] });
    await handOver(kent, story.desk('officer.gwent'), '61', lena);
    expect((await kent.sees(`/orders/${orderId}`)).main).toContain('Looked after by Gwent now');
    const { main } = await essex.sees(`/orders/${orderId}`);
    expect([main.includes('Looked after by another force now'), main.includes('Gwent')]).toEqual([true, false]);
  });
});
