import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tellWhen } from './support/breaches.js';
import { Form } from './support/form.js';
import { type Clause, noContact, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

interface Alleged {
  readonly allegations: readonly { readonly orderId: string }[];
}

const ofTheOther: Clause = { code: 'NC-DIR', wording: 'Not to contact the second protected person by any means' };
const asked = 'Stalking protection order of 1 Jun 2026, Kent';

let story: Story;
let officer: Desk;
let him: string;
let percy: string;
let ivy: string;
let ofPercy: string;
let ofIvy: string;

const report = (over: object) => ({
  ...{ at: '2026-06-20T09:00:00.000Z', kinds: ['message'], account: 'A letter', reporter: 'protected-person' },
  ...over,
});
/** The keys of the one condition of each order, as the form offers them. */
async function keys(): Promise<string[]> {
  const page = await tellWhen(officer, him, { when: '2026-06-20 10:00', kinds: ['message'] });
  return page.html.querySelectorAll('input[name=alleging]').map((box) => box.getAttribute('value') ?? '');
}
const keyOf = async (orderId: string) => (await keys()).find((key) => key.startsWith(orderId)) ?? '';

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  officer = story.desk('officer.kent');
  const legal = story.desk('legal.kent');
  him = await perpetrator(legal, { given: 'Quentin', family: 'Fictionsson', born: '1988-03-04' });
  percy = await protectedPerson(legal, him, { given: 'Percy', family: 'Lorem' });
  ivy = await protectedPerson(legal, him, { given: 'Ivy', family: 'Dummyton' });
  const order = async (made: string, protects: string, clause: Clause) => {
    const sealed = { made: `${made} 10:00`, until: '2029-05-01', conditions: [clause] };
    const { orderId } = await obtain(legal, him, { filed: '2026-04-20', sealed, protects: [protects] });
    await serve(officer, orderId, `${made} 12:00`);
    return orderId;
  };
  ofPercy = await order('2026-05-04', percy, noContact);
  ofIvy = await order('2026-06-01', ivy, ofTheOther);
}, 60_000);
afterAll(() => story.end());

describe('An order that protects none of the people it was done to', () => {
  it('is asked about once on the page, with everything typed kept, and saved once it is confirmed', async () => {
    const page = await tellWhen(officer, him, { when: '2026-06-20 10:00', kinds: ['message'] });
    expect(page.main).not.toContain('protect none of the people');
    const told = { account: 'A letter', reporter: 'protected-person', reasonableExcuse: 'none-offered', people: [percy] };
    const client = await officer.client();
    const path = `/perpetrators/${him}/breaches/new`;
    const alleging = [await keyOf(ofPercy), await keyOf(ofIvy)];
    const again = await (await new Form(client, path, page).fill({ ...told, alleging })).press('Save as a breach');
    expect([again.status, again.errors.length]).toEqual([409, 1]);
    expect(again.errors[0]).toContain(`${asked} protects none of the people it was done to`);
    expect(again.all('input[name=evenSo]')).toHaveLength(1);
    expect(again.find('textarea[name=account]')).toBe('A letter');
    expect(again.html.querySelectorAll('input[name=alleging][checked]')).toHaveLength(2);
    const saved = await (await new Form(client, path, again).fill({ evenSo: [ofIvy] })).press('Save as a breach');
    expect(saved.status).toBe(303);
    const { allegations } = await officer.reads<Alleged>(saved.location.replace(/\?.*/, ''));
    expect(allegations.map(({ orderId }) => orderId).toSorted()).toEqual([ofPercy, ofIvy].toSorted());
  });

  it('is refused to a program with its name and the field that confirms it', async () => {
    const alleging = [await keyOf(ofIvy)];
    const client = await officer.client();
    const path = `/api/v1/perpetrators/${him}/breaches`;
    const { status, body, text } = await client.api.post(path, report({ alleging, people: [percy] }));
    expect([status, body['reason']]).toEqual([409, 'protects-none-named']);
    expect(text).toContain(`${asked} (${ofIvy}) protects none of the people it was done to`);
    expect(text).toContain('send its id in evenSo');
    await officer.tells(`/perpetrators/${him}/breaches`, report({ alleging, people: [percy], evenSo: [ofIvy] }));
    await officer.tells(`/perpetrators/${him}/breaches`, report({ alleging, people: [ivy] }));
    await officer.tells(`/perpetrators/${him}/breaches`, report({ alleging }));
    const described = await client.get('/api/openapi.json');
    expect(described.text).toContain('the ids of orders that were breached even so, though they protect none of the people it was done to');
  });

  it('is asked about also when it is alleged afterwards', async () => {
    const { id } = await officer.tells(`/perpetrators/${him}/breaches`, report({ alleging: [await keyOf(ofPercy)], people: [percy] }));
    const added = { alleging: await keyOf(ofIvy) };
    const [told] = await officer.isRefused(`/breaches/${id}/allegation`, added);
    expect(told).toContain(asked);
    expect(await officer.isTold(`/breaches/${id}/allegation`, added)).toBe('protects-none-named');
    await officer.tells(`/breaches/${id}/allegation`, { ...added, evenSo: [ofIvy] });
    const { allegations } = await officer.reads<Alleged>(`/breaches/${id}`);
    expect(allegations.map(({ orderId }) => orderId)).toEqual([ofPercy, ofIvy]);
  });
});
