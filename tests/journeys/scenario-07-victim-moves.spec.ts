import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

const contact = { code: 'NC-DIR', wording: 'Not to contact the protected person by any means' };
const area = { code: 'EX-AREA', wording: 'Not to enter Exampleford', parameters: { area: 'Exampleford' } };

let story: Story;
let kent: Desk;
let kentOfficer: Desk;
let gwent: Desk;
let silas: string;
let nora: string;
let order: string;

beforeAll(async () => {
  story = await Story.begin('2026-05-14 16:00');
  [kent, kentOfficer, gwent] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('officer.gwent')];
  silas = await perpetrator(kentOfficer, { given: 'Silas', family: 'Contrived', born: '1970-10-10' });
  nora = await protectedPerson(kentOfficer, silas, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-05-14 10:00', until: '2028-05-13', conditions: [contact, area] };
  order = (await obtain(kent, silas, { filed: '2026-05-14', sealed, protects: [nora] })).orderId;
  await serve(kentOfficer, order, '2026-05-14 15:00');
}, 60_000);
afterAll(() => story.end());

interface Row {
  readonly what: string;
  readonly dueBy: string;
  readonly why: string;
  readonly next: { readonly href: string };
}
const workOf = async (desk: Desk): Promise<Row[]> => {
  const parts = await desk.reads<Record<string, { readonly items: readonly Row[] }>>('/work');
  return Object.values(parts).flatMap(({ items }) => (items ?? []).filter(({ what }) => what === 'follow-move'));
};
const page = async (desk: Desk) => (await desk.sees(`/orders/${order}`)).main;
const moved = 'A protected person has moved: an area does not follow';

describe('Scenario 7: the protected person moves to another force', () => {
  it('leaves nothing behind while she is where she was', async () => {
    expect(await page(kent)).not.toContain(moved);
  });

  it('leaves the order in force with all its conditions, and an area that does not follow her', async () => {
    await kent.does(`/protected-people/${nora}/safeguarding`, { to: '61' });
    expect(answer(await gwent.sees(`/perpetrators/${silas}`)).heading).toContain('in force');
    const shown = await page(kent);
    expect(shown).toContain(moved);
    expect(shown).toContain('Looked after by Gwent now');
    expect(shown).toContain('condition 2 names a place that stays where it was');
    expect(shown).toContain(contact.wording);
  });

  it('asks the force that keeps the order for a variation, and tells the other that it can', async () => {
    expect(await page(gwent)).toContain('Kent keeps the order and can ask the court to vary it');
    const toAsk = await workOf(kent);
    expect(toAsk.map(({ dueBy, why }) => [dueBy, why])).toEqual([['2026-05-21', expect.stringContaining('Our rule')]]);
    expect(await workOf(gwent)).toEqual([]);
    const link = (await kent.sees(`/orders/${order}`)).link('Ask the court to vary the order');
    expect(await kent.tries(link)).toBe(200);
    await kent.does(toAsk[0]?.next.href ?? '', { reason: 'She lives in Gwent now' });
    expect(await workOf(kent)).toEqual([]);
    expect(await page(kent)).toContain('A variation is being prepared');
  });
});
