import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrest, charge, reportBreach } from './support/breaches.js';
import { day, instant, moment } from './support/days.js';
import { keepAway, noContact, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let authoriser: Desk;
let officer: Desk;
let cuthbert: string;
let order: string;
let breach: string;
let proposal: string;

beforeAll(async () => {
  story = await Story.begin('2024-10-31 16:00');
  [solicitor, authoriser, officer] = [story.desk('legal.kent'), story.desk('authoriser.kent'), story.desk('officer.kent')];
  cuthbert = await perpetrator(officer, { given: 'Cuthbert', family: 'Lorem', born: '1968-07-21' });
  const victim = await protectedPerson(officer, cuthbert, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2024-10-31 11:50', until: '2026-10-30', conditions: [noContact, keepAway] };
  order = (await obtain(solicitor, cuthbert, { filed: '2024-10-02', sealed, protects: [victim] })).orderId;
  await serve(officer, order, '2024-10-31 12:15');
  story.itIs('2026-07-28 16:00');
  breach = await reportBreach(officer, cuthbert, { when: '2026-07-27 08:40', kinds: ['approach'] });
  await arrest(officer, breach, '2026-07-28 06:55');
  await officer.tells(`/breaches/${breach}/release`, { at: instant('2026-07-28 15:00'), how: 'bail-with-conditions' });
  story.itIs('2026-09-01 11:00');
  await charge(solicitor, breach, '2026-09-01 10:00', ['ST19001']);
}, 60_000);
afterAll(() => story.end());

const at = (step = '') => `/orders/${order}/proposals/${proposal}${step}`;
const now = async () => answer(await officer.sees(`/perpetrators/${cuthbert}`));

describe('Scenario 10: the order ends while a breach of it is before the court', () => {
  it('warns on its page from the 180th day before its end on, in red from the 28th', async () => {
    const shown = async () => (await solicitor.sees(`/orders/${order}`)).all('.govuk-tag').find((tag) => tag.startsWith('Ends')) ?? null;
    const red = async () => (await solicitor.sees(`/orders/${order}`)).all('.govuk-tag--red').includes(String(await shown()));
    story.itIs('2026-10-01 09:00');
    expect([await shown(), await red()]).toEqual(['Ends in 29 days', false]);
    story.itIs('2026-10-02 09:00');
    expect([await shown(), await red()]).toEqual(['Ends in 28 days', true]);
    const page = await solicitor.sees(`/orders/${order}`);
    expect(page.main).toContain('Nobody has asked for a renewal.');
    expect((await solicitor.sees(page.link('Ask the court to renew the order'))).status).toBe(200);
    expect((await officer.sees(`/orders/${order}`)).main).not.toContain('Ask the court to renew the order');
  });

  it('stands as overdue on the work list once the day to file its renewal has passed', async () => {
    const kind = 'kind=review-before-end';
    const [{ items }, page] = [
      (await solicitor.reads<{ overdue: { items: readonly { dueBy: string; state: string }[] } }>(`/work?${kind}`)).overdue,
      await solicitor.sees(`/work?${kind}&when=overdue`),
    ];
    expect(items).toMatchObject([{ dueBy: '2026-09-04', state: 'overdue' }]);
    expect(page.all('.govuk-tag--red')).toEqual(['28 days overdue']);
    expect(page.main).toContain('ends 30 Oct 2026: the renewal was to be filed by 4 Sep 2026 and none is filed');
    expect((await solicitor.sees(`/work?${kind}&when=later`)).main).not.toContain('4 Sep 2026');
  });

  it('is in force to the end of its last day', async () => {
    story.itIs('2026-10-30 23:50');
    expect((await now()).heading).toBe('1 order in force');
    // Bail from before the charge ended with it.
    expect((await now()).words).not.toContain('bail conditions,');
    expect((await now()).words).toContain('Charged on 1 Sep 2026 with the breach, and no bail or remand since then is recorded');
    const release = `/breaches/${breach}/release`;
    const page = await officer.sees(`/breaches/${breach}`);
    expect(page.link('Record bail or remand after the charge')).toBe(release);
    expect(await officer.isRefused(release, { at: moment('2026-09-01 10:30'), how: 'bail-with-conditions' })).toEqual([
      'Select whether the police or a court decided it',
    ]);
    expect(await officer.isTold(release, { at: instant('2026-09-01 09:30'), how: 'custody', by: 'police' })).toBe('remanded-before-charge');
    await officer.does(release, { at: moment('2026-09-01 10:30'), how: 'custody', by: 'police' });
    expect((await now()).words).toContain('Remanded in custody on 1 Sep 2026 for the breach');
    await officer.does(release, { at: moment('2026-09-02 11:00'), how: 'bail-with-conditions', by: 'court' });
    expect((await officer.sees(`/breaches/${breach}`)).main).toContain('After the charge: on bail with conditions');
    expect((await now()).words).toContain(
      'Also bound by bail conditions, for the breach for which the respondent was bailed on 2 Sep 2026',
    );
    story.itIs('2026-10-31 00:10');
    expect((await now()).heading).toBe('No order in force');
  });

  it('leaves the bail conditions as the only protection, on the page and on the card', async () => {
    story.itIs('2026-11-01 09:00');
    expect((await now()).words).toContain('The only protection recorded now: bail conditions');
    const card = await officer.sees(`/perpetrators/${cuthbert}/card`);
    expect(card.find('.ow-answer')).toContain('bailed on 2 Sep 2026');
    expect((await officer.sees(`/orders/${order}`)).main).toContain('Not in force: ended with 30 Oct 2026');
  });

  it('goes on with the breach, which is measured against the day it happened', async () => {
    const page = await officer.sees(`/breaches/${breach}`);
    expect([page.find('blockquote'), page.main.includes('ST19001')]).toEqual([keepAway.wording, true]);
    expect((await officer.reads<{ flags: readonly object[] }>(`/breaches/${breach}`)).flags).toEqual([]);
  });

  it('takes a renewal in the same steps, filed on 2 November and marked out of time', async () => {
    story.itIs('2026-11-02 10:00');
    const ended = 'This order ended on 30 Oct 2026 A renewal is out of time';
    expect((await solicitor.sees(`/orders/${order}/proposals/new`)).main).toContain(ended);
    const begun = await solicitor.does(`/orders/${order}/proposals/new`, {
      asks: 'renewal',
      because: 'order-ends',
      reason: 'He stood before her house',
    });
    proposal = begun.at.split('/').at(-1) ?? '';
    await solicitor.does(at('/views'), { consultation: 'supports', told: 'told-safely' });
    const end = { is: 'fixed', lastDay: day('2028-11-08') };
    expect(await solicitor.isRefused(at('/changes'), { end: { ...end, lastDay: day('2026-10-30') } })).toEqual([
      'The new last day must be later than the present one',
    ]);
    await solicitor.does(at('/changes'), { end });
    for (const step of ['', '/changes']) expect((await solicitor.sees(at(step))).main).toContain(ended);
    expect((await authoriser.sees(at('/approval'))).main).toContain(ended);
    await authoriser.does(at('/approval'), { decision: 'approve' });
    const filing = (await solicitor.sees(at('/filing'))).main;
    expect([filing.includes(ended), filing.includes('The order is in force')]).toEqual([true, false]);
    const filed = await solicitor.does(at('/filing'), { filedOn: day('2026-11-02') });
    expect(filed.main).toContain('Filed out of time');
    expect((await officer.sees(`/orders/${order}`)).main).toContain(
      'A renewal is proposed by Kent: filed, and waits for the court Filed out of time',
    );
  });

  it('is in force again from the renewal on, and was not in between', async () => {
    story.itIs('2026-11-09 12:00');
    await officer.tells(`/breaches/${breach}/court-outcome`, {
      ...{ on: '2026-11-03', outcome: 'convicted', receivedAt: instant('2026-11-04 09:00'), sentence: 'Community order, 18 months' },
    });
    expect((await now()).words).not.toContain('bail conditions');
    await solicitor.does(at('/result'), { outcome: 'granted-as-asked', at: moment('2026-11-09 10:40') });
    expect((await now()).heading).toBe('1 order in force, renewed: not known whether the respondent knows');
    const page = await officer.sees(`/orders/${order}`);
    expect(page.main).toContain('renewed until the end of 8 Nov 2028, filed 2 Nov 2026 Filed out of time');
    for (const [then, heading] of [
      ['2026-10-30', '1 order in force'],
      ['2026-11-03', 'No order in force'],
    ] as const)
      expect(answer(await officer.sees(`/perpetrators/${cuthbert}?asKnownOn=${then}`)).heading).toBe(heading);
    expect((await officer.sees(`/breaches/${breach}`)).find('blockquote')).toBe(keepAway.wording);
  });
});
