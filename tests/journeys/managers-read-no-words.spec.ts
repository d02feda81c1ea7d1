import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Cast, castOf } from './support/cast.js';
import { noContact } from './support/orders.js';
import { Story } from './support/story.js';
import { extractText, getDocumentProxy } from 'unpdf';

let story: Story;
let cast: Cast;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  cast = await castOf(story, story.desk('legal.kent'), story.desk('officer.kent'));
});
afterAll(() => story.end());

it("the court's wording and what was noted reach those who may read names, and no manager", async () => {
  const paths = [`/orders/${cast.order}`, `/breaches/${cast.breach}`, `/perpetrators/${cast.perpetrator}/history`];
  for (const path of paths) {
    const read = JSON.stringify(await story.desk('officer.kent').reads(path));
    expect([path, read.includes(noContact.wording)]).toEqual([path, true]);
    const withheld = JSON.stringify(await story.desk('manager.kent').reads(path));
    expect([path, withheld.includes(noContact.wording), withheld.includes('Nonesuch')]).toEqual([path, false, false]);
  }
});

it('where a perpetrator lives and their telephone number reach who serves and prepares orders, and no manager', async () => {
  const [officer, manager] = [story.desk('officer.kent'), story.desk('manager.kent')];
  const person = `/perpetrators/${cast.perpetrator}`;
  await officer.tells(`${person}/addresses`, { lines: '7 Figment Row\nNowhereton', postcode: 'ZZ99 5FG', from: '2026-01-02' });
  await officer.tells(`${person}/identifiers`, { scheme: 'phone', value: '07700 900555' });
  const told = /Figment|5FG|900 ?555|7700900555/i;
  const pdf = async (desk: typeof officer, path: string) => {
    const { status, bytes } = await (await desk.client()).download(path);
    return status === 200 ? (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text : '';
  };
  const page = async (desk: typeof officer, path: string) => (await (await desk.client()).get(path)).text;
  const pages = [person, `${person}/card`, `/orders/${cast.order}`, `/breaches/${cast.breach}`, `/cases/${cast.case}`, '/work', '/search'];
  const answers = [`/api/v1${person}`, `/api/v1${person}/history`, `/api/v1/orders/${cast.order}`, `/api/v1/cases/${cast.case}`];
  for (const path of [...pages, ...answers]) expect([path, told.test(await page(manager, path))]).toEqual([path, false]);
  expect(told.test(await pdf(manager, `${person}/history.pdf`))).toBe(false);
  expect(await page(manager, person)).toContain('Not shown to your role');
  for (const path of [person, `/api/v1${person}`]) expect([path, told.test(await page(officer, path))]).toEqual([path, true]);
  // That a number fits is told, not the number.
  const { api } = await manager.client();
  for (const number of ['07700 900555', '0900555']) {
    const found = await api.post('/api/v1/perpetrators/search', { identifier: number });
    expect([number, /900 ?555/.test(found.text)]).toEqual([number, false]);
  }
});

it('a manager reads each condition once on the card', async () => {
  const card = await story.desk('manager.kent').sees(`/perpetrators/${cast.perpetrator}/card`);
  const lines = card.all('.ow-card__lines li');
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect([line, line.slice(0, line.length / 2) === line.slice(line.length / 2)]).toEqual([line, false]);
});

it('a manager is told that the words of a report are not shown to the role, not that they were erased', async () => {
  const { main } = await story.desk('manager.kent').sees(`/breaches/${cast.breach}`);
  expect(main).toMatch(/In words\s+Not shown to your role/);
  expect(main).not.toMatch(/erased/i);
  expect((await story.desk('officer.kent').sees(`/breaches/${cast.breach}`)).main).not.toContain('Not shown to your role');
});

it('so are the number of a case, and what is written of an incident', async () => {
  const path = `/cases/${cast.case}`;
  const officer = story.desk('officer.kent');
  await officer.tells(`${path}/references`, { kind: 'crime', system: 'Athena', number: '46/210/26' });
  await officer.tells(`${path}/incidents/${cast.incident}/error`, { reason: 'It was his brother' });
  const { main } = await story.desk('manager.kent').sees(path);
  expect(main).toContain('Crime number not shown to your role (Athena');
  expect(main).toContain('Recorded in error Why is not shown to your role');
  expect(main).not.toMatch(/erased|Recorded in error Recorded in error|46\/210\/26/i);
  expect((await officer.sees(path)).main).toContain('Crime number 46/210/26 (Athena');
});
