import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportBreach } from './support/breaches.js';
import { day } from './support/days.js';
import { fileApplication, grant, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer, history, work } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

interface Duties {
  readonly duties: readonly { readonly state: string; readonly firstDay: string | null; readonly lastDay: string | null }[];
}

let story: Story;
let solicitor: Desk;
let officer: Desk;
let barnaby: string;
let victim: string;
let application: string;
let order: string;

beforeAll(async () => {
  story = await Story.begin('2026-05-05 10:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  barnaby = await perpetrator(officer, { given: 'Barnaby', family: 'Mockman', born: '1975-02-03' });
  victim = await protectedPerson(officer, barnaby, { given: 'Nora', family: 'Nonesuch' });
  application = await fileApplication(solicitor, barnaby, { filed: '2026-05-05', protects: [victim], interim: false });
}, 60_000);
afterAll(() => story.end());

const duties = async () => (await solicitor.reads<Duties>(`/orders/${order}`)).duties;
const notifying = async () => (await work(officer)).filter(({ what }) => what === 'notify');

describe('Scenario 12: the victim withdraws in the first week', () => {
  it('closes nothing: the application is the chief officer’s', async () => {
    story.itIs('2026-05-08 10:00');
    const page = await solicitor.does(`/applications/${application}/support`, { protectedPersonId: victim, on: day('2026-05-07') });
    expect(page.main).toContain('Waiting to be determined');
    expect(await solicitor.reads(`/applications/${application}`)).toMatchObject({ is: 'pending', determination: null });
    expect(history(await officer.sees(`/perpetrators/${barnaby}`)).join('\n')).toContain('withdrew support; the application goes on');
  });

  it('is recorded once for one person', async () => {
    await solicitor.tells(`/applications/${application}/support-withdrawals`, { protectedPersonId: victim, on: '2026-05-07' });
    const lines = history(await officer.sees(`/perpetrators/${barnaby}`));
    expect(lines.filter((line) => line.includes('withdrew support'))).toHaveLength(1);
  });

  it('does not keep the court from granting it', async () => {
    story.itIs('2026-05-28 16:00');
    order = await grant(solicitor, application, { made: '2026-05-28 11:00', until: '2028-05-27', present: true });
    expect(answer(await officer.sees(`/perpetrators/${barnaby}`)).orders).toEqual(['Stalking protection order']);
  });
});

describe('He is under Part 2 of the Sexual Offences Act 2003 until 12 June 2026', () => {
  it('owes no notification meanwhile, though he is served', async () => {
    await serve(officer, order, '2026-05-28 12:00');
    expect(await duties()).toMatchObject([{ state: 'due', firstDay: '2026-05-28', lastDay: '2026-05-30' }]);
    await officer.does(`/orders/${order}/exemption`, { finalDayIs: 'not-known' });
    expect(await duties()).toMatchObject([{ state: 'exempt', firstDay: null }]);
    expect(await notifying()).toEqual([]);
    await officer.tells(`/orders/${order}/notification-exemptions`, { finalDayIs: 'known', finalDay: '2026-06-12' });
    story.itIs('2026-06-11 12:00');
    expect(await duties()).toMatchObject([{ state: 'exempt' }]);
    expect((await officer.sees(`/orders/${order}`)).main).toContain('Not owed while under the Sexual Offences Act 2003');
    expect((await notifying()).filter(({ state }) => state === 'due' || state === 'overdue')).toEqual([]);
  });

  it('owes it from 12 June, which is day 1, to the end of 14 June', async () => {
    story.itIs('2026-06-12 00:01');
    expect(await duties()).toMatchObject([{ state: 'due', firstDay: '2026-06-12', lastDay: '2026-06-14' }]);
    expect(await notifying()).toMatchObject([{ state: 'due', dueBy: '2026-06-14' }]);
    story.itIs('2026-06-14 23:59');
    expect(await duties()).toMatchObject([{ state: 'due' }]);
    story.itIs('2026-06-15 00:00');
    expect(await duties()).toMatchObject([{ state: 'overdue' }]);
    expect(await notifying()).toMatchObject([{ state: 'overdue', dueBy: '2026-06-14' }]);
    expect((await officer.sees('/work')).main).toContain('1 day overdue');
  });

  it('has defaulted once somebody records it, and that can be alleged as an offence', async () => {
    await officer.tells(`/orders/${order}/notification-defaults`, { about: 'initial', lastDay: '2026-06-14' });
    expect(await duties()).toMatchObject([{ state: 'defaulted' }]);
    expect(await notifying()).toEqual([]);
    const breach = await officer.tells(`/perpetrators/${barnaby}/breaches`, {
      ...{
        at: '2026-06-14T23:00:00.000Z',
        kinds: ['notification'],
        reporter: 'officer',
        account: 'Did not come',
        alleging: [`${order}/ST19002`],
      },
    });
    expect(await officer.reads(`/breaches/${breach.id}`)).toMatchObject({ allegations: [{ offenceCode: 'ST19002', wording: null }] });
  });
});

describe('A breach whose victim does not support it', () => {
  it('stays open until a person decides', async () => {
    story.itIs('2026-06-20 12:00');
    const breach = await reportBreach(officer, barnaby, { when: '2026-06-19 12:00', kinds: ['message'] });
    await officer.does(`/breaches/${breach}/addendum`, { text: 'She does not want to make a statement' });
    story.itIs('2026-12-20 12:00');
    expect(await officer.reads(`/breaches/${breach}`)).toMatchObject({ status: { is: 'alleged' } });
    expect((await officer.sees(`/breaches/${breach}`)).main).toContain('Decide: arrest, interview, charge or no further action');
  });
});
