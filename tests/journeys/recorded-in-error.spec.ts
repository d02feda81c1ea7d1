import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { next, reportBreach, whatWasBreached } from './support/breaches.js';
import { moment } from './support/days.js';
import { eventually } from './support/eventually.js';
import { endApplication, fileApplication, grant, makeInterim, momentJson, obtain, recordOrder, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer, counts, history, uptake, work } from './support/reading.js';
import { type Desk, idIn, Story } from './support/story.js';

interface OrderSays {
  readonly state: { readonly is: string; readonly because: string | null };
  readonly services: readonly { readonly serviceId: string }[];
  readonly known: { readonly shownBy: string };
}

let story: Story;
let solicitor: Desk;
let officer: Desk;
let manager: Desk;
let quentin: string;
let victim: string;
let order: string;
let application: string;
let kept: string;

const says = (orderId: string) => solicitor.reads<OrderSays>(`/orders/${orderId}`);
const reason = 'It was keyed on the record of another man';
const inError = (orderId: string, entry: string, more = {}) => solicitor.does(`/orders/${orderId}/error`, { entry, reason, ...more });
const personPage = () => officer.sees(`/perpetrators/${quentin}`);

beforeAll(async () => {
  story = await Story.begin('2026-05-14 16:00');
  [solicitor, officer, manager] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('manager.kent')];
  quentin = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  victim = await protectedPerson(officer, quentin, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-05-14 10:40', until: '2028-05-13' };
  ({ orderId: order, applicationId: application } = await obtain(solicitor, quentin, { filed: '2026-04-20', sealed, protects: [victim] }));
  await serve(officer, order, '2026-05-14 15:00');
}, 60_000);
afterAll(() => story.end());

describe('A discharge keyed on the wrong order', () => {
  it('leaves the order in force once it is said to be an error, and can still be read', async () => {
    story.itIs('2026-06-20 16:00');
    for (const by of ['respondent', 'applying-chief-officer'])
      await solicitor.tells(`/orders/${order}/discharge-consents`, { by, on: '2026-06-18' });
    await solicitor.does(`/orders/${order}/discharge`, {
      ...{ courtName: 'Testville', at: moment('2026-06-20 11:00'), onApplicationOf: 'respondent', livesElsewhere: 'no' },
    });
    expect(answer(await personPage()).heading).toBe('No order in force');
    kept = idIn(await (await whatWasBreached(officer, quentin, { when: '2026-06-20 14:00', kinds: ['message'] })).keep());
    const form = await solicitor.sees(`/orders/${order}/error`);
    expect(form.main).toContain('Discharge on 20 Jun 2026');
    const page = await inError(order, 'discharge');
    expect(page.find('#state')).toBe('In force');
    const person = await personPage();
    expect(answer(person).heading).toBe('1 order in force');
    expect(history(person).join()).toContain('Recorded in error and counts no more: the discharge of 20 Jun 2026');
    expect(history(person).filter((line) => line.includes('Recorded in error: Order discharged'))).toHaveLength(1);
  });

  it('has what was kept as contact meanwhile looked at again, and alleged', async () => {
    const page = await eventually(
      () => officer.sees(`/breaches/${kept}`),
      (seen) => seen.main.includes('turned out to have been in force when this happened'),
    );
    expect(next(page)[0]).toContain('Decide whether it is a breach: the order was in force after all');
    const { flags } = await officer.reads<{ flags: { flagId: string; is: string }[] }>(`/breaches/${kept}`);
    const review = `/breaches/${kept}/flags/${flags[0]?.flagId}`;
    const asked = await officer.sees(review);
    expect([asked.all('input[name=decision]').length, asked.main.includes('allege it first')]).toEqual([3, true]);
    const note = 'He wrote while the order stood';
    expect(await officer.isRefused(review, { decision: 'alleged', note })).toEqual([expect.stringContaining('Add the allegation first')]);
    const [choice] = (await officer.sees(`/breaches/${kept}/allegation`)).html.querySelectorAll('input[name=alleging]');
    await officer.does(`/breaches/${kept}/allegation`, { alleging: choice?.getAttribute('value') ?? '' });
    const after = await officer.does(review, { decision: 'alleged', note });
    expect(after.main).toContain('No order was in force when it happened, as far as anybody knew then');
    expect(after.main).toContain(`It is alleged to be a breach of that order now. ${note}`);
  });

  it('is said once, by the force that keeps the order alone, of what is on record', async () => {
    expect(await solicitor.isTold(`/orders/${order}/errors`, { entry: 'discharge', reason })).toBe('no-such-entry');
    expect(await solicitor.isRefused(`/orders/${order}/error`, {})).toEqual([
      'Select what was recorded in error',
      'Enter what happened, and how it was found out',
    ]);
    const essex = await story.desk('legal.essex').client();
    expect((await essex.get(`/orders/${order}/error`)).status).toBe(403);
    expect((await essex.api.post(`/api/v1/orders/${order}/errors`, { entry: 'discharge', reason })).status).toBe(403);
  });

  it('is told to whom the order protects, who may have heard of the discharge', async () => {
    const rows = await eventually(
      () => work(officer),
      (all) => all.some(({ what, words }) => what.startsWith('tell') && words.includes('recorded in error')),
    );
    expect(rows.map(({ words }) => words)).toContain('Tell the protected person of the discharge of 20 Jun 2026 being recorded in error');
    const { main } = await officer.sees(`/protected-people/${victim}/told`);
    expect(main).toContain('the discharge of 20 Jun 2026 being recorded in error');
    expect(main).toContain(`Why: ${reason}`);
    const form = await officer.sees(`/orders/${order}/tell`);
    expect(form.main).toContain(`The discharge of 20 Jun 2026 being recorded in error, 20 Jun 2026 ${reason}`);
  });
});

describe('A service keyed on the wrong order', () => {
  it('leaves him not known to know of it', async () => {
    const [service] = (await says(order)).services;
    expect((await says(order)).known.shownBy).toBe('service');
    await inError(order, `service:${service?.serviceId}`);
    expect(await says(order)).toMatchObject({ known: { shownBy: 'nothing' }, services: [] });
  });
});

describe('An order recorded twice', () => {
  it('bound nobody, is in no figure, and its breaches are looked at again', async () => {
    const before = (await uptake(manager)).total['made'];
    const twice = await recordOrder(solicitor, quentin, {
      ...{ kind: 'restraining-conviction', origin: 'conviction', courtType: 'crown', protects: [victim] },
      sealed: { made: '2026-06-01', until: null, present: true },
    });
    story.itIs('2026-06-22 09:00');
    const breach = await reportBreach(officer, quentin, { when: '2026-06-21 21:00', kinds: ['message'] });
    expect((await uptake(manager)).total['made']).toBe((before ?? 0) + 1);
    expect(await solicitor.isRefused(`/orders/${twice}/error`, { entry: 'order', reason })).toEqual([
      'Select why the order should not be on record',
    ]);
    const page = await inError(twice, 'order', { why: 'twice' });
    expect(page.find('#state')).toContain('recorded in error, it bound nobody');
    const person = await personPage();
    expect(answer(person).orders).toEqual(['Stalking protection order']);
    expect(person.main).toContain('recorded in error');
    expect(Object.values(counts(person))).toContain('1 1 in force');
    expect((await uptake(manager)).total['made']).toBe(before);
    const { flags } = await eventually(
      () => officer.reads<{ flags: { is: string }[] }>(`/breaches/${breach}`),
      (breached) => breached.flags.length > 0,
    );
    expect(flags).toMatchObject([{ is: 'order-in-error' }]);
    expect(
      await solicitor.isTold(`/orders/${twice}/awareness`, {
        document: 'order',
        at: momentJson('2026-06-20'),
        basis: 'told',
        detail: 'By phone',
      }),
    ).toBe('order-in-error');
  });
});

describe('A determination keyed on the wrong application', () => {
  it('lets the application wait again, and the interim order be in force', async () => {
    const filed = await fileApplication(solicitor, quentin, { filed: '2026-06-10', protects: [victim] });
    const interim = await makeInterim(solicitor, filed, { made: '2026-06-15 11:00', until: '2026-09-30' });
    await endApplication(solicitor, filed, 'refused', '2026-06-19');
    expect((await says(interim)).state).toMatchObject({ is: 'not-in-force', because: 'ceased' });
    const page = await solicitor.does(`/applications/${filed}/error`, { reason });
    expect(page.find('#state')).toBe('Waiting to be determined');
    expect((await says(interim)).state.is).toBe('in-force');
    const lines = history(await personPage());
    expect(lines.some((line) => line.includes('Recorded in error: the determination of 19 Jun 2026'))).toBe(true);
    expect(lines.some((line) => line.includes('Recorded in error: Application refused'))).toBe(true);
    expect(await solicitor.isTold(`/applications/${filed}/errors`, { reason })).toBe('not-determined');
  });
});

describe('An interim order that no court made', () => {
  it('has the first notification asked under the full order that stood in its place, from its service', async () => {
    story.itIs('2026-07-20 16:00');
    const filed = await fileApplication(solicitor, quentin, { filed: '2026-07-01', protects: [victim] });
    const interim = await makeInterim(solicitor, filed, { made: '2026-07-03 11:00', until: '2026-09-30' });
    const full = await grant(solicitor, filed, { made: '2026-07-17 11:00', until: '2028-07-16' });
    expect((await serve(officer, full, '2026-07-20 10:00')).main).not.toContain('must notify the police at a police station by');
    const duties = async () => (await officer.sees(`/orders/${full}`)).find('[aria-labelledby=notification]');
    expect(await duties()).toContain('This order asks for no first notification');
    await inError(interim, 'order', { why: 'never-made' });
    const told = (desk: Desk) => desk.sees(`/orders/${interim}`);
    expect((await told(officer)).main).toContain(`Said on 20 Jul 2026 by Kent: no court made it. ${reason}`);
    // What the force noted of it is for those who may read its words.
    expect((await told(manager)).main).toContain('Said on 20 Jul 2026 by Kent: no court made it.');
    expect((await told(manager)).main).not.toContain(reason);
    expect(await duties()).not.toContain('This order asks for no first notification');
    expect(await duties()).toContain('22 Jul 2026');
    expect(history(await personPage()).join()).toContain('In place of no interim order, so that the first notification is asked under it');
  });
});

describe('The papers for a court', () => {
  const pack = async () => (await solicitor.sees(`/applications/${application}/pack?of=since`)).main;
  const facts = (page: string) => Number(/Chronology (\d+) recorded facts/.exec(page)?.[1]);

  it('ask for nothing of an order that should not be on record, and tell of nothing recorded in error', async () => {
    const before = await pack();
    expect(before).toContain('Conditions 1 as the court made them');
    await inError(order, 'order', { why: 'never-made' });
    const after = await pack();
    expect(after).toContain('Conditions None drafted yet');
    // Its making and the grant are gone; its service and its discharge were not told of before.
    expect(facts(before) - facts(after)).toBe(2);
  });
});
