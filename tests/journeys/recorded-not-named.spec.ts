import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noContact, obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, idIn, Story } from './support/story.js';

let story: Story;
let officer: Desk;
let solicitor: Desk;
let essex: Desk;
let zeb: string;
let nora: string;

const waiting = 'Recorded, not yet named by an order, application or report';
const page = (desk: Desk) => desk.sees(`/perpetrators/${zeb}`);

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  [officer, solicitor, essex] = [story.desk('officer.kent'), story.desk('legal.kent'), story.desk('officer.essex')];
  zeb = await perpetrator(officer, { given: 'Zeb', family: 'Samplesson', born: '1979-09-09' });
  nora = await protectedPerson(officer, zeb, { given: 'Nora', family: 'Nonesuch', born: '1985-05-25' });
}, 60_000);
afterAll(() => story.end());

describe('Somebody to be protected who was just recorded', () => {
  it('stands on the page of the perpetrator, by name only for those who may read it', async () => {
    expect((await page(officer)).main).toMatch(new RegExp(`${waiting}:.*Nora Nonesuch`));
    const shown = await page(essex);
    expect(shown.main).toMatch(new RegExp(`${waiting}:.*A protected person`));
    expect(shown.main).not.toContain('Nonesuch');
  });

  it('is noticed before they are recorded again, and somebody else is recorded all the same', async () => {
    const form = await (
      await officer.form(`/perpetrators/${zeb}/protected-people/new`)
    ).fill({ given: 'Norah', family: 'Nonesuch', sex: 'female' });
    const asked = await form.press();
    expect(asked.main).toContain('This may be somebody who is recorded already');
    expect(asked.html.querySelector(`main a[href="/protected-people/${nora}"]`)?.textContent).toBe('Nora Nonesuch');
    expect(asked.html.querySelector('input[name=given]')?.getAttribute('value')).toBe('Norah');
    const again = await officer.does(`/perpetrators/${zeb}/protected-people/new`, { given: 'Una', family: 'Nonesuch', sex: 'female' });
    expect(idIn(again)).not.toBe(nora);
    expect((await page(officer)).main).toMatch(/Nora Nonesuch.*Una Nonesuch|Una Nonesuch.*Nora Nonesuch/);
  });

  it('no longer waits to be named once an order names them', async () => {
    const sealed = { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [noContact] };
    await obtain(solicitor, zeb, { filed: '2026-06-01', protects: [nora], sealed });
    const { main } = await page(officer);
    expect(main.slice(main.indexOf(waiting))).not.toMatch(/^[^·]*Nora Nonesuch.*Addresses/);
    expect(main).toContain('Nora Nonesuch');
  });
});
