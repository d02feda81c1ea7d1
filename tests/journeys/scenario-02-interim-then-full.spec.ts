import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { moment } from './support/days.js';
import { endApplication, fileApplication, grant, makeInterim, notify, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer, counts, history, uptake, work } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

interface OrderSays {
  readonly state: { readonly is: string; readonly because: string | null; readonly words: string };
  readonly end: object;
  readonly replaces: string | null;
  readonly duties: readonly { readonly about: string; readonly state: string; readonly firstDay: string; readonly lastDay: string }[];
}

let story: Story;
let solicitor: Desk;
let officer: Desk;
let manager: Desk;
let barnaby: string;
let application: string;
let interim: string;
let full: string;

beforeAll(async () => {
  story = await Story.begin('2026-03-05');
  [solicitor, officer, manager] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('manager.kent')];
  barnaby = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  const victim = await protectedPerson(officer, barnaby, { given: 'Nora', family: 'Nonesuch' });
  application = await fileApplication(solicitor, barnaby, { filed: '2026-03-05', protects: [victim], notice: 'without' });

  story.itIs('2026-03-12 16:00');
  interim = await makeInterim(solicitor, application, { made: '2026-03-12 11:40', until: '2026-06-11' });
  await serve(officer, interim, '2026-03-12 15:30');
}, 60_000);
afterAll(() => story.end());

const read = (orderId: string) => solicitor.reads<OrderSays>(`/orders/${orderId}`);

describe('Scenario 2: an interim order made and served on 12 March 2026', () => {
  it('is in force and starts the three days to notify on the day of service', async () => {
    expect(answer(await officer.sees(`/perpetrators/${barnaby}`))).toMatchObject({
      heading: '1 order in force',
      orders: ['Interim stalking protection order'],
    });
    expect((await read(interim)).duties).toMatchObject([{ about: 'initial', firstDay: '2026-03-12', lastDay: '2026-03-14', state: 'due' }]);
    expect(await work(officer)).toContainEqual(expect.objectContaining({ what: 'notify', dueBy: '2026-03-14', state: 'due' }));
  });

  it('is notified on 13 March', async () => {
    story.itIs('2026-03-13 12:00');
    await notify(officer, interim, '2026-03-13 10:00');
    expect((await read(interim)).duties).toMatchObject([{ state: 'given' }]);
    expect((await work(officer)).filter(({ what }) => what === 'notify')).toEqual([]);
  });
});

describe('The full order of 14 May 2026, for two years, served that day', () => {
  beforeAll(async () => {
    story.itIs('2026-05-14 16:00');
    full = await grant(solicitor, application, { made: '2026-05-14 10:40', until: '2028-05-13' });
    await serve(officer, full, '2026-05-14 15:00');
  });

  it('makes the interim cease, though its last day is still to come', async () => {
    const ceased = await read(interim);
    expect(ceased.end).toEqual({ is: 'fixed', lastDay: '2026-06-11' });
    expect(ceased.state).toMatchObject({ is: 'not-in-force', because: 'ceased' });
    expect((await officer.sees(`/orders/${interim}`)).main).toContain('Not in force: ceased on 14 May 2026, the application was granted');
    const page = await officer.sees(`/perpetrators/${barnaby}`);
    expect(answer(page)).toMatchObject({ heading: '1 order in force', orders: ['Stalking protection order'] });
    expect(answer(page).words).toContain('ended when the application was determined 14 May 2026');
    expect(history(page).join('\n')).toContain('Interim order ended: the main application was determined');
  });

  it('says that a new name or address is still to be notified, and that no first notification is asked again', async () => {
    const { main } = await officer.sees(`/orders/${full}`);
    expect(main).toContain('This order asks for no first notification: that was asked under the interim order.');
    expect(main).toContain('A new name, and a new home address, must be notified at a police station within 3 days');
    expect((await officer.sees(`/orders/${interim}`)).main).not.toContain('must be notified at a police station');
  });

  it('lasts to the end of 13 May 2028, the day of making counting', async () => {
    expect((await read(full)).end).toEqual({ is: 'fixed', lastDay: '2028-05-13' });
    expect((await officer.sees(`/orders/${full}`)).main).toContain('until the end of 13 May 2028');
    expect(answer(await officer.sees(`/perpetrators/${barnaby}`)).words).toContain('until the end of 13 May 2028');
    story.itIs('2028-05-13 23:59');
    expect((await read(full)).state.is).toBe('in-force');
    story.itIs('2028-05-14 00:00');
    expect((await read(full)).state).toMatchObject({ is: 'not-in-force', because: 'ended' });
    story.itIs('2026-05-14 16:00');
  });

  it('could not have been one day shorter', async () => {
    story.itIs('2026-05-14 17:00');
    const other = await fileApplication(solicitor, barnaby, { filed: '2026-05-14', protects: await protects(full) });
    const refused = await solicitor.isTold(`/applications/${other}/grant`, {
      ...{ courtType: 'magistrates', courtName: 'Testville', made: '2026-05-14', end: { is: 'fixed', lastDay: '2028-05-12' } },
      conditions: [{ number: 1, code: 'NC-DIR', wording: 'No contact' }],
    });
    expect(refused).toBe('too-short');
    await endApplication(solicitor, other, 'withdrawn', '2026-05-14 16:30');
  });

  it('owes no new first notification, as it replaces the interim', async () => {
    expect(await read(full)).toMatchObject({ replaces: interim, duties: [] });
    expect((await work(officer)).filter(({ what }) => what === 'notify')).toEqual([]);
  });

  it('keeps the duty to notify a new name or address', async () => {
    story.itIs('2026-07-20 09:00');
    await officer.does(`/orders/${full}/details-change`, { of: 'address', on: { day: '20', month: '7', year: '2026' } });
    expect((await read(full)).duties).toMatchObject([{ about: 'address', firstDay: '2026-07-20', lastDay: '2026-07-22', state: 'due' }]);
    expect(await work(officer)).toContainEqual(expect.objectContaining({ what: 'notify', dueBy: '2026-07-22' }));
    await officer.tells(`/orders/${full}/details-changes`, { of: 'name', on: '2026-07-20' });
    expect((await read(full)).duties.map(({ about }) => about)).toEqual(['address', 'name']);
    story.itIs('2026-07-21 09:00');
    await notify(officer, full, '2026-07-21 08:30', 'address');
    story.itIs('2026-07-23 09:00');
    expect((await read(full)).duties).toMatchObject([{ state: 'given' }, { about: 'name', state: 'overdue' }]);
    const page = await officer.sees(`/orders/${full}`);
    expect((await officer.does(page.link('Record the default'), {})).main).toContain('Default recorded');
  });

  it('counts as one application, two orders and one perpetrator', async () => {
    story.itIs('2026-07-24');
    expect(counts(await officer.sees(`/perpetrators/${barnaby}`))).toMatchObject({ orders: '2 1 in force' });
    const figures = await uptake(manager, '?to=2026-05&from=2026-03&at=2026-05-14');
    expect(figures.total).toMatchObject({ made: 2, interim: 1, full: 1, granted: 1 });
    expect(figures.people.orders).toBe(1);
    const before = await uptake(manager, '?to=2026-04&from=2026-03&at=2026-04-30');
    expect(before.total).toMatchObject({ filed: 1, pending: 1, granted: 0, made: 1, interim: 1, full: 0 });
    expect((await manager.sees('/uptake?from=2026-03&to=2026-04&at=2026-04-30')).main).toContain(
      'filed 1 application for stalking protection orders about 1 perpetrator',
    );
  });
});

describe('Had it been refused', () => {
  it('the interim would cease just the same', async () => {
    story.itIs('2026-08-10 09:00');
    const wilma = await perpetrator(officer, { given: 'Wilma', family: 'Placeholder', born: '1990-01-01', sex: 'female' });
    const victim = await protectedPerson(officer, wilma, { given: 'Orla', family: 'Nonesuch' });
    const filed = await solicitor.tells(`/perpetrators/${wilma}/applications`, {
      ...{ filedOn: '2026-08-10', courtName: 'Testville', notice: 'without', areaBasis: 'resides', interimSought: true },
      protectedPersonIds: [victim],
    });
    const made = await makeInterim(solicitor, filed.id, { made: '2026-08-10 08:30', until: '2026-11-09' });
    expect(answer(await officer.sees(`/perpetrators/${wilma}`)).heading).toBe('1 order in force, not served');
    story.itIs('2026-09-01 15:00');
    await solicitor.does(`/applications/${filed.id}/end`, {
      ...{ outcome: 'refused', courtName: 'Testville', at: moment('2026-09-01 12:00'), reason: 'not-necessary' },
    });
    expect(answer(await officer.sees(`/perpetrators/${wilma}`)).heading).toBe('No order in force');
    expect((await read(made)).state.words).toBe('Not in force: ceased on 1 Sep 2026, the application was refused');
    expect((await uptake(manager, '?from=2026-08&to=2026-08')).total).toMatchObject({
      filed: 1,
      refused: 1,
      granted: 0,
      interim: 1,
      full: 0,
    });
  });
});

describe('Had the interim never been served', () => {
  it('the full order would say that the first notification is an open question', async () => {
    story.itIs('2026-09-02 09:00');
    const una = await perpetrator(officer, { given: 'Una', family: 'Placeholder', born: '1990-01-01', sex: 'female' });
    const victim = await protectedPerson(officer, una, { given: 'Tess', family: 'Nonesuch' });
    const filed = await fileApplication(solicitor, una, { filed: '2026-09-02', protects: [victim] });
    await makeInterim(solicitor, filed, { made: '2026-09-02 08:30', until: '2026-12-01' });
    story.itIs('2026-09-20 15:00');
    const order = await grant(solicitor, filed, { made: '2026-09-20 12:00', until: '2028-09-19' });
    expect((await read(order)).duties).toMatchObject([{ about: 'initial', state: 'interim-not-met' }]);
    expect((await officer.sees(`/orders/${order}`)).main).toContain(
      'The interim’s first notification was never given; whether one is due now is for the force solicitor',
    );
  });
});

async function protects(orderId: string): Promise<string[]> {
  const { protectedPeople } = await solicitor.reads<{ protectedPeople: { id: string }[] }>(`/orders/${orderId}`);
  return protectedPeople.map(({ id }) => id);
}
