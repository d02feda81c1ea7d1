import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Cast, castOf } from './support/cast.js';
import { noContact } from './support/orders.js';
import { Story } from './support/story.js';

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
