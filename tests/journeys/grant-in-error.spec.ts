import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileApplication, grant, makeInterim } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { history, uptake } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

interface OrderSays {
  readonly state: { readonly is: string; readonly because: string | null };
}

let story: Story;
let solicitor: Desk;
let officer: Desk;
let manager: Desk;
let quentin: string;
let victim: string;

const says = (orderId: string) => solicitor.reads<OrderSays>(`/orders/${orderId}`);
const inError = (orderId: string, why: string) =>
  solicitor.does(`/orders/${orderId}/error`, { entry: 'order', reason: 'It was keyed on the record of another man', why });

beforeAll(async () => {
  story = await Story.begin('2026-07-25 16:00');
  [solicitor, officer, manager] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('manager.kent')];
  quentin = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  victim = await protectedPerson(officer, quentin, { given: 'Nora', family: 'Nonesuch' });
}, 60_000);
afterAll(() => story.end());

describe('A full order that no court made, granted while an interim order was in force', () => {
  const granted = async () => {
    const application = await fileApplication(solicitor, quentin, { filed: '2026-07-22', protects: [victim] });
    const interim = await makeInterim(solicitor, application, { made: '2026-07-23 11:00', until: '2026-12-31' });
    const full = await grant(solicitor, application, { made: '2026-07-24 11:00', until: '2028-07-23' });
    expect((await says(interim)).state).toMatchObject({ is: 'not-in-force', because: 'ceased' });
    return { application, interim, full };
  };

  it('takes the decision with it: the interim order is in force, the application waits, and the figures say so', async () => {
    const before = (await uptake(manager)).total['granted'];
    const { application, interim, full } = await granted();
    expect((await solicitor.sees(`/orders/${full}/error`)).main).toContain('counts as not decided again');
    await inError(full, 'never-made');
    expect((await says(full)).state).toMatchObject({ is: 'not-in-force', because: 'recorded-in-error' });
    expect((await says(interim)).state.is).toBe('in-force');
    expect((await officer.sees(`/perpetrators/${quentin}/card`)).main).toContain('until the end of 31 Dec 2026');
    expect((await solicitor.sees(`/applications/${application}`)).find('#state')).toBe('Waiting to be determined');
    expect(history(await officer.sees(`/perpetrators/${quentin}`)).join()).toContain('Recorded in error: Application granted');
    expect((await uptake(manager)).total['granted']).toBe(before);
    const again = await grant(solicitor, application, { made: '2026-07-25 15:00', until: '2028-07-24' });
    expect((await says(again)).state.is).toBe('in-force');
    expect((await says(interim)).state).toMatchObject({ is: 'not-in-force', because: 'ceased' });
  });

  it('leaves the decision where the order is only recorded twice', async () => {
    const { application, interim, full } = await granted();
    await inError(full, 'twice');
    expect((await says(interim)).state).toMatchObject({ is: 'not-in-force', because: 'ceased' });
    expect((await solicitor.sees(`/applications/${application}`)).find('#state')).toContain('Granted');
  });
});
